package app.pitot.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTest {
    /** Each kind with the parts of the code that have it, in order. */
    private static String words(String language, String code, Kind kind) {
        return String.join(" ", Syntax.of(language).orElseThrow().runs(code).stream().filter(r -> r.kind() == kind)
                .map(r -> code.substring(r.from(), r.to())).toList());
    }

    static Stream<String> languages() {
        return Stream.of("java", "kotlin", "scala", "groovy", "python", "javascript", "typescript", "json", "html",
                "xml",
                "css", "sql", "bash", "console", "powershell", "bat", "yaml", "toml", "ini", "go", "rust", "c", "cpp",
                "csharp", "fsharp", "swift", "dart", "php", "ruby", "perl", "lua", "r", "julia", "haskell", "elixir",
                "clojure", "zig", "graphql", "protobuf", "hcl", "dockerfile", "makefile", "nginx", "latex", "http",
                "diff",
                "markdown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"js", "jsx", "TS", "tsx", "py", "sh", "shell", "zsh", "yml", "c++", "C#", "cs", "md",
        "patch",
        "Dockerfile", "kt", "rs", "golang", "psql", "htm", "svg", "h", "hpp", "ps1"})
    void shortFormsAreKnownInAnyCase(String name) {
        assertThat(Syntax.of(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "brainfuck", "java\u0000", "javajavajavajavajavajavajavajava"})
    void othersAreNot(String name) {
        assertThat(Syntax.of(name)).isEmpty();
    }

    @Test
    void java() {
        var code = """
                /* a */ @Override
                public var x = new Foo(1_000L, 'c', "a\\"b", MAX); // end
                w.timeUntil(null).class
                \"""
                int "x" \\\"""
                \"""
                """;
        assertThat(words("java", code, Kind.KEYWORD)).isEqualTo("public var new");
        assertThat(words("java", code, Kind.FUNCTION)).isEqualTo("Foo timeUntil");
        assertThat(words("java", code, Kind.NUMBER)).isEqualTo("1_000L");
        assertThat(words("java", code, Kind.STRING)).startsWith("'c' \"a\\\"b\" \"\"\"\nint").endsWith("\"\"\"");
        assertThat(words("java", code, Kind.COMMENT)).isEqualTo("/* a */ // end");
        assertThat(words("java", code, Kind.CONSTANT)).isEqualTo("MAX null");
        assertThat(words("java", code, Kind.ATTRIBUTE)).isEqualTo("@Override");
    }

    @Test
    void python() {
        var code = "@cache\nasync def f(self, x: int) -> None:\n    '''doc\n  def'''\n    return f\"{x}\" # why\n";
        assertThat(words("python", code, Kind.KEYWORD)).isEqualTo("async def return");
        assertThat(words("python", code, Kind.STRING)).isEqualTo("'''doc\n  def''' \"{x}\"");
        assertThat(words("python", code, Kind.TYPE)).isEqualTo("int");
        assertThat(words("python", code, Kind.FUNCTION)).isEqualTo("f");
    }

    @Test
    void javascript() {
        var code = "const r = /a\"[/]b/gi.test(`x\ny`) / 2; a = b / c / d;";
        assertThat(words("js", code, Kind.STRING)).isEqualTo("/a\"[/]b/gi `x\ny`");
        assertThat(words("js", code, Kind.NUMBER)).isEqualTo("2");
    }

    @Test
    void jsonKeysAreApartFromTexts() {
        var code = "{\"a\": \"b:\", \"c\" : [1e-5, true, null]}";
        assertThat(words("json", code, Kind.ATTRIBUTE)).isEqualTo("\"a\" \"c\"");
        assertThat(words("json", code, Kind.STRING)).isEqualTo("\"b:\"");
        assertThat(words("json", code, Kind.NUMBER)).isEqualTo("1e-5");
        assertThat(words("json", code, Kind.CONSTANT)).isEqualTo("true null");
    }

    @Test
    void htmlWithItsScriptAndStyle() {
        var code = "<!-- c --><a href=\"x\" b>t &amp; u</a><script>var x = '<';</script><style>a { color: #fff }</style>";
        assertThat(words("html", code, Kind.TAG)).isEqualTo("<a > </a><script> </script><style> </style>");
        assertThat(words("html", code, Kind.ATTRIBUTE)).isEqualTo("href b color");
        assertThat(words("html", code, Kind.KEYWORD)).isEqualTo("var");
        assertThat(words("html", code, Kind.CONSTANT)).isEqualTo("&amp;");
        assertThat(words("html", code, Kind.COMMENT)).isEqualTo("<!-- c -->");
    }

    @Test
    void shell() {
        var code = "for f in *.txt; do echo \"$f\" ${x}#no $1 # yes\ndone";
        assertThat(words("sh", code, Kind.COMMENT)).isEqualTo("# yes");
        assertThat(words("sh", code, Kind.ATTRIBUTE)).isEqualTo("${x} $1");
        assertThat(words("sh", code, Kind.KEYWORD)).isEqualTo("for in do done");
    }

    @Test
    void rustLifetimesAreNoCharacters() {
        var code = "fn f<'a>(x: &'a str) -> char { '\\n' }";
        assertThat(words("rust", code, Kind.STRING)).isEqualTo("'\\n'");
    }

    @Test
    void nestedComments() {
        assertThat(words("rust", "/* a /* b */ c */ fn", Kind.COMMENT)).isEqualTo("/* a /* b */ c */");
        assertThat(words("java", "/* a /* b */ var", Kind.KEYWORD)).isEqualTo("var");
    }

    @Test
    void patches() {
        var code = "--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new\n same\n";
        assertThat(words("diff", code, Kind.INSERTED)).isEqualTo("+new");
        assertThat(words("diff", code, Kind.DELETED)).isEqualTo("-old");
    }

    @Test
    void markdownWithAFenceOfAnotherLanguage() {
        var code = "# T\n```java\nvar x;\n```\nvar\n";
        assertThat(words("md", code, Kind.KEYWORD)).isEqualTo("# T var");
    }

    @ParameterizedTest
    @CsvSource({"yaml,key: http://x,key", "toml,a = 1,a", "ini,a.b=1,b", "css,color: red,color"})
    void keys(String language, String code, String key) {
        assertThat(words(language, code, Kind.ATTRIBUTE)).isEqualTo(key);
    }

    @Test
    void whatFollowsAStringOfSeveralLinesBeginsNoLine() {
        var syntax = Syntax.of("toml").orElseThrow();
        var first = syntax.colour("a = \"\"\"x\n", syntax.start());
        assertThat(syntax.colour("\"\"\" [b]\n", first.end()).runs()).extracting(Run::kind).doesNotContain(Kind.TYPE);
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("Any text, cut at any lines, gives the same as the whole; runs are in order and apart")
    void anyTextInAnyCuts(String language) {
        var random = new Random(11);
        var syntax = Syntax.of(language).orElseThrow();
        for (int round = 0; round < 30; round++) {
            var code = random(random, 600);
            var whole = syntax.runs(code);
            int last = 0;
            for (var run : whole) {
                assertThat(run.from()).isGreaterThanOrEqualTo(last);
                assertThat(run.to()).isBetween(run.from() + 1, code.length());
                last = run.to();
            }
            assertThat(kinds(inPieces(syntax, code, random), code.length())).isEqualTo(kinds(whole, code.length()));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("Hostile texts take no work that grows with the square of their length")
    void hostileTexts(String language) {
        var syntax = Syntax.of(language).orElseThrow();
        for (var unit : List.of("\"", "'", "`", "/*", "*/ /*", "<", "<a ", "<!--", "(", "a ", "=/[", "$", "${", "#",
                "\\",
                "\"\"\"", "0x1e+", "a", "&", "-- ", "'''", "\u202e", "\ud83d\ude00", "R\"(", "<script><style>", "[[",
                "@a\n")) {
            var code = unit.repeat(400_000 / unit.length());
            // Milliseconds if the work grows with the length, minutes if it grows with its square.
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> syntax.runs(code), language + " " + unit);
        }
    }

    private static List<Run> inPieces(Syntax syntax, String code, Random random) {
        var runs = new ArrayList<Run>();
        var state = syntax.start();
        int from = 0;
        while (from < code.length()) {
            int to = code.indexOf('\n', Math.min(code.length(), from + random.nextInt(100))) + 1;
            to = to == 0 ? code.length() : to;
            var coloured = syntax.colour(code.substring(from, to), state);
            for (var run : coloured.runs()) {
                runs.add(new Run(run.from() + from, run.to() + from, run.kind()));
            }
            state = coloured.end();
            from = to;
        }
        return runs;
    }

    /** One letter for each character. */
    private static String kinds(List<Run> runs, int length) {
        var kinds = new StringBuilder(".".repeat(length));
        for (var run : runs) {
            for (int i = run.from(); i < run.to(); i++) {
                kinds.setCharAt(i, (char) ('a' + run.kind().ordinal()));
            }
        }
        return kinds.toString();
    }

    private static String random(Random random, int length) {
        var parts = new String[]{"\n", "\n", " ", "\"", "'", "`", "/*", "*/", "//", "#", "<", ">", "<!--", "-->",
            "\"\"\"",
            "'''", "```", "```js\n", "if", "Foo", "x(", "$a", "@b", "1.5e-3", "\\", "=", "/", "[", "]", ":", "<script>",
            "</script>", "\ud83d", "\u202e", "--[[", "]]", "+", "-", "%"};
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }
}

package app.pitot.syntax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All languages that are known, read from a table. */
final class Languages {
    private static final int LONGEST_NAME = 24;

    private final Map<String, Lexer> lexers = new HashMap<>();

    /** Read when first asked for. */
    private static final class Shipped {
        static final Languages TABLE = new Languages();
    }

    private Languages() {
        try (var in = Languages.class.getResourceAsStream("languages.txt")) {
            read(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        named(new DiffLexer(), "diff", "patch", "udiff");
        named(new MarkdownLexer(this::lexer), "markdown", "md", "mdown", "mkd");
        var markup = new MarkupLexer(lexers.get("javascript"), lexers.get("css"));
        named(markup, "html", "htm", "xhtml", "vue", "svelte");
        named(new MarkupLexer(null, null), "xml", "svg", "xsl", "xsd", "fxml", "plist", "rss", "pom", "xaml", "csproj");
    }

    static Languages shipped() {
        return Shipped.TABLE;
    }

    /** Empty if no language has that name. */
    Optional<Lexer> lexer(String name) {
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        return Optional.ofNullable(lexers.get(name.toLowerCase(Locale.ROOT)));
    }

    private void named(Lexer lexer, String... names) {
        for (var name : names) {
            lexers.put(name, lexer);
        }
    }

    private void read(List<String> lines) {
        Language language = null;
        for (var line : lines) {
            var fields = line.strip().split("\\s+");
            if (line.isBlank() || fields[0].equals("%")) {
                continue;
            }
            if (fields[0].equals("language")) {
                language = new Language();
                named(new WordLexer(language), List.of(fields).subList(1, fields.length).toArray(String[]::new));
            } else {
                read(language, fields);
            }
        }
    }

    private static void read(Language language, String[] fields) {
        switch (fields[0]) {
            case "traits" -> {
                for (int i = 1; i < fields.length; i++) {
                    language.traits.add(Language.Trait.valueOf(fields[i].toUpperCase(Locale.ROOT)));
                }
            }
            case "line" -> language.lineComments.add(fields[1]);
            case "block" -> language.blocks.add(new Language.Block(fields[1], fields[2]));
            case "quote", "text" -> language.quotes.add(new Language.Quote(fields[1], fields[2],
                    fields.length > 3 ? fields[3].charAt(0) : 0, fields[0].equals("text")));
            case "keywords" -> words(language, fields, Kind.KEYWORD);
            case "types" -> words(language, fields, Kind.TYPE);
            case "values" -> words(language, fields, Kind.CONSTANT);
            case "functions" -> words(language, fields, Kind.FUNCTION);
            default -> throw new IllegalArgumentException(fields[0]);
        }
    }

    private static void words(Language language, String[] fields, Kind kind) {
        for (int i = 1; i < fields.length; i++) {
            language.put(fields[i], kind);
        }
    }
}

package app.pitot.markdown;

import java.util.Random;

/** Texts for the tests: one that holds every kind of block, and random mixtures of awkward lines. */
final class MarkdownSamples {
    static final String RICH = """
            # Pace a batch

            Treat both limits as **token buckets** and let the *tighter* one decide, see `RPM`.
            A second line with ~~no~~ [a link](https://example.org/a?b=c) and ![chart](https://img.example.org/x.png).

            1. first
            2. second
               with more

               ```java
               var x = 1;
               ```
            3. third
               - inner one
               - inner two

            - [ ] open
            - [x] done

            | Window | Allows | Takes |
            |---|:-:|--:|
            | RPM 30 | 30 / min | **66 min** |
            | Day | 748 | 2.7 days |

            ```java
            var wait = windows.stream()
                .max(naturalOrder());
            ```

            > quoted
            > > twice

            ---
            <b>raw</b> &amp; done

            [ref]: https://example.org
            Tail without end""";

    private static final String[] LINES = {"", "", "", "word and word", "**bold", "# head", "## ", "- item", "* item",
        "1. one", "1) one", "7. seven", "  - inner", "    indented", "\tTab", "> quote", ">", "```", "````", "~~~",
        "```java", "  ```", "---", "===", "| a | b |", "|---|---|", "| 1 | 2 |", "[x]: https://e.org", "\"title\"",
        "<div>", "</div>", "`code", "a `b` c", "   ", "-", "+", "2.", "\\", "![i](u)", "- - -", "- a\n\n  b",
        "مرحبا عالم", "😀😀", "- [x] task", "\u0000", "&amp;", "http://e.org"};

    private MarkdownSamples() {}

    static String random(Random random, int lines) {
        var text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(LINES[random.nextInt(LINES.length)]);
            text.append(switch (random.nextInt(12)) {
                case 0 -> "\r\n";
                case 1 -> "\r";
                case 2 -> " ";
                default -> "\n";
            });
        }
        return text.toString();
    }
}

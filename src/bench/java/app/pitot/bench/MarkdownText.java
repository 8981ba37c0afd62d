package app.pitot.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Markdown of about four characters per token: headings, prose, lists, tables and code, always the same. */
final class MarkdownText {
    private static final String[] WORDS = ("the rate of a stream is what arrives in the time that it takes and a limit "
            + "says how much may arrive in a minute so that a request waits until there is room for it while others "
            + "measure reserve settle refill window tokens gauge forecast budget header reply model answer").split(" ");

    private final Random random = new Random(7);
    private final StringBuilder text = new StringBuilder();

    private MarkdownText() {}

    static List<String> of(int tokens) {
        var writer = new MarkdownText();
        while (writer.text.length() < tokens * 4) {
            writer.section();
        }
        var cut = new ArrayList<String>(tokens);
        for (int i = 0; i < tokens; i++) {
            cut.add(writer.text.substring(4 * i, 4 * i + 4));
        }
        return cut;
    }

    private void section() {
        text.append("## ").append(words(4)).append("\n\n");
        for (int i = 0; i < 3; i++) {
            text.append(words(60)).append(", **").append(words(3)).append("** and `").append(words(1)).append("`.\n\n");
        }
        for (int i = 1; i <= 5; i++) {
            text.append(i).append(". ").append(words(14)).append('\n');
        }
        text.append("\n```java\n");
        for (int i = 0; i < 12; i++) {
            text.append("    var ").append(words(1)).append(" = ").append(words(1)).append('(').append(i)
                    .append(");\n");
        }
        text.append("```\n\n| ").append(words(1)).append(" | takes | leaves |\n|---|--:|---|\n");
        for (int i = 0; i < 6; i++) {
            text.append("| ").append(words(2)).append(" | ").append(random.nextInt(100_000)).append(" | ")
                    .append(words(3)).append(" |\n");
        }
        text.append('\n').append(words(40)).append(".\n\n- ").append(words(8)).append("\n- ").append(words(9))
                .append("\n\n");
    }

    private String words(int count) {
        var some = new StringBuilder();
        for (int i = 0; i < count; i++) {
            some.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return some.toString();
    }
}

package app.pitot.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.history.Conversation;
import app.pitot.history.MemoryHistory;
import app.pitot.history.Message;
import app.pitot.history.Setup;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class MarkdownExportTest {
    private static final Instant NOW = Instant.parse("2026-10-15T12:05:00Z");

    private static String markdown(MemoryHistory history) throws Exception {
        var out = new ByteArrayOutputStream();
        var exporter = new Exporter(history, ZoneOffset.UTC);
        exporter.write(exporter.all(), ExportFormat.MARKDOWN, out, Progress.NONE);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Titles, questions and replies: the headings that stand in the document itself. */
    private static List<String> headings(String markdown) {
        var found = new ArrayList<String>();
        for (var node = Parser.builder().build().parse(markdown).getFirstChild(); node != null; node = node
                .getNext()) {
            if (node instanceof Heading && node.getFirstChild() instanceof Text text) {
                found.add(text.getLiteral());
            }
        }
        return found;
    }

    private static MemoryHistory asked(String question, String answer, String reasoning) {
        var history = new MemoryHistory();
        history.save(Conversation.begin("c", NOW, Setup.NONE).withTitle("Buckets", true).withLeaf("r"));
        history.add(Message.question("q", "c", null, NOW, question, List.of()));
        history.add(new Message("r", "c", "q", Message.Kind.REPLY, NOW, answer, reasoning, List.of(), List.of(), null,
                null, Message.State.TRUNCATED, null, false));
        history.add(Message.question("q2", "c", "r", NOW, "and on", List.of()));
        return history;
    }

    @Test
    void itReadsAsItWasSaid() throws Exception {
        assertThat(markdown(asked("How many?", "**Forty-two.**\n\n```java\nint x;\n```", "six times seven")))
                .isEqualTo("""
                        # Buckets

                        *Begun 15 Oct 2026, 12:05*

                        ## Question, 15 Oct 2026, 12:05

                        > How many?

                        ## Reply, 15 Oct 2026, 12:05

                        <details><summary>Reasoning</summary>

                        ```
                        six times seven
                        ```

                        </details>

                        **Forty-two.**

                        ```java
                        int x;
                        ```

                        *Cut off: the stream ended early.*

                        ## Question, 15 Oct 2026, 12:05

                        > and on

                        """);
    }

    @Test
    void nothingThatWasSaidReachesBeyondItself() throws Exception {
        for (var hostile : new String[]{"```\nopen", "~~~~ java\nopen", "<!-- open", "<script>\nopen", "<?php",
            "<![CDATA[ x", "    code", "- a\n  - b\n    ```\n    open", "> quote\n> ```", "```` \n```\nopen",
            "</details>",
            "`".repeat(40) + "\nopen", "a | b\n--|--\n1 | 2", "[x]: http://a", "*open", "<div>\n*x*"}) {
            assertThat(headings(markdown(asked(hostile, hostile, hostile)))).as(hostile).containsExactly("Buckets",
                    "Question, 15 Oct 2026, 12:05", "Reply, 15 Oct 2026, 12:05", "Question, 15 Oct 2026, 12:05");
        }
    }

    @Test
    void aTitleIsWordsWhateverItLooksLike() throws Exception {
        var history = new MemoryHistory();
        history.save(Conversation.begin("c", NOW, Setup.NONE).withTitle("# <b>*x*\n```", true));
        assertThat(markdown(history)).startsWith("# \\# \\<b\\>\\*x\\*\uFFFD\\`\\`\\`\n");
    }

    @Test
    void aMillionBackticksAndTenThousandQuotesTakeNoTime() throws Exception {
        long start = System.nanoTime();
        markdown(asked("`".repeat(1_000_000), "`".repeat(1_000_000), "`".repeat(1_000_000)));
        markdown(asked(">".repeat(10_000), ">".repeat(10_000), "x"));
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(10_000);
    }
}

package app.pitot.markdown;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownStreamTest {
    private static List<Block> atOnce(String text) {
        var stream = new MarkdownStream();
        stream.append(text);
        stream.finish();
        return List.copyOf(stream.blocks());
    }

    private static List<Block> inPieces(String text, Random random, int most) {
        var stream = new MarkdownStream();
        var kept = new ArrayList<Block>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + 1 + random.nextInt(most));
            stream.append(text.substring(from, to));
            from = to;
            assertThat(stream.blocks().subList(0, kept.size())).as("closed blocks stay").isEqualTo(kept);
            kept.clear();
            kept.addAll(stream.blocks().subList(0, stream.closed()));
        }
        stream.finish();
        return List.copyOf(stream.blocks());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 40, 1000})
    @DisplayName("The rich sample in pieces of any size ends as it does at once")
    void richSample(int most) {
        var expected = atOnce(MarkdownSamples.RICH);
        for (int seed = 0; seed < 20; seed++) {
            assertThat(inPieces(MarkdownSamples.RICH, new Random(seed), most)).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("Random mixtures of awkward lines end the same however they are cut")
    void randomMixtures() {
        for (int seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            var text = MarkdownSamples.random(random, 1 + random.nextInt(30));
            assertThat(inPieces(text, random, 1 + random.nextInt(20))).as("seed %d: %s", seed, text)
                    .isEqualTo(atOnce(text));
        }
    }

    @Test
    @DisplayName("Text that exceeds every limit ends the same however it is cut")
    void longMixtures() {
        for (int seed = 0; seed < 10; seed++) {
            var random = new Random(seed);
            var text = MarkdownSamples.random(random, 200) + "\n" + "words and 😀 ".repeat(8_000) + "\n\n"
                    + "| a | b |\n|---|---|\n" + "| x | y |\n".repeat(6_000) + "\n```c\n" + "x = 1;\n".repeat(500)
                    + "y".repeat(50_000) + "\n```\n" + MarkdownSamples.random(random, 200);
            assertThat(inPieces(text, random, 5_000)).isEqualTo(atOnce(text));
        }
    }

    @Test
    @DisplayName("Every kind of block is recognised")
    void kinds() {
        assertThat(atOnce(MarkdownSamples.RICH)).extracting(block -> block.getClass().getSimpleName()).containsExactly(
                "Heading", "Paragraph", "ListItem", "ListItem", "Code", "ListItem", "ListItem", "ListItem", "ListItem",
                "ListItem", "Table", "Code", "Paragraph", "Paragraph", "Rule", "Paragraph", "Paragraph", "Paragraph");
    }

    @Test
    @DisplayName("Items keep their numbers although each is closed on its own")
    void numbers() {
        var text = "3. a\n1. b\n\n1. c\n\nend\n\n1. d\n";
        assertThat(inPieces(text, new Random(1), 2)).filteredOn(Block.ListItem.class::isInstance)
                .extracting(block -> ((Block.ListItem) block).marker()).containsExactly("3.", "4.", "5.", "1.");
    }

    @Test
    @DisplayName("Task boxes, links and images become what the reader needs")
    void details() {
        assertThat(atOnce("- [x] done\n")).containsExactly(
                new Block.ListItem(new Place(1, 0), "•", Block.Check.DONE, List.of(Inline.plain("done"))));
        assertThat(atOnce("![a *b*](https://h.org/x.png) [t](u)")).containsExactly(new Block.Paragraph(Place.TOP,
                List.of(new Inline("[image: a b] h.org", 0, "https://h.org/x.png"), Inline.plain(" "),
                        new Inline("t", 0, "u"))));
        assertThat(atOnce("<script>x</script>\n**y**")).containsExactly(new Block.Paragraph(Place.TOP,
                List.of(Inline.plain("<script>x</script> "), new Inline("y", Inline.BOLD, null))));
    }

    @Test
    @DisplayName("An open fence streams as code and its pieces join to the whole")
    void openFence() {
        var stream = new MarkdownStream();
        stream.append("```java\nint a;\nint ");
        assertThat(stream.blocks())
                .containsExactly(new Block.Code(Place.TOP, "java", "int a;\nint ", Block.Part.WHOLE));
        var code = "line of code\n".repeat(100);
        stream.append("b;\n" + code + "```\n\nafter");
        stream.finish();
        var joined = new StringBuilder();
        for (var block : stream.blocks()) {
            if (block instanceof Block.Code piece) {
                joined.append(piece.text());
            }
        }
        assertThat(joined.toString()).isEqualTo("int a;\nint b;\n" + code);
        assertThat(stream.blocks().getFirst()).isInstanceOfSatisfying(Block.Code.class,
                piece -> assertThat(piece.part()).isEqualTo(Block.Part.FIRST));
    }

    @Test
    @DisplayName("Emphasis shows before it is closed, half markers do not show")
    void openEnd() {
        var stream = new MarkdownStream();
        stream.append("so **very b");
        assertThat(stream.blocks()).containsExactly(new Block.Paragraph(Place.TOP,
                List.of(Inline.plain("so "), new Inline("very b", Inline.BOLD, null))));
        stream.append("old**\n-");
        assertThat(stream.blocks()).hasOnlyElementsOfType(Block.Paragraph.class);
    }

    @Test
    @DisplayName("Deep nesting, a line of 1 MB and right-to-left text neither hang nor throw")
    void hostile() {
        assertTimeoutPreemptively(ofSeconds(60), () -> {
            var deep = new StringBuilder();
            for (int i = 0; i < 10_000; i++) {
                deep.append(" ".repeat(Math.min(2 * i, 400))).append("- x\n");
            }
            for (var text : List.of(deep.toString(), "- ".repeat(10_000), "> ".repeat(10_000), "x".repeat(1 << 20),
                    "*a ".repeat(50_000), "[".repeat(50_000), "`a``".repeat(20_000), "![[".repeat(20_000),
                    "🙂".repeat(200_000), "שלום \u202eevil\u202c עולם ".repeat(1_000), "\r".repeat(10_000),
                    "|".repeat(10_000) + "\n" + "|-".repeat(5_000), "`".repeat(100_000))) {
                assertThat(inPieces(text, new Random(3), 60_000)).isEqualTo(atOnce(text)).isNotNull();
            }
        });
    }

    @Test
    @DisplayName("A table of thousands of columns is shown as text in bounded pieces")
    void wideTable() {
        var text = "|" + "a|".repeat(2_000) + "\n|" + "-|".repeat(2_000) + "\n"
                + ("|" + "b|".repeat(2_000) + "\n").repeat(3);
        assertThat(atOnce(text)).hasOnlyElementsOfType(Block.Code.class);
        assertThat(inPieces(text, new Random(5), 5_000)).isEqualTo(atOnce(text));
        var fine = "|" + "a|".repeat(64) + "\n|" + "-|".repeat(64) + "\n";
        assertThat(atOnce(fine)).hasOnlyElementsOfType(Block.Table.class);
    }

    @Test
    @DisplayName("No row is longer than a text layout can take")
    void rows() {
        for (var block : atOnce("word ".repeat(20_000))) {
            assertThat(block).isInstanceOfSatisfying(Block.Paragraph.class,
                    row -> assertThat(Inline.text(row.text())).hasSizeLessThanOrEqualTo(Runs.ROW));
        }
    }
}

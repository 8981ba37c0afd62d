package app.pitot.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is read or laid out as one is bounded, and nothing is lost where it is cut. */
class BoundedWorkTest {
    private static final String CROWD = "*a**b_c_".repeat(25_000);

    private static List<Block> blocks(String text) {
        var stream = new MarkdownStream();
        stream.append(text);
        stream.finish();
        return stream.blocks();
    }

    private static String table(int columns, int rows) {
        return "| **h** ".repeat(columns) + "|\n" + "|:-:".repeat(columns) + "|\n"
                + ("| **b** ".repeat(columns) + "|\n").repeat(rows);
    }

    @Test
    @DisplayName("Marks of emphasis are paired among 2,000 of them at most")
    void marks() {
        var pieces = Crowd.pieces(CROWD);
        assertThat(String.join("", pieces)).isEqualTo(CROWD);
        assertThat(pieces).hasSizeGreaterThan(60).allSatisfy(piece -> assertThat(
                piece.chars().filter(c -> c == '*' || c == '_').count()).isLessThanOrEqualTo(Crowd.MOST));
        assertThat(Crowd.pieces("*a* ".repeat(500))).hasSize(1);
    }

    @Test
    @DisplayName("No letter between 125,000 marks is lost, and what goes on is no paragraph of its own")
    void nothingLost() {
        var read = blocks(CROWD);
        assertThat(read.stream().map(block -> Inline.text(((Block.Paragraph) block).text()))
                .collect(Collectors.joining()).replaceAll("[*_]", "")).isEqualTo("abc".repeat(25_000));
        assertThat(read.stream().filter(block -> !((Block.Paragraph) block).continued()).count())
                .isLessThanOrEqualTo(CROWD.length() / MarkdownStream.BLOCK_LIMIT + 1);
    }

    @Test
    @DisplayName("A table is not cut by the marks in its cells")
    void marksInCells() {
        assertThat(Crowd.pieces(table(3, 700))).hasSize(1);
    }

    @Test
    @DisplayName("A long table comes in pieces of at most 400 cells with one header")
    void longTable() {
        var read = blocks(table(3, 700));
        assertThat(read).hasSize(6).allSatisfy(block -> {
            var piece = (Block.Table) block;
            assertThat(piece.rows().size() * 3).isLessThanOrEqualTo(TableReader.MAX_CELLS);
            assertThat(piece.columns()).containsExactly(Block.Align.CENTER, Block.Align.CENTER, Block.Align.CENTER);
            assertThat(piece.continued()).isEqualTo(block != read.getFirst());
        });
        assertThat(read.stream().mapToInt(block -> ((Block.Table) block).rows().size()).sum()).isEqualTo(700);
        assertThat(blocks(table(4, 100))).hasSize(1);
        assertThat(blocks(table(4, 0))).hasSize(1);
    }
}

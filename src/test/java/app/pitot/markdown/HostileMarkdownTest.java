package app.pitot.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMarkdownTest {
    static Stream<Map.Entry<String, String>> samples() {
        return HostileSamples.all().entrySet().stream();
    }

    private static List<Block> blocks(String... pieces) {
        var stream = new MarkdownStream();
        for (var piece : pieces) {
            stream.append(piece);
        }
        stream.finish();
        return stream.blocks();
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(HostileSamples.all()).hasSizeGreaterThan(300);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("samples")
    @DisplayName("Live in any cuts and from history alike, in rows that a layout takes")
    void anyCutsGiveTheSame(Map.Entry<String, String> sample) {
        var text = sample.getValue();
        var whole = blocks(text);
        var random = new Random(text.length());
        var stream = new MarkdownStream();
        int most = Math.max(8, text.length() / 20);
        for (int from = 0; from < text.length();) {
            int to = Math.min(text.length(), from + 1 + random.nextInt(most));
            stream.append(text.substring(from, to));
            from = to;
        }
        stream.finish();
        assertThat(stream.blocks().equals(whole)).as(sample.getKey()).isTrue();
        for (var block : whole) {
            assertThat(block.place().list() + block.place().quote()).as(sample.getKey()).isLessThanOrEqualTo(80);
            if (block instanceof Block.Paragraph paragraph) {
                assertThat(paragraph.text().size()).as(sample.getKey()).isLessThanOrEqualTo(Runs.MOST);
            }
        }
        assertThat(shown(whole)).as(sample.getKey()).doesNotContainPattern("[\u202a-\u202e\u2066-\u2069\u0000\u001b]");
    }

    @Test
    void whatActsUnseenIsShown() {
        assertThat(shown(blocks("a\u202eb\u200bc"))).isEqualTo("a⟨U+202E⟩b⟨U+200B⟩c");
        assertThat(shown(blocks("\u001b[31mred"))).isEqualTo("␛[31mred");
        assertThat(shown(blocks("a\ud800b"))).isEqualTo("a\ufffdb");
        assertThat(shown(blocks("a\ud83d", "\ude00b"))).isEqualTo("a😀b");
        assertThat(shown(blocks("a\ud83d"))).isEqualTo("a\ufffd");
        assertThat(shown(blocks("\u200b".repeat(1_000)))).hasSizeLessThan(100).endsWith("⟨…⟩");
    }

    @ParameterizedTest
    @ValueSource(strings = {"👨‍👩‍👧 ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "می‌خواهم", "क्‍ष", "مرحبا", "שלום"})
    void writingThatNeedsThemKeepsItsJoiners(String text) {
        assertThat(Visible.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$a_1 * b_1 * c_1$", "\\(x_1 * y_1 * \\alpha\\)", "$$a_1 \\\\ *b* _c_$$",
        "\\[ \\{a\\} *b* \\]"})
    void mathsStayAsWritten(String formula) {
        assertThat(shown(blocks("So " + formula + " holds"))).isEqualTo("So " + formula + " holds");
    }

    @Test
    void pricesAreNoMaths() {
        assertThat(shown(blocks("from $5 *to* $10 a month"))).isEqualTo("from $5 to $10 a month");
        assertThat(shown(blocks("a \\$5\\* b"))).isEqualTo("a $5* b");
    }

    @ParameterizedTest
    @CsvSource({"see https://example.org/a_b_c. Then,https://example.org/a_b_c",
        "<https://example.org>,https://example.org"})
    void bareAddressesAreLinks(String text, String target) {
        assertThat(((Block.Paragraph) blocks(text).getFirst()).text()).extracting(Inline::target).contains(target);
    }

    private static String shown(List<Block> blocks) {
        return blocks.stream().map(block -> switch (block) {
            case Block.Paragraph p -> Inline.text(p.text());
            case Block.Heading h -> Inline.text(h.text());
            case Block.ListItem i -> Inline.text(i.text());
            case Block.Code c -> c.text();
            case Block.PlainText t -> t.text();
            case Block.Rule r -> "";
            case Block.Table t -> t.header() + " " + t.rows();
        }).collect(Collectors.joining("\n"));
    }
}

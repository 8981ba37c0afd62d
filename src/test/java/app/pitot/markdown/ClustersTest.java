package app.pitot.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClustersTest {
    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

    private static String bounded(String text) {
        return new Clusters().bounded(text).toString();
    }

    @Test
    void ordinaryTextIsTheSameObject() {
        var text = "naïve façade, Việt Nam, हिन्दी, " + FAMILY + " e\u0301\u0302";
        assertThat(new Clusters().bounded(text)).isSameAs(text);
    }

    @Test
    void anEndlessRunOfAccentsIsCut() {
        assertThat(bounded("a" + "\u0301".repeat(100_000) + "b")).hasSizeLessThan(2 + Clusters.MOST)
                .startsWith("a\u0301")
                .endsWith("b");
    }

    @Test
    void anEndlessRunOfJoinedSignsIsCutAndLeavesNoHalfPair() {
        var cut = bounded("\uD83D\uDC68\u200D".repeat(30_000) + "x");
        assertThat(cut).hasSizeLessThan(2 * Clusters.MOST).endsWith("x");
        for (int i = 0; i < cut.length(); i++) {
            if (Character.isHighSurrogate(cut.charAt(i))) {
                assertThat(Character.isLowSurrogate(cut.charAt(++i))).isTrue();
            } else {
                assertThat(Character.isLowSurrogate(cut.charAt(i))).isFalse();
            }
        }
    }

    @Test
    void anyCuttingOfTheStreamGivesTheSame() {
        var random = new Random(3);
        var pieces = new String[]{"a", "\u0301", "\u200d", "\uD83D\uDC68", " ", "\ufe0f"};
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(120); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)].repeat(1 + random.nextInt(20)));
            }
            var clusters = new Clusters();
            var streamed = new StringBuilder();
            for (int from = 0; from < text.length();) {
                int to = Math.min(text.length(), from + 1 + random.nextInt(7));
                streamed.append(clusters.bounded(text.substring(from, to)));
                from = to;
            }
            assertThat(streamed.toString()).isEqualTo(bounded(text.toString()));
        }
    }
}

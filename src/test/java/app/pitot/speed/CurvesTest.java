package app.pitot.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final long SENT = -5_000_000;

    @Test
    void nothingCame() {
        assertThat(Curves.of(new Timeline().view(), SENT, null)).isSameAs(SpeedCurve.NONE);
    }

    @Test
    void fewPointsAreKeptAsTheyCame() {
        var line = new Timeline();
        line.add(SENT + 1_000_000, 3, true);
        line.add(SENT + 1_000_000, 4, true);
        line.add(SENT + 3_000_000, 5, false);
        var curve = Curves.of(line.view(), SENT, SENT + 3_000_000);
        assertThat(curve.ms()).containsExactly(1, 3);
        assertThat(curve.bytes()).containsExactly(7, 12);
        assertThat(curve.answerFrom()).isEqualTo(1);
    }

    @Test
    void reasoningAloneHasNoAnswer() {
        var line = new Timeline();
        line.add(SENT + 1_000_000, 3, true);
        assertThat(Curves.of(line.view(), SENT, null).answerFrom()).isEqualTo(1);
    }

    @Test
    void manyPointsAreThinnedOutAndStayTrue() {
        var random = new SplittableRandom(3);
        for (var i = 0; i < 200; i++) {
            var line = new Timeline();
            var time = SENT + random.nextLong(1, 1_000_000_000);
            var pieces = random.nextInt(161, 5_000);
            var turn = random.nextInt(pieces);
            Long answer = null;
            for (var piece = 0; piece < pieces; piece++) {
                time += random.nextInt(20) == 0 ? random.nextLong(300_000_000) : random.nextLong(1, 700_000);
                if (piece == turn) {
                    answer = time;
                }
                line.add(time, random.nextInt(1, 30), piece < turn);
            }
            var view = line.view();
            var curve = Curves.of(view, SENT, answer);
            assertThat(curve.ms()).hasSizeBetween(100, SpeedCurve.MOST_POINTS).isSorted();
            assertThat(curve.bytes()).hasSameSizeAs(new long[curve.ms().length]).isSorted();
            assertThat(curve.ms()[0]).isEqualTo((float) ((view.first() - SENT) / 1e6));
            assertThat(curve.ms()[curve.ms().length - 1]).isEqualTo((float) ((view.last() - SENT) / 1e6));
            assertThat(curve.bytes()[curve.bytes().length - 1]).isEqualTo(view.bytes());
            assertThat(curve.ms()[curve.answerFrom()]).isEqualTo((float) ((answer - SENT) / 1e6));
            assertThat(curve.bytes()[curve.answerFrom()]).isEqualTo(view.bytesUntil(answer));
        }
    }
}

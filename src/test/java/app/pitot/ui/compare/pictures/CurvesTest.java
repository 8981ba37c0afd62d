package app.pitot.ui.compare.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.compare.Comparison;
import app.pitot.compare.Mode;
import app.pitot.compare.Runs;
import app.pitot.compare.Runs.Truth;
import app.pitot.compare.Sample;
import app.pitot.speed.SpeedCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final Truth LANE = new Truth("a", "a", 0, null, null, 100, 0, 100, 100, 0);

    @Test
    void anEvenReplyIsALevelLineFromItsFirstToItsLastToken() {
        // 400 bytes of 100 tokens from 100 ms to 1,100 ms: 100 tokens or 400 bytes each second.
        var curve = new SpeedCurve(new float[]{100, 600, 1_100}, new long[]{0, 200, 400}, 0);
        var line = Curves.of(run(curve), false).lines().getFirst();
        assertThat(line.seconds()[0]).isCloseTo(0.1, within(1e-6));
        assertThat(line.seconds()[line.size() - 1]).isCloseTo(1.1, within(1e-6));
        assertThat(Arrays.stream(line.speeds()).boxed())
                .allSatisfy(speed -> assertThat(speed).isCloseTo(100, within(1e-6)));
        assertThat(Arrays.stream(Curves.of(run(curve), true).lines().getFirst().speeds()).boxed())
                .allSatisfy(speed -> assertThat(speed).isCloseTo(400, within(1e-6)));
    }

    @Test
    void aChangeOfSpeedIsSeenWhereItWas() {
        // 50 tokens in the first half second, then 150 in the second.
        var curve = new SpeedCurve(new float[]{0, 500, 1_000}, new long[]{0, 100, 400}, 0);
        var speeds = Curves.of(run(curve), false).lines().getFirst().speeds();
        assertThat(speeds[speeds.length / 4]).isCloseTo(50, within(1e-6));
        assertThat(speeds[3 * speeds.length / 4]).isCloseTo(150, within(1e-6));
    }

    @Test
    void theMedianOfRoundsIsDrawnAtThePartOfTheAnswerThatTheyShare() {
        var slow = new SpeedCurve(new float[]{100, 2_100}, new long[]{0, 400}, 0);
        var even = new SpeedCurve(new float[]{100, 1_100}, new long[]{0, 400}, 0);
        var line = Curves.of(run(even, slow, even), false).lines().getFirst();
        assertThat(line.seconds()[line.size() - 1]).isCloseTo(1.1, within(1e-6));
        assertThat(Arrays.stream(line.speeds()).boxed())
                .allSatisfy(speed -> assertThat(speed).isCloseTo(100, within(1e-6)));
    }

    @Test
    void whatCameAtOnceHasNoLine() {
        var curves = Curves.of(run(SpeedCurve.NONE, new SpeedCurve(new float[]{100}, new long[]{400}, 0),
                new SpeedCurve(new float[]{100, 100}, new long[]{0, 400}, 0)), false);
        assertThat(curves.empty()).isTrue();
        assertThat(CurvesGeometry.of(curves, 400, 200).spots(curves)).isEmpty();
    }

    @Test
    void aLaneAHundredTimesSlowerTurnsBothScalesIntoRatios() {
        var curves = Curves.of(Runs.rounds(3, List.of(Truth.of("a", "a", 100, 3_000), Truth.of("b", "b", 9_000, 30))),
                false);
        assertThat(curves.time().log()).isTrue();
        assertThat(curves.speed().log()).isTrue();
        var at = CurvesGeometry.of(curves, 400, 200);
        for (var line : curves.lines()) {
            assertThat(at.x(line.seconds()[line.size() - 1]) - at.x(line.seconds()[0])).as("wide enough to be seen")
                    .isGreaterThan(40);
            assertThat(Arrays.stream(line.speeds()).map(at::y)).allMatch(y -> y >= at.top() && y <= at.bottom());
        }
    }

    @Test
    void lettersOfLinesThatEndTogetherStandApart() {
        var same = Truth.of("a", "a", 100, 1_000);
        var curves = Curves.of(Runs.rounds(1, List.of(same, same, same, same, same, same, same, same)), false);
        var letters = CurvesGeometry.of(curves, 400, 220).letters(curves);
        assertThat(letters).hasSize(8);
        for (var one : letters) {
            for (var other : letters) {
                assertThat(one == other || Math.abs(one.x() - other.x()) >= 12 || Math.abs(one.y() - other.y()) >= 12)
                        .isTrue();
            }
        }
    }

    private static Comparison run(SpeedCurve... curves) {
        var samples = new ArrayList<Sample>();
        for (var i = 0; i < curves.length; i++) {
            var made = Runs.sample(0, i + 1, 0, LANE, new Random(1));
            samples.add(new Sample(made.exchangeId(), 0, i + 1, 0, made.startedAt(), 0, made.outcome(),
                    made.finishReason(), made.answer(), made.reasoning(), made.usage(), made.speed(), curves[i],
                    made.cost(), made.costSource(), made.timing(), made.served(), made.protocol(), null));
        }
        return Runs.comparison(Mode.ROUNDS, curves.length, List.of(LANE), samples);
    }
}

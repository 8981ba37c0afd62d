package app.pitot.ui.compare.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.compare.Analysis;
import app.pitot.compare.Analysis.Pair;
import app.pitot.compare.Analysis.Verdict;
import app.pitot.compare.Measure;
import app.pitot.statistics.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalsTest {
    private static final Analysis ANALYSIS = new Analysis(Measure.OUTPUT_SPEED, List.of(),
            List.of(new Pair(0, 1, 9, 0.5, new Interval(0.4, 0.625, 0.975), Verdict.SLOWER, null),
                    new Pair(0, 2, 3, 1.2, null, Verdict.NOT_ENOUGH, 3),
                    new Pair(1, 2, 9, 2.4, new Interval(2, 3, 0.975), Verdict.FASTER, null)),
            List.of(1, 0, 2), Verdict.FASTER, List.of(), null);

    @Test
    void ratiosAreTurnedSoThatTheLeaderComesFirst() {
        var intervals = Intervals.of(ANALYSIS);
        assertThat(intervals.leader()).isEqualTo(1);
        var first = intervals.rows().getFirst();
        assertThat(first.lane()).isZero();
        assertThat(first.ratio()).isEqualTo(2);
        assertThat(first.interval().low()).isCloseTo(1.6, within(1e-12));
        assertThat(first.interval().high()).isCloseTo(2.5, within(1e-12));
        assertThat(first.interval().level()).isEqualTo(0.975);
        assertThat(first.verdict()).isEqualTo(Verdict.FASTER);
        assertThat(intervals.rows().get(1).ratio()).isEqualTo(2.4);
    }

    @Test
    void theScaleHoldsEveryIntervalAndTheZoneOfATie() {
        var intervals = Intervals.of(ANALYSIS);
        var at = IntervalsGeometry.of(intervals, 500, 120);
        assertThat(at.x(1.6)).isBetween(at.x(1.05), at.x(2));
        assertThat(at.x(3)).isLessThan(at.rows().right());
        assertThat(at.x(1 / Intervals.TIE)).isGreaterThan(at.rows().left());
        assertThat(at.spots(intervals).getFirst().words())
                .isEqualTo("B is 2.0 times as fast as A, 97.5 % interval 1.60 to 2.5, over 9 rounds");
    }

    @Test
    void withoutAPairThereIsNothingToDraw() {
        var none = Intervals.of(new Analysis(Measure.TTFT, List.of(), List.of(), List.of(), Verdict.NOT_ENOUGH,
                List.of(), null));
        assertThat(none.leader()).isEqualTo(-1);
        assertThat(none.rows()).isEmpty();
        assertThat(IntervalsGeometry.of(none, 300, 100).spots(none)).isEmpty();
    }
}

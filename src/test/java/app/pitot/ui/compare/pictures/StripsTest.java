package app.pitot.ui.compare.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.compare.Analyst;
import app.pitot.compare.Measure;
import app.pitot.compare.Runs;
import app.pitot.compare.Runs.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;

class StripsTest {
    private static final List<Truth> LANES = List.of(Truth.of("a", "a", 100, 1_000), Truth.of("b", "b", 200, 500));

    @Test
    void everyValueKeepsItsRound() {
        var run = Runs.rounds(5, LANES);
        var strips = Strips.of(run, Analyst.analyse(run, Measure.TTFT));
        for (var row : strips.rows()) {
            assertThat(row.dots()).extracting(Strips.Dot::round).containsExactly(1, 2, 3, 4, 5);
            for (var dot : row.dots()) {
                assertThat(run.samples()).anyMatch(each -> each.lane() == row.lane() && each.round() == dot.round()
                        && each.speed().ttftMs() == dot.value());
            }
        }
    }

    @Test
    void aRefusedRoundLeavesAGapNotAShift() {
        var run = Runs.rounds(5, LANES);
        var gap = Runs.with(run, run.samples().stream()
                .map(each -> each.lane() == 0 && each.round() == 2 ? Runs.refused(each) : each).toList());
        var strips = Strips.of(gap, Analyst.analyse(gap, Measure.TTFT));
        assertThat(strips.rows().getFirst().dots()).extracting(Strips.Dot::round).containsExactly(1, 3, 4, 5);
        var rows = Tables.strips(strips).rows();
        assertThat(rows.get(1).getFirst()).isEqualTo("2");
        assertThat(rows.get(1).get(1)).isEqualTo("–");
        assertThat(rows.getLast().getFirst()).isEqualTo("Median");
    }

    @Test
    void dotsStayInTheirRowsAndStandWhereTheyStoodBefore() {
        var run = Runs.rounds(12, LANES);
        var strips = Strips.of(run, Analyst.analyse(run, Measure.OUTPUT_SPEED));
        var at = StripsGeometry.of(strips, 300, 120);
        var pitch = at.rows().pitch();
        for (var row = 0; row < 2; row++) {
            for (var i = 0; i < 12; i++) {
                assertThat(at.y(row, i)).isCloseTo(at.rows().y(row), within(pitch / 4 + 1e-9))
                        .isEqualTo(at.y(row, i));
            }
        }
        assertThat(at.spots(strips)).hasSize(2 + 24).allMatch(spot -> spot.x() >= 0 && spot.x() + spot.width() <= 300
                && spot.y() >= 0 && spot.y() + spot.height() <= 120);
        assertThat(at.spots(strips).getFirst().words()).startsWith("A, median of 12: ");
        assertThat(at.spots(strips).get(1).words()).startsWith("A, round 1: ").endsWith(" tokens/s");
    }

    @Test
    void eightLanesFitIntoTheLowPanel() {
        var run = Runs.rounds(6, Runs.eight());
        var strips = Strips.of(run, Analyst.analyse(run, Measure.OUTPUT_SPEED));
        var rows = StripsGeometry.of(strips, 300, 120).rows();
        assertThat(rows.bottom()).isLessThanOrEqualTo(120 - RowsGeometry.AXIS);
        assertThat(rows.pitch()).as("room for letters").isGreaterThan(10.5);
        assertThat(rows.font()).isGreaterThanOrEqualTo(10.5);
    }

    @Test
    void withoutValuesNothingIsDrawnAndNothingIsNaN() {
        var run = Runs.refused(Runs.refused(Runs.rounds(6, LANES), 0), 1);
        for (var measure : Measure.values()) {
            var strips = Strips.of(run, Analyst.analyse(run, measure));
            assertThat(strips.empty()).isTrue();
            assertThat(StripsGeometry.of(strips, 300, 120).spots(strips)).isEmpty();
            assertThat(Double.isFinite(strips.axis().part(5))).isTrue();
        }
    }
}

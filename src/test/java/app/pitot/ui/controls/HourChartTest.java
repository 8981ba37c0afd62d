package app.pitot.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.ui.common.FxTest;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class HourChartTest extends FxTest {
    private static final HourCurve CURVE = new HourCurve(new double[]{3_600, 1_800, 0}, new long[]{10, 50, 100},
            new long[]{-1, 100, 100}, new boolean[]{true, false, true}, new String[]{"first", "second", "third"},
            false, "100", "10:00", "11:00");

    @Test
    void scalesRunFromAnHourAgoToNowAndFromNothingToTheHighestLimit() {
        var at = HourChartGeometry.of(CURVE, 210, 100);
        assertThat(at.x(3_600)).isEqualTo(5);
        assertThat(at.x(0)).isEqualTo(205);
        assertThat(at.x(9_999)).as("older ones stay inside").isEqualTo(5);
        assertThat(at.y(0)).isEqualTo(at.bottom());
        assertThat(at.y(100)).isEqualTo(at.top());
        assertThat(at.nearest(CURVE, 0)).isZero();
        assertThat(at.nearest(CURVE, 99)).isEqualTo(1);
        assertThat(at.nearest(CURVE, 300)).isEqualTo(2);
    }

    @Test
    void anEmptyHourHasNoNearestMomentAndCanBeShown() {
        var chart = new HourChart[1];
        show(() -> new VBox(chart[0] = new HourChart()), 200, 120);
        assertThat(fx(() -> HourChartGeometry.of(new HourCurve(new double[0], new long[0], new long[0], new boolean[0],
                new String[0], true, null, "", ""), 100, 100).nearest(CURVE, 5))).isNotNegative();
        onFx(() -> chart[0].show(null, "nothing"));
        onFx(chart[0]::requestFocus);
        press(KeyCode.LEFT);
        assertThat(fx(chart[0]::reading)).isNull();
        assertThat(fx(chart[0]::getAccessibleText)).isEqualTo("nothing");
    }

    @Test
    void thePointerAndTheArrowKeysReadValues() {
        var chart = new HourChart[1];
        show(() -> new VBox(chart[0] = new HourChart()), 210, 120);
        onFx(() -> chart[0].show(CURVE, "the whole hour"));
        pulses(2);
        moveTo(chart[0], 8, 50);
        assertThat(fx(chart[0]::reading)).isEqualTo("first");
        assertThat(fx(chart[0]::getAccessibleText)).isEqualTo("first");
        onFx(chart[0]::requestFocus);
        press(KeyCode.END);
        press(KeyCode.LEFT);
        assertThat(fx(chart[0]::reading)).isEqualTo("second");
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT);
        assertThat(fx(chart[0]::reading)).isEqualTo("third");
        onFx(() -> chart[0].show(null, "gone"));
        assertThat(fx(chart[0]::getAccessibleText)).isEqualTo("gone");
    }
}

package app.pitot.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void valuesCloseTogetherStandOnAnEvenScale() {
        var axis = Axis.around(100, 200);
        assertThat(axis.log()).isFalse();
        assertThat(axis.min()).isEqualTo(94);
        assertThat(axis.max()).isEqualTo(206);
        assertThat(axis.part(150)).isEqualTo(0.5);
        assertThat(axis.ticks()).containsExactly(100.0, 150.0, 200.0);
    }

    @Test
    void valuesFarApartStandOnAScaleOfRatios() {
        var axis = Axis.around(400, 3_200);
        assertThat(axis.log()).isTrue();
        assertThat(axis.part(Math.sqrt(400.0 * 3_200))).as("halfway by ratio").isCloseTo(0.5, within(1e-9));
        assertThat(axis.ticks()).containsExactly(500.0, 1_000.0, 2_000.0, 3_000.0);
    }

    @Test
    void aHundredTimesApartGetsATickForEachHalfOfADecade() {
        assertThat(Axis.around(29, 2_900).ticks()).containsExactly(30.0, 100.0, 300.0, 1_000.0, 3_000.0);
    }

    @Test
    void oneValueAloneHasRoomAroundIt() {
        var axis = Axis.around(50);
        assertThat(axis.part(50)).isCloseTo(0.5, within(1e-9));
        assertThat(axis.ticks()).isNotEmpty().allMatch(tick -> tick >= axis.min() && tick <= axis.max());
    }

    @Test
    void noValuesAndValuesBeyondTheEndsAreNeverOutside() {
        var axis = Axis.around();
        assertThat(axis.part(-3)).isZero();
        assertThat(axis.part(7)).isEqualTo(1);
        assertThat(Axis.ratios(1, 10).part(0)).isZero();
    }
}

package app.pitot.ui.compare.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpotTest {
    private static final List<Spot> SPOTS = List.of(Spot.around(10, 10, 3, 0, "a"), Spot.around(50, 10, 3, 0, "b"),
            Spot.around(12, 30, 3, 1, "c"), Spot.around(48, 30, 3, 1, "d"), Spot.around(50, 70, 3, 3, "e"));

    @Test
    void theNearestWithinReachIsRead() {
        assertThat(Spot.nearest(SPOTS, 12, 11, 12)).isZero();
        assertThat(Spot.nearest(SPOTS, 49, 22, 12)).isEqualTo(3);
        assertThat(Spot.nearest(SPOTS, 100, 100, 12)).isEqualTo(-1);
        assertThat(Spot.nearest(List.of(), 1, 1, 12)).isEqualTo(-1);
    }

    @Test
    void withinALargeSpotASmallOneIsStillFound() {
        var spots = List.of(new Spot(0, 0, 100, 20, 0, "bar"), Spot.around(80, 10, 2, 0, "dot"));
        assertThat(Spot.nearest(spots, 80, 10, 12)).isEqualTo(1);
        assertThat(Spot.nearest(spots, 20, 10, 12)).isZero();
    }

    @Test
    void upAndDownLeadToTheNearestOfTheNextLaneThatHasAny() {
        assertThat(Spot.inNextLane(SPOTS, 1, 1)).isEqualTo(3);
        assertThat(Spot.inNextLane(SPOTS, 3, 1)).isEqualTo(4);
        assertThat(Spot.inNextLane(SPOTS, 4, 1)).isEqualTo(4);
        assertThat(Spot.inNextLane(SPOTS, 2, -1)).isZero();
    }
}

package app.pitot.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EasedTest {
    private static final long PULSE = 16_000_000;

    @Test
    void aTargetThatMovesWithEveryPulseIsFollowed() {
        var eased = new Eased(1);
        eased.aim(120, 0);
        for (int pulse = 1; pulse <= 30; pulse++) {
            eased.aim(120, 1 + pulse / 1000.0);
            eased.step(pulse * PULSE);
        }
        assertThat(eased.get(0)).isBetween(0.95, 1.03);
    }

    @Test
    void aJourneyAfterARestStartsAtItsFirstReading() {
        var eased = new Eased(1);
        eased.aim(120, 0);
        eased.aim(120, 1);
        eased.step(1_000 * PULSE);
        assertThat(eased.get(0)).isZero();
        eased.step(1_000 * PULSE + 120_000_000);
        assertThat(eased.get(0)).isEqualTo(1);
        assertThat(eased.moving()).isFalse();

        eased.aim(120, 0);
        eased.step(5_000 * PULSE);
        assertThat(eased.get(0)).isEqualTo(1);
    }
}

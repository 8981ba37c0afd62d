package app.pitot.ui.compare;

import app.pitot.base.Clocks;

/** What time it is for a lane, in whole milliseconds. */
@FunctionalInterface
interface LaneClock {
    long millis();

    static LaneClock of(Clocks clocks) {
        return () -> clocks.nanos() / 1_000_000;
    }
}

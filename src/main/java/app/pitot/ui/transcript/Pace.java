package app.pitot.ui.transcript;

import app.pitot.base.Ticker;

/**
 * How often text is laid out: at every pulse while frames are cheap, about 25 times a second while they are not, so that
 * gauges and typing keep the pulses in between.
 */
final class Pace {
    private static final long DEAR_NANOS = 22_000_000;
    private static final long REST_NANOS = 36_000_000;
    private static final int CHEAP_IN_A_ROW = 4;

    private final Ticker ticker;
    private final Pulses pulses;
    private long shownAt;
    private boolean resting;
    private boolean measuring;
    private int cheap;

    Pace(Ticker ticker, Pulses pulses) {
        this.ticker = ticker;
        this.pulses = pulses;
    }

    /** True if the next text may be laid out now. */
    boolean due() {
        return !resting || ticker.nanos() - shownAt >= REST_NANOS;
    }

    /** Text was changed in this pulse: the time to the next one tells what that cost. */
    void shown() {
        shownAt = ticker.nanos();
        if (!measuring) {
            measuring = true;
            pulses.next(this::measure);
        }
    }

    private void measure() {
        measuring = false;
        if (ticker.nanos() - shownAt > DEAR_NANOS) {
            resting = true;
            cheap = 0;
        } else if (++cheap >= CHEAP_IN_A_ROW) {
            resting = false;
        }
    }
}

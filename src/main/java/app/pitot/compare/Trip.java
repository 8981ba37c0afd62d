package app.pitot.compare;

import app.pitot.base.Clocks;
import app.pitot.exchange.Departure;

/** One request of a lane on its way out: remembers when it was asked for and admitted. */
class Trip implements Departure {
    private static final double NANOS_PER_MS = 1e6;

    private final Clocks clocks;
    private final long asked;
    private volatile long admitted;
    private volatile boolean isAdmitted;

    /** Asked for now. */
    Trip(Clocks clocks) {
        this.clocks = clocks;
        this.asked = clocks.nanos();
    }

    @Override
    public void admitted() throws InterruptedException {
        admitted = clocks.nanos();
        isAdmitted = true;
    }

    /** True once the windows have let it through. */
    boolean isAdmitted() {
        return isAdmitted;
    }

    /** How long it waited for the windows, in ms, as of now. */
    double heldMs() {
        return ((isAdmitted ? admitted : clocks.nanos()) - asked) / NANOS_PER_MS;
    }

    /** How long ago it was admitted, in ms; 0 before. */
    double sinceMs() {
        return isAdmitted ? (clocks.nanos() - admitted) / NANOS_PER_MS : 0;
    }
}

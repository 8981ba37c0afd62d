package app.pitot.compare;

import app.pitot.base.Clocks;
import app.pitot.exchange.Departure;

/** One request of a lane on its way out: when it was admitted, and that its connection is warm before it leaves. */
class Trip implements Departure {
    private static final double NANOS_PER_MS = 1e6;

    private final Lane lane;
    private final Clocks clocks;
    /** Null to leave connections as they are. */
    private final Warming warming;
    private final long asked;
    private volatile long admitted;
    private volatile boolean isAdmitted;
    private volatile boolean left;

    Trip(Lane lane, Clocks clocks, Warming warming) {
        this.lane = lane;
        this.clocks = clocks;
        this.warming = warming;
        this.asked = clocks.nanos();
    }

    @Override
    public void admitted() throws InterruptedException {
        admitted = clocks.nanos();
        isAdmitted = true;
    }

    @Override
    public void ready() throws InterruptedException {
        warm();
        leave();
    }

    final void warm() throws InterruptedException {
        if (warming != null) {
            warming.warm(lane);
        }
    }

    final void leave() {
        left = true;
    }

    /** True once the windows have let it through. */
    boolean isAdmitted() {
        return isAdmitted;
    }

    /** True once it was on its way to the provider, or so near that nobody else would know. */
    boolean left() {
        return left;
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

package app.pitot.simulator;

/**
 * When each part of one reply is due: the event that ends with token b leaves b ÷ speed after the origin. The origin is
 * when output was to begin; if the first event leaves late, it moves by as much, so that the reply keeps its speed instead
 * of seeming faster while it catches up. Later delays are caught up. One thread.
 */
final class Schedule {
    private final Pacer pacer;
    private final double speed;
    private long origin;
    private long first;
    private long last;
    private boolean begun;

    /**
     * @param origin ticker reading
     * @param speed tokens per second
     */
    Schedule(Pacer pacer, long origin, double speed) {
        this.pacer = pacer;
        this.origin = origin;
        this.speed = speed;
        first = origin;
        last = origin;
    }

    /** Ticker reading at which an event that ends with this many tokens is due. */
    long due(int tokens) {
        return origin + (long) (tokens / speed * 1e9);
    }

    /** Waits until then. */
    void await(int tokens) throws InterruptedException {
        pacer.until(due(tokens));
    }

    /** An event that ends with this many tokens has just been written. */
    void wrote(int tokens) {
        last = pacer.ticker().nanos();
        if (begun)
            return;
        begun = true;
        first = last;
        origin += Math.max(0, first - due(tokens));
    }

    /** When output began, as the events that were written tell it. */
    long origin() {
        return origin;
    }

    /** When the first event was written, or else the origin. */
    long first() {
        return first;
    }

    /** When the last one was written, or else the origin. */
    long last() {
        return last;
    }
}

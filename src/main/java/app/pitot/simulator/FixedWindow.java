package app.pitot.simulator;

import app.pitot.provider.Limit;

/** A UTC minute, hour or day that starts full and does not refill before it ends. */
final class FixedWindow implements Window {
    private final Limit limit;
    private final long periodMillis;
    private long index;
    private double used;

    FixedWindow(Limit limit, Moment start) {
        this.limit = limit;
        periodMillis = limit.period().length().toMillis();
        index = indexAt(start);
    }

    @Override
    public Limit limit() {
        return limit;
    }

    @Override
    public double remaining(Moment now) {
        // Only forward: a wall clock that is set back must not hand out the window a second time.
        if (indexAt(now) > index) {
            index = indexAt(now);
            used = 0;
        }
        return limit.value() - used;
    }

    @Override
    public double resetSeconds(Moment now) {
        remaining(now);
        return ((index + 1) * periodMillis - now.wall().toEpochMilli()) / 1e3;
    }

    @Override
    public double waitSeconds(double amount, Moment now) {
        if (amount > limit.value())
            return Double.POSITIVE_INFINITY;
        return amount > remaining(now) ? resetSeconds(now) : 0;
    }

    @Override
    public long charge(double amount, Moment now) {
        remaining(now);
        used += amount;
        return index;
    }

    @Override
    public void correct(long chargedTo, double delta, Moment now) {
        remaining(now);
        if (chargedTo == index)
            used += delta;
    }

    private long indexAt(Moment now) {
        return Math.floorDiv(now.wall().toEpochMilli(), periodMillis);
    }
}

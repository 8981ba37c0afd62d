package app.pitot.simulator;

import app.pitot.provider.Limit;

/** A token bucket that refills all the time and holds one period's worth. */
final class BucketWindow implements Window {
    private final Limit limit;
    private final double perNano;
    private double level;
    private long at;

    BucketWindow(Limit limit, long nanos) {
        this.limit = limit;
        perNano = (double) limit.value() / limit.period().length().toNanos();
        level = limit.value();
        at = nanos;
    }

    @Override
    public Limit limit() {
        return limit;
    }

    @Override
    public double remaining(Moment now) {
        var passed = Math.max(0, now.nanos() - at);
        level = Math.min(limit.value(), level + passed * perNano);
        at += passed;
        return level;
    }

    @Override
    public double resetSeconds(Moment now) {
        return (limit.value() - remaining(now)) / perNano / 1e9;
    }

    @Override
    public double waitSeconds(double amount, Moment now) {
        if (amount > limit.value())
            return Double.POSITIVE_INFINITY;
        return Math.max(0, (amount - remaining(now)) / perNano / 1e9);
    }

    @Override
    public long charge(double amount, Moment now) {
        level = remaining(now) - amount;
        return 0;
    }

    @Override
    public void correct(long chargedTo, double delta, Moment now) {
        level = Math.min(limit.value(), remaining(now) - delta);
    }
}

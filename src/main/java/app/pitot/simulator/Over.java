package app.pitot.simulator;

import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import java.time.Instant;

/**
 * The limit that refuses a request, and by how much.
 *
 * @param used of the limit, rounded up; never above it
 * @param need what the request wanted
 * @param waitSeconds until it would pass; infinite if never
 * @param resetSeconds until the window is full, or until its boundary
 * @param at when this was so
 * @param split true if the plan counts cached tokens apart, so that "tokens" alone would not say which bucket
 */
record Over(String model, Limit limit, long used, long need, double waitSeconds, double resetSeconds, Instant at,
        boolean split) {
    private static final long SOME = 1_000;

    static Over of(Plan plan, String model, Window window, double cost, Window.Moment now) {
        var limit = window.limit();
        return new Over(model, limit, limit.value() - window.remainingFloor(now), (long) cost,
                window.waitSeconds(cost, now), window.resetSeconds(now), now.wall(), split(plan, limit.period()));
    }

    /** As if the plan's window of that kind were used up; an invented one if the plan has none. */
    static Over pretended(Plan plan, String model, boolean requests, Period period, Instant at) {
        var limit = plan.limits().stream()
                .filter(one -> (one.metric() == Metric.REQUESTS) == requests && one.period() == period).findFirst()
                .orElse(new Limit(requests ? Metric.REQUESTS : Metric.TOKENS, period, SOME, Refill.CONTINUOUS));
        long whole = period.length().toMillis();
        var need = requests ? 1 : Math.max(1, limit.value() / 2);
        var fixed = limit.refill() == Refill.FIXED;
        var reset = (fixed ? whole - Math.floorMod(at.toEpochMilli(), whole) : whole) / 1e3;
        return new Over(model, limit, limit.value(), need, fixed ? reset : reset * need / limit.value(), reset, at,
                false);
    }

    /** True if it would not pass even when nothing else was used. */
    boolean never() {
        return need > limit.value();
    }

    private static boolean split(Plan plan, Period period) {
        return plan.limits().stream()
                .anyMatch(other -> other.metric() == Metric.UNCACHED_TOKENS && other.period() == period);
    }
}

package app.pitot.advice;

import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import java.time.Duration;

/**
 * How far one limit reaches if it is the only one. The day starts with all of it free.
 *
 * @param charge what a request takes of it in the end; 0 if it takes nothing, so that the limit never binds
 * @param aside what must be free before a request is sent
 * @param hours of work in a day
 */
public record Reach(Limit limit, double charge, double aside, double hours) {
    private static final double DAY_HOURS = 24;
    private static final double MONTH_DAYS = 30;
    /** Of the last bit of what was worked out from fractions. */
    private static final double HAIR = 1e-9;

    /** @param outputAside tokens that a request sets aside for its reply; @param micros what it costs */
    static Reach of(Limit limit, Load load, long outputAside, double micros) {
        return switch (limit.metric()) {
            case REQUESTS -> new Reach(limit, 1, 1, load.hours());
            case TOKENS -> new Reach(limit, load.tokens(), load.input() + outputAside, load.hours());
            // What will come from the cache is not known before the answer.
            case UNCACHED_TOKENS -> new Reach(limit, load.input() * (1 - load.cached()) + load.output(),
                    load.input() + outputAside, load.hours());
            case USD -> new Reach(limit, micros, micros, load.hours());
        };
    }

    /** True if no request of this size ever passes. */
    public boolean never() {
        return aside > limit.value();
    }

    /** True if requests of this size take nothing of it. */
    public boolean free() {
        return charge <= 0;
    }

    /** How many may be on their way at the same time, all of it free at first; null without a bound. */
    public Long atOnce() {
        return aside <= 0 ? null : Long.valueOf((long) Math.floor(limit.value() / aside + HAIR));
    }

    /** Requests in a day; null without a bound. */
    public Long perDay() {
        if (never()) {
            return 0L;
        }
        return free() ? null : Long.valueOf((long) Math.floor(exactPerDay() + HAIR));
    }

    /** Requests in an hour of work, on and on; null without a bound. */
    public Double perHour() {
        if (never()) {
            return 0.0;
        }
        if (free()) {
            return null;
        }
        return limit.period().compareTo(Period.HOUR) <= 0
                ? perNano() * Duration.ofHours(1).toNanos()
                : exactPerDay() / hours;
    }

    /** Requests in a minute of work, on and on; null without a bound. */
    public Double perMinute() {
        var hour = perHour();
        return hour == null ? null : Double.valueOf(hour / 60);
    }

    /** Of a period that starts with all of it free and gets nothing back before it ends. */
    double inOne() {
        return never() ? 0 : Math.max(0, Math.floor((limit.value() - aside) / charge + HAIR) + 1);
    }

    double perNano() {
        double nanos = limit.period().length().toNanos();
        return (limit.refill() == Refill.FIXED ? inOne() : limit.value() / charge) / nanos;
    }

    private double exactPerDay() {
        if (limit.period() == Period.MONTH) {
            return (limit.refill() == Refill.FIXED ? inOne() : limit.value() / charge) / MONTH_DAYS;
        }
        double periods = Duration.ofHours(1).toNanos() * hours / limit.period().length().toNanos();
        if (limit.refill() == Refill.FIXED) {
            return inOne() * Math.max(1, periods);
        }
        // What came back over night is there in the morning; more than a day gives back is not to be had.
        double most = Math.min(limit.value() * (1 + periods),
                limit.value() * (double) Period.DAY.length().toNanos() / limit.period().length().toNanos());
        return hours >= DAY_HOURS ? limit.value() * periods / charge : most / charge;
    }

    boolean counts(Metric metric) {
        return limit.metric() == metric;
    }
}

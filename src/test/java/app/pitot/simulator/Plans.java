package app.pitot.simulator;

import app.pitot.base.Clocks;
import app.pitot.base.Ticker;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Plans and clocks for tests. */
final class Plans {
    private Plans() {}

    static Limit bucket(Metric metric, Period period, long value) {
        return new Limit(metric, period, value, Refill.CONTINUOUS);
    }

    static Limit fixed(Metric metric, Period period, long value) {
        return new Limit(metric, period, value, Refill.FIXED);
    }

    static Plan plan(Integer context, Integer reserve, Limit... limits) {
        return new Plan("test", "Test", "simulator", LocalDate.of(2026, 4, 25), "test", List.of(limits), context,
                reserve, "");
    }

    static Limiter.Ask ask(long input, long output) {
        return new Limiter.Ask("model", input, output);
    }

    static Plan unlimited() {
        return plan(null, null);
    }

    /** The free plan of April 2026. */
    static Plan april() {
        return plan(8_192, null, bucket(Metric.REQUESTS, Period.MINUTE, 30), bucket(Metric.REQUESTS, Period.HOUR, 900),
                fixed(Metric.REQUESTS, Period.DAY, 14_400), bucket(Metric.TOKENS, Period.MINUTE, 60_000),
                bucket(Metric.TOKENS, Period.HOUR, 1_000_000), fixed(Metric.TOKENS, Period.DAY, 1_000_000));
    }

    /** A clock for the limiter that moves only when told to. */
    static final class Hand {
        private final AtomicLong nanos = new AtomicLong(7);
        private volatile Instant wall = Instant.parse("2026-04-25T10:00:00Z");

        Clocks clocks() {
            return new Clocks(nanos::get, () -> wall);
        }

        void forward(Duration time) {
            nanos.addAndGet(time.toNanos());
            wall = wall.plus(time);
        }

        void wallTo(String instant) {
            wall = Instant.parse(instant);
        }
    }

    static SimulatorConfig config(Plan plan, Clocks clocks) {
        return new SimulatorConfig(0, Dialect.CEREBRAS, plan, null, 5, 1, null, clocks, Ticker.system());
    }

    static SimulatorConfig config(Plan plan) {
        return config(plan, Clocks.system());
    }
}

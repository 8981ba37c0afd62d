package app.pitot.ui.instruments;

import app.pitot.base.Provenance;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import app.pitot.quota.Curve;
import app.pitot.quota.DayUse;
import app.pitot.quota.Forecast;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.WindowState;
import app.pitot.quota.WindowState.Level;
import app.pitot.quota.WindowState.Next;
import app.pitot.speed.Rhythm;
import app.pitot.speed.SpeedReading;
import app.pitot.speed.TokenBasis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Readings and windows as a plan of April 2026 would show them. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-04-14T11:19:00Z");

    private Samples() {}

    static SpeedReading finished() {
        return reading(2987.4, TokenBasis.USAGE, false, 0, false);
    }

    static SpeedReading live(double speed) {
        return reading(speed, TokenBasis.ESTIMATE, true, 12, false);
    }

    static SpeedReading stalled() {
        return reading(2103.0, TokenBasis.ESTIMATE, true, 4_200, true);
    }

    private static SpeedReading reading(double speed, TokenBasis basis, boolean live, double silent, boolean stalled) {
        return new SpeedReading(null, true, 142.0, 388.0, 545.0, speed, 2209.0, live ? null : 3010.0, null, 1204, null,
                4816, basis, live, 0.6, silent, stalled, 96, rhythm(), Set.of());
    }

    private static Rhythm rhythm() {
        var bars = new int[64];
        for (var i = 0; i < bars.length; i++) {
            bars[i] = i > 36 && i < 40 ? 0 : 30 + (i * 37 + i * i * 11) % 70;
        }
        return new Rhythm(96, 4.1, 11.0, 35.0, 12.5, bars, 6.3);
    }

    static WindowState window(Metric metric, Period period, Refill refill, long limit, long remaining, long reserved,
            Double nextMs, Next next, Provenance source, Long ageMs, Level level, boolean binding) {
        return new WindowState(metric, period, refill, limit, remaining, limit - remaining - reserved, reserved, nextMs,
                next, Provenance.REPORTED, source, ageMs, level, binding, null);
    }

    static WindowState day() {
        return window(Metric.TOKENS, Period.DAY, Refill.FIXED, 1_000_000, 582_310, 0, 45_660_000.0, Next.RESET,
                Provenance.REPORTED, 2_000L, Level.NORMAL, true);
    }

    static WindowState tokensPerMinute() {
        return window(Metric.TOKENS, Period.MINUTE, Refill.CONTINUOUS, 60_000, 55_200, 2_406, 1_800.0, Next.FULL_AGAIN,
                Provenance.PROJECTED, 2_000L, Level.NORMAL, false);
    }

    static WindowState requestsPerMinute() {
        return window(Metric.REQUESTS, Period.MINUTE, Refill.CONTINUOUS, 30, 23, 1, 2_000.0, Next.ONE_MORE,
                Provenance.REPORTED, 2_000L, Level.NORMAL, false);
    }

    static WindowState full(Metric metric, Period period, long limit) {
        return window(metric, period, Refill.CONTINUOUS, limit, limit, 0, null, Next.NOTHING, Provenance.REPORTED,
                9_000L,
                Level.NORMAL, false);
    }

    static DayUse burning() {
        return day(0, new Forecast(8_140, 8_140, NOON.plusSeconds(10_380), Instant.parse("2026-04-15T00:00:00Z"),
                471_527));
    }

    static DayUse idle() {
        return day(1, Forecast.idle(Instant.parse("2026-04-15T00:00:00Z"), 297_690));
    }

    private static DayUse day(int refused, Forecast forecast) {
        var curve = new Curve(new int[]{0, 420, 470, 515, 540, 570, 600, 620, 640, 679},
                new long[]{0, 2_000, 22_000, 55_000, 95_000, 110_000, 220_000, 290_000, 360_000, 417_690});
        return new DayUse(Metric.TOKENS, 1_000_000L, 417_690, 582_310L, 3, refused,
                Instant.parse("2026-04-14T00:00:00Z"), forecast, curve, Provenance.REPORTED, false);
    }

    static QuotaSnapshot drawing() {
        return new QuotaSnapshot(List.of(day(), tokensPerMinute(), requestsPerMinute()), burning());
    }

    /** The windows of {@code plan}, full, with the one at {@code binding} in front. */
    static QuotaSnapshot bound(QuotaSnapshot plan, int binding) {
        var windows = new ArrayList<WindowState>();
        for (var i = 0; i < plan.windows().size(); i++) {
            var w = plan.windows().get(i);
            var bound = window(w.metric(), w.period(), w.refill(), w.limit(), w.remaining(), w.reserved(), w.nextMs(),
                    w.next(), w.source(), w.ageMs(), w.level(), i == binding);
            windows.add(i == binding ? 0 : windows.size(), bound);
        }
        return new QuotaSnapshot(windows, plan.day());
    }

    /** The first four of six. */
    static QuotaSnapshot four() {
        return new QuotaSnapshot(six().windows().subList(0, 4), burning());
    }

    /** The windows of a trial plan. */
    static QuotaSnapshot five() {
        return new QuotaSnapshot(List.of(full(Metric.REQUESTS, Period.MINUTE, 5),
                full(Metric.TOKENS, Period.MINUTE, 90_000), full(Metric.UNCACHED_TOKENS, Period.MINUTE, 30_000),
                full(Metric.TOKENS, Period.HOUR, 1_000_000), full(Metric.TOKENS, Period.DAY, 1_000_000)), burning());
    }

    /** Six windows, two of them under pressure. */
    static QuotaSnapshot six() {
        return new QuotaSnapshot(List.of(
                window(Metric.TOKENS, Period.DAY, Refill.FIXED, 1_000_000, 82_310, 0, 45_660_000.0, Next.RESET,
                        Provenance.REPORTED, 2_000L, Level.RED, true),
                tokensPerMinute(), requestsPerMinute(),
                window(Metric.TOKENS, Period.HOUR, Refill.CONTINUOUS, 1_000_000, 230_000, 0, 2_700_000.0,
                        Next.FULL_AGAIN,
                        Provenance.PROJECTED, 2_000L, Level.AMBER, false),
                full(Metric.REQUESTS, Period.HOUR, 900), full(Metric.REQUESTS, Period.DAY, 14_400)), burning());
    }

    /** Dual buckets, by minute, hour and day. */
    static QuotaSnapshot eight() {
        return new QuotaSnapshot(List.of(day(), tokensPerMinute(), requestsPerMinute(),
                full(Metric.UNCACHED_TOKENS, Period.MINUTE, 30_000),
                window(Metric.TOKENS, Period.HOUR, Refill.CONTINUOUS, 1_000_000, 230_000, 0, 2_700_000.0,
                        Next.FULL_AGAIN, Provenance.PROJECTED, 2_000L, Level.AMBER, false),
                full(Metric.UNCACHED_TOKENS, Period.HOUR, 500_000), full(Metric.REQUESTS, Period.DAY, 14_400),
                full(Metric.UNCACHED_TOKENS, Period.DAY, 1_000_000)), burning());
    }

    /** Money by month, a stale minute and an unknown hour. */
    static QuotaSnapshot odd() {
        return new QuotaSnapshot(List.of(
                window(Metric.USD, Period.MONTH, Refill.FIXED, 5_000_000, 1_099_900, 20_000, 500_000_000.0, Next.RESET,
                        Provenance.PROJECTED, 2_000L, Level.AMBER, true),
                window(Metric.TOKENS, Period.MINUTE, Refill.CONTINUOUS, 60_000, 41_000, 0, null, Next.NOTHING,
                        Provenance.REPORTED, 400_000L, Level.NORMAL, false),
                new WindowState(Metric.TOKENS, Period.HOUR, Refill.CONTINUOUS, null, null, null, 0, null, Next.NOTHING,
                        Provenance.ESTIMATED, Provenance.ESTIMATED, null, Level.UNKNOWN, false, null)),
                idle());
    }
}

package app.pitot.ui.mini;

import app.pitot.base.Clocks;
import app.pitot.base.Provenance;
import app.pitot.exchange.Phase;
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
import java.util.List;
import java.util.Set;

/** Windows, a day and speeds for the mini gauge. */
final class Small {
    static final Instant NOON = Instant.parse("2026-04-14T12:00:00Z");

    private Small() {}

    static Clocks clocks() {
        return new Clocks(() -> 0, () -> NOON);
    }

    static WindowState tokens(long remaining, Level level) {
        return new WindowState(Metric.TOKENS, Period.MINUTE, Refill.CONTINUOUS, 60_000L, remaining, 60_000 - remaining,
                0, 12_000.0, Next.FULL_AGAIN, Provenance.REPORTED, Provenance.REPORTED, 1_000L, level, true, null);
    }

    static WindowState requests() {
        return new WindowState(Metric.REQUESTS, Period.MINUTE, Refill.CONTINUOUS, 30L, 30L, 0L, 0, null, Next.NOTHING,
                Provenance.REPORTED, Provenance.REPORTED, 1_000L, Level.NORMAL, false, null);
    }

    static DayUse day(Long limit, long used, Instant runsOut) {
        var forecast = new Forecast(8_140, 8_140, runsOut, Instant.parse("2026-04-15T00:00:00Z"), used);
        return new DayUse(Metric.TOKENS, limit, used, limit == null ? null : (Long) Math.max(0, limit - used), 3, 0,
                Instant.parse("2026-04-14T00:00:00Z"), forecast,
                new Curve(new int[]{0, 720}, new long[]{0, used}), Provenance.REPORTED, false);
    }

    static DayUse own(Metric metric, Long limit, long used) {
        var day = day(limit, used, null);
        return new DayUse(metric, limit, used, day.left(), 3, 0, day.dayStart(), day.forecast(), day.curve(),
                day.source(), true);
    }

    static QuotaSnapshot quota(DayUse day, WindowState... windows) {
        return new QuotaSnapshot(List.of(windows), day);
    }

    static SpeedReading finished() {
        return new SpeedReading(null, true, 142.0, 388.0, 545.0, 2_987.4, 2_209.0, 3_010.0, null, 1_204, null, 4_816,
                TokenBasis.USAGE, false, 0.6, 0, false, 96,
                new Rhythm(96, 4.1, 11.0, 35.0, 12.5, new int[64], 6.3), Set.of());
    }

    static Phase ended() {
        return Phase.ENDED;
    }
}

package app.pitot.quota;

import app.pitot.api.LimitReading;
import app.pitot.provider.Allowance;
import java.util.ArrayList;
import java.util.List;

/** Sifts what headers say: what contradicts itself says nothing. */
final class Readings {
    /** More than anybody counts; an error text may name that much and still be a slip. */
    private static final long MOST = 1_000_000_000_000_000L;

    private Readings() {}

    /** Those that describe a window that we count, without figures that cannot be. */
    static List<LimitReading> believable(List<LimitReading> readings) {
        var good = new ArrayList<LimitReading>();
        for (var reading : readings) {
            if (reading == null || reading.period() == null || reading.metric() == null) {
                continue;
            }
            var sifted = sifted(reading);
            if (sifted != null) {
                good.add(sifted);
            }
        }
        return good;
    }

    private static LimitReading sifted(LimitReading reading) {
        var unlimited = reading.allowance() == Allowance.UNLIMITED;
        var limit = unlimited || reading.limit() == null || reading.limit() < 0 ? null : reading.limit();
        var remaining = reading.remaining();
        if (remaining != null && (unlimited || remaining < -MOST || remaining < 0 && limit == null)) {
            remaining = null;
        }
        if (limit != null && remaining != null && remaining > limit) {
            // One of the two is wrong, and nobody knows which.
            return null;
        }
        var reset = reading.resetSeconds();
        var sane = reset != null && reset >= 0 && reset < MOST ? reset : null;
        var allowance = limit != null || remaining != null ? Allowance.LIMITED : reading.allowance();
        return new LimitReading(reading.metric(), reading.period(), limit, remaining, sane,
                limit != null && limit == 0 ? Allowance.BLOCKED : allowance, reading.label());
    }
}

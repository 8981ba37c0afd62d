package app.pitot.quota;

import app.pitot.provider.Refill;
import java.util.Comparator;
import java.util.List;

/** Replays earlier use into a window, as the provider must have counted it. */
final class Restoring {
    private Restoring() {}

    /**
     * Returns how much of {@code window} is gone by now.
     *
     * @param level where it once stood, with the use before it; null if nobody wrote that down
     */
    static double gone(Window window, KeptLevel level, List<PastUse> earlier, Now now) {
        if (window.limit() == null) {
            return 0;
        }
        var known = level != null && level.leftWithoutReserved() != null
                && (window.refill() != Refill.FIXED || window.contains(level.at().toEpochMilli())) ? level : null;
        var left = known == null
                ? window.limit()
                : window.limit() - Math.max(0, known.state().limit() - known.leftWithoutReserved());
        var last = known == null ? Long.MIN_VALUE : Math.min(known.at().toEpochMilli(), now.wallMillis());
        for (var use : earlier.stream().sorted(Comparator.comparing(PastUse::at)).toList()) {
            if (known != null && use.endedAt() != null && !use.endedAt().isAfter(known.at())) {
                continue;
            }
            var at = Math.min(use.at().toEpochMilli(), now.wallMillis());
            at = known == null ? at : Math.max(at, last);
            var amount = use.charged(window.metric());
            if (amount == 0 || window.refill() == Refill.FIXED && !window.contains(at)) {
                continue;
            }
            left = last == Long.MIN_VALUE ? left : refilled(window, left, at - last);
            left -= amount;
            last = at;
        }
        return last == Long.MIN_VALUE ? 0 : window.limit() - refilled(window, left, now.wallMillis() - last);
    }

    private static double refilled(Window window, double level, long millis) {
        return Math.min(window.limit(), level + window.rate() * 1_000_000 * millis);
    }
}

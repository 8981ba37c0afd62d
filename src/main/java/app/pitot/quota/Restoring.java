package app.pitot.quota;

import app.pitot.provider.Metric;
import app.pitot.provider.Refill;
import java.util.Comparator;
import java.util.List;

/** Replays earlier use into a window, as the provider must have counted it. */
final class Restoring {
    private Restoring() {}

    /** Returns how much of {@code window} is gone by now. */
    static double gone(Window window, List<PastUse> earlier, Now now) {
        if (window.limit() == null) {
            return 0;
        }
        var level = (double) window.limit();
        var last = Long.MIN_VALUE;
        for (var use : earlier.stream().sorted(Comparator.comparing(PastUse::at)).toList()) {
            var at = Math.min(use.at().toEpochMilli(), now.wallMillis());
            if (use.refused() || window.refill() == Refill.FIXED && !window.contains(at)) {
                continue;
            }
            if (last != Long.MIN_VALUE) {
                level = refilled(window, level, at - last);
            }
            level -= amount(window.metric(), use);
            last = at;
        }
        return last == Long.MIN_VALUE ? 0 : window.limit() - refilled(window, level, now.wallMillis() - last);
    }

    private static double refilled(Window window, double level, long millis) {
        return Math.min(window.limit(), level + window.rate() * 1_000_000 * millis);
    }

    static long amount(Metric metric, PastUse use) {
        return switch (metric) {
            case REQUESTS -> 1;
            case USD -> use.costMicros();
            case TOKENS -> use.tokens();
            case UNCACHED_TOKENS -> Math.max(0, use.tokens() - use.cachedTokens());
        };
    }
}

package app.pitot.ui.usage;

import app.pitot.usage.Quartiles;
import app.pitot.usage.Totals;
import java.util.HashMap;

/** Totals taken together. */
final class Sums {
    private Sums() {}

    /** Of requests that are in only one of both. Quartiles are weighed by what they rest on, which is near the truth. */
    static Totals of(Totals a, Totals b) {
        if (a == Totals.NOTHING || b == Totals.NOTHING) {
            return a == Totals.NOTHING ? b : a;
        }
        var windows = new HashMap<>(a.limitedBy());
        b.limitedBy().forEach((window, count) -> windows.merge(window, count, Long::sum));
        return new Totals(a.requests() + b.requests(), a.sent() + b.sent(), a.complete() + b.complete(),
                a.truncated() + b.truncated(), a.stopped() + b.stopped(), a.refused() + b.refused(),
                a.limited() + b.limited(), a.tooLong() + b.tooLong(), a.failed() + b.failed(),
                a.promptTokens() + b.promptTokens(), a.completionTokens() + b.completionTokens(),
                a.reasoningTokens() + b.reasoningTokens(), a.cachedTokens() + b.cachedTokens(),
                a.estimated() + b.estimated(), a.unknown() + b.unknown(), a.costMicros() + b.costMicros(),
                a.reportedMicros() + b.reportedMicros(), a.priced() + b.priced(), windows,
                of(a.ttftMs(), b.ttftMs()), of(a.tokensPerSecond(), b.tokensPerSecond()));
    }

    private static Quartiles of(Quartiles a, Quartiles b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        double share = (double) a.count() / (a.count() + b.count());
        return new Quartiles(a.count() + b.count(), share * a.low() + (1 - share) * b.low(),
                share * a.median() + (1 - share) * b.median(), share * a.high() + (1 - share) * b.high());
    }
}

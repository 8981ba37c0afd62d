package app.pitot.api;

import app.pitot.provider.Allowance;
import app.pitot.provider.Metric;
import java.util.List;

/** Finds the window that refused a request: by the words of the refusal, completed by its headers. */
final class RefusedWindow {
    private RefusedWindow() {}

    /**
     * @param named what the words say; null if they name none
     * @param headers what the headers say
     * @return null if neither tells which window it was
     */
    static LimitReading of(LimitReading named, List<LimitReading> headers) {
        if (named == null) {
            return exhausted(headers);
        }
        if (LimitReading.TOTAL_TOKENS.equals(named.label())) {
            return named;
        }
        var same = headers.stream().filter(r -> r.metric() == named.metric()
                && (r.period() == named.period() || r.period() == null)).findFirst().orElse(null);
        var merged = same == null ? named : merge(named, same);
        // One request more was one too many: none was left.
        boolean none = merged.metric() == Metric.REQUESTS && merged.period() != null && merged.remaining() == null;
        return none
                ? new LimitReading(merged.metric(), merged.period(), merged.limit(), 0L, merged.resetSeconds(),
                        Allowance.LIMITED, merged.label())
                : merged;
    }

    /** The one window whose headers say that nothing is left; null if none or several do. */
    private static LimitReading exhausted(List<LimitReading> readings) {
        var empty = readings.stream().filter(r -> r.remaining() != null && r.remaining() == 0).toList();
        return empty.size() == 1 ? empty.getFirst() : null;
    }

    /** The words know the period, the headers when the window is full again; what is left, either may know. */
    private static LimitReading merge(LimitReading named, LimitReading header) {
        var limit = named.limit() != null ? named.limit() : header.limit();
        var remaining = named.remaining() != null ? named.remaining() : header.remaining();
        return new LimitReading(named.metric(), named.period() != null ? named.period() : header.period(), limit,
                remaining, header.resetSeconds(),
                limit == null && remaining == null ? Allowance.UNKNOWN : Allowance.LIMITED, named.label());
    }
}

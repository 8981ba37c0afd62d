package app.pitot.api;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The headers of one response, by lower-case name without the {@code llm_provider-} that some gateways put before. */
final class ReplyHeaders {
    private static final String GATEWAY = "llm_provider-";

    private final Map<String, String> values = new TreeMap<>();
    private final ResetParser resets;

    /**
     * @param headers name and value pairs, in any case; of equal names the last counts
     * @param received when the response came
     */
    ReplyHeaders(Iterable<? extends Map.Entry<String, String>> headers, Instant received) {
        for (var header : headers) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            values.put(name.startsWith(GATEWAY) ? name.substring(GATEWAY.length()) : name, header.getValue());
        }
        resets = new ResetParser(received, ResetParser.instant(values.get("date")));
    }

    /** The value, or null. */
    String get(String name) {
        return values.get(name);
    }

    Iterable<String> names() {
        return values.keySet();
    }

    ResetParser resets() {
        return resets;
    }

    /** {@code retry-after-ms}, else {@code Retry-After}, in seconds; null if absent or not sane. */
    Double retryAfter() {
        return resets.retryAfter(get("retry-after-ms"), get("retry-after"));
    }

    /** Adds the window whose three headers are named, unless none of them says anything. */
    void read(List<LimitReading> into, Metric metric, Period period, String limit, String remaining, String reset) {
        var reading = new LimitReading(metric, period, count(get(limit)), count(get(remaining)),
                resets.seconds(get(reset)));
        if (reading.limit() != null || reading.remaining() != null || reading.resetSeconds() != null) {
            into.add(reading);
        }
    }

    /** A whole number of 0 or more; the first of a list; null if unreadable. */
    static Long count(String text) {
        if (text == null) {
            return null;
        }
        var first = text.split("[,;]", 2)[0].strip();
        if (!first.matches("\\d{1,18}(\\.\\d{1,9})?")) {
            return null;
        }
        return new BigDecimal(first).longValue();
    }
}

package app.pitot.api;

import app.pitot.provider.Allowance;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The headers of one response, by lower-case name without the {@code llm_provider-} that some gateways put before; and
 * which of them were understood. Not thread-safe.
 */
final class ReplyHeaders {
    private static final String GATEWAY = "llm_provider-";

    private final List<Map.Entry<String, String>> all = new ArrayList<>();
    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> understood = new HashSet<>();
    private final ResetParser resets;

    /**
     * @param headers name and value pairs, in any case; of equal names the last counts
     * @param received when the response came
     */
    ReplyHeaders(Iterable<? extends Map.Entry<String, String>> headers, Instant received) {
        for (var header : headers) {
            all.add(Map.entry(header.getKey(), header.getValue()));
            values.put(plain(header.getKey()), header.getValue());
        }
        resets = new ResetParser(received, ResetParser.instant(values.get("date")));
    }

    private static String plain(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(GATEWAY) ? lower.substring(GATEWAY.length()) : lower;
    }

    /** The value, or null. */
    String get(String name) {
        return values.get(name);
    }

    Iterable<String> names() {
        return values.keySet();
    }

    /** As they came, in order. */
    List<Map.Entry<String, String>> all() {
        return List.copyOf(all);
    }

    ResetParser resets() {
        return resets;
    }

    /** Notes that {@code name} was read and means something. */
    void understood(String name) {
        understood.add(name);
    }

    /** True if the header of that name, as it came, was understood. */
    boolean isUnderstood(String name) {
        return understood.contains(plain(name));
    }

    /** {@code retry-after-ms}, else {@code Retry-After}, in seconds; null if absent or not sane. */
    Double retryAfter() {
        var seconds = resets.retryAfter(get("retry-after-ms"), get("retry-after"));
        if (seconds != null) {
            understood("retry-after-ms");
            understood("retry-after");
        }
        return seconds;
    }

    /** What {@code x-should-retry} says; null if it says neither true nor false. */
    Boolean shouldRetry() {
        var said = String.valueOf(get("x-should-retry")).strip().toLowerCase(Locale.ROOT);
        if (!said.equals("true") && !said.equals("false")) {
            return null;
        }
        understood("x-should-retry");
        return Boolean.valueOf(said);
    }

    /** Adds the window whose three headers are named, unless none of them says anything. */
    void read(List<LimitReading> into, HeaderNames names) {
        var resetSeconds = known(names.reset(), resets.seconds(get(names.reset())));
        var limit = count(get(names.limit()));
        var allowance = allowance(get(names.limit()), limit, names.zeroBlocks());
        if (allowance == Allowance.LIMITED || allowance == Allowance.BLOCKED) {
            understood(names.limit());
        } else if (allowance == Allowance.UNLIMITED) {
            understood(names.limit());
            understood(names.remaining());
        }
        limit = allowance == Allowance.UNKNOWN ? null : limit;
        var remaining = allowance == Allowance.UNLIMITED
                ? null
                : known(names.remaining(), count(get(names.remaining())));
        if (limit == null && remaining == null && resetSeconds == null && allowance == Allowance.UNKNOWN) {
            return;
        }
        into.add(new LimitReading(names.metric(), names.period(), limit, remaining, resetSeconds,
                allowance == Allowance.UNKNOWN && remaining != null ? Allowance.LIMITED : allowance, names.label()));
    }

    private <T> T known(String name, T value) {
        if (value != null) {
            understood(name);
        }
        return value;
    }

    private static Allowance allowance(String text, Long limit, boolean zeroBlocks) {
        if (limit == null) {
            var word = String.valueOf(text).strip().toLowerCase(Locale.ROOT);
            return word.equals("-1") || word.equals("unlimited") ? Allowance.UNLIMITED : Allowance.UNKNOWN;
        }
        return limit > 0 ? Allowance.LIMITED : zeroBlocks ? Allowance.BLOCKED : Allowance.UNKNOWN;
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

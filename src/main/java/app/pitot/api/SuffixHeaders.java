package app.pitot.api;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that end in {@code -per-minute}, {@code -per-day} and the like, or spell the metric as {@code req}; a name without
 * a period leaves it unknown. A reset of 0 says that there is room.
 *
 * @param zeroBlocks true if a limit of 0 says that the plan has no quota, as at Mistral
 */
record SuffixHeaders(boolean zeroBlocks) implements HeaderDialect {
    static final SuffixHeaders ANY = new SuffixHeaders(false);
    static final SuffixHeaders MISTRAL = new SuffixHeaders(true);
    /** What this one request cost; no window. */
    private static final String COST = "x-ratelimit-tokens-query-cost";
    static final Pattern NAME = Pattern.compile(
            "x-ratelimit-(limit|remaining|reset)-((?:requests?|req|tokens?)(?:-(?:per-)?(minute|hour|day))?)");

    @Override
    public List<LimitReading> read(ReplyHeaders headers) {
        Set<String> windows = new LinkedHashSet<>();
        for (var name : headers.names()) {
            var match = NAME.matcher(name);
            if (match.matches()) {
                windows.add(match.group(2));
            }
        }
        var readings = new ArrayList<LimitReading>();
        for (var window : windows) {
            headers.read(readings,
                    new HeaderNames(window.startsWith("req") ? Metric.REQUESTS : Metric.TOKENS, period(window), null,
                            "x-ratelimit-limit-" + window, "x-ratelimit-remaining-" + window,
                            "x-ratelimit-reset-" + window, zeroBlocks));
        }
        if (zeroBlocks && ReplyHeaders.count(headers.get(COST)) != null) {
            headers.understood(COST);
        }
        return readings;
    }

    private static Period period(String window) {
        for (var period : Period.values()) {
            if (window.endsWith("-" + period.name().toLowerCase(Locale.ROOT))) {
                return period;
            }
        }
        return null;
    }
}

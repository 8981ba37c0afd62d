package app.pitot.store;

import app.pitot.usage.Grouping;
import app.pitot.usage.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How past use was looked at last.
 *
 * @param simulated with the simulator's requests; null if the user did not choose
 * @param colours which colour each group was given, by its key; the oldest first
 */
public record UsageChoice(Span span, Grouping by, Boolean simulated, Map<String, Integer> colours) {
    public static final UsageChoice DEFAULT = new UsageChoice(Span.of(Span.Kind.DAYS_7), Grouping.MODEL, null,
            Map.of());
    private static final int MOST_COLOURS = 200;

    /** Of too many colours the newest are kept. */
    public UsageChoice {
        var kept = new LinkedHashMap<String, Integer>();
        colours.entrySet().stream().skip(Math.max(0, colours.size() - MOST_COLOURS))
                .forEach(each -> kept.put(each.getKey(), each.getValue()));
        colours = Collections.unmodifiableMap(kept);
    }
}

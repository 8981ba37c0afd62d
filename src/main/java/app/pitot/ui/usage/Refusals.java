package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.usage.Totals;
import java.util.Map;
import java.util.TreeMap;

/** Refused requests by what refused them. */
final class Refusals {
    /** Stands for the window of which the provider did not say which it was. */
    private static final String UNNAMED = "";

    private Refusals() {}

    /** By the window, those included of which it is not known. */
    static Map<String, Long> byWindow(Totals totals) {
        var all = new TreeMap<>(totals.limitedBy());
        long unnamed = totals.limited() - totals.limitedBy().values().stream().mapToLong(Long::longValue).sum();
        if (unnamed > 0) {
            all.put(UNNAMED, unnamed);
        }
        return all;
    }

    static long by(Totals totals, String window) {
        return byWindow(totals).getOrDefault(window, 0L);
    }

    /** Over no window: prompts that were too long, keys that were not taken, and the like. */
    static long otherwise(Totals totals) {
        return Math.max(0, totals.refused() - totals.limited());
    }

    /** "Requests / min". */
    static String window(String window) {
        var key = "quota.window." + window.replace('/', '.');
        return window.equals(UNNAMED) ? Texts.get("usage.window.unnamed") : Texts.has(key) ? Texts.get(key) : window;
    }
}

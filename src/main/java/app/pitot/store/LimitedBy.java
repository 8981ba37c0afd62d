package app.pitot.store;

import app.pitot.api.LimitReading;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Windows that refused, by names such as {@code requests/minute}. */
final class LimitedBy {
    private static final int LONGEST = 60;

    private LimitedBy() {}

    /** Its name; null if the provider did not say which it was. */
    static String name(LimitReading window) {
        if (window == null || window.metric() == null && window.label() == null) {
            return null;
        }
        if (window.metric() == null) {
            return Stored.text(window.label().substring(0, Math.min(LONGEST, window.label().length())));
        }
        var metric = Stored.word(window.metric());
        return window.period() == null ? metric : metric + "/" + Stored.word(window.period());
    }

    static String write(Map<String, Long> counts) {
        if (counts.isEmpty()) {
            return "";
        }
        var node = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(counts).forEach(node::put);
        return Stored.json(node);
    }

    /** Empty for what is none. */
    static Map<String, Long> read(String text) {
        if (text == null || text.isEmpty()) {
            return Map.of();
        }
        var counts = new HashMap<String, Long>();
        Stored.json(text).properties().forEach(each -> counts.put(each.getKey(), each.getValue().asLong()));
        return counts;
    }
}

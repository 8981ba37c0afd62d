package app.pitot.inspect;

import app.pitot.api.Wire;
import app.pitot.inspect.WireDifference.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells headers apart by name, in any case; of a name that comes several times the values are one list. */
final class HeaderChanges {
    private HeaderChanges() {}

    static List<Change> between(List<Wire.Header> before, List<Wire.Header> after) {
        var old = byName(before);
        var now = byName(after);
        var names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        var changes = new ArrayList<Change>();
        for (var name : names) {
            var was = old.get(name);
            var is = now.get(name);
            if (was == null || !was.equals(is)) {
                changes.add(
                        new Change(name, was == null ? null : Excerpts.of(was), is == null ? null : Excerpts.of(is)));
            }
        }
        return changes;
    }

    private static Map<String, String> byName(List<Wire.Header> headers) {
        var all = new LinkedHashMap<String, String>();
        headers.forEach(each -> all.merge(each.name().toLowerCase(Locale.ROOT), each.value(), (a, b) -> a + ", " + b));
        return all;
    }
}

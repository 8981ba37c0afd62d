package app.pitot.inspect;

import app.pitot.inspect.WireDifference.Change;
import app.pitot.inspect.WireDifference.Changes;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/** Tells bodies apart, member by member. */
final class BodyChanges {
    private static final int MOST = 500;
    private static final int MOST_SCALE = 400;

    private final List<Change> found = new ArrayList<>();
    private boolean more;

    private BodyChanges() {}

    static Changes between(byte[] before, byte[] after) {
        var old = Trees.of(before);
        var now = Trees.of(after);
        if (old == null || now == null) {
            return new Changes(Arrays.equals(before, after)
                    ? List.of()
                    : List.of(new Change("", excerpt(before), excerpt(after))), false, false);
        }
        var changes = new BodyChanges();
        changes.compare("", old, now);
        return new Changes(changes.found, changes.more, true);
    }

    private static String excerpt(byte[] body) {
        return body.length == 0
                ? null
                : Excerpts.of(new String(body, 0, Math.min(body.length, 4_096), StandardCharsets.UTF_8));
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (more) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            var names = new LinkedHashSet<String>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> member(path.isEmpty() ? name : path + "." + name, before.get(name), after.get(name)));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()) && !more; i++) {
                member(path + "[" + i + "]", before.get(i), after.get(i));
            }
        } else if (!same(before, after)) {
            add(path, before, after);
        }
    }

    private void member(String path, JsonNode before, JsonNode after) {
        if (before == null || after == null) {
            add(path, before, after);
        } else {
            compare(path, before, after);
        }
    }

    /** 1 and 1.0 are the same number. */
    private static boolean same(JsonNode before, JsonNode after) {
        if (!before.isNumber() || !after.isNumber()) {
            return before.equals(after);
        }
        var one = before.decimalValue();
        var other = after.decimalValue();
        // Powers that nobody means would take for ever to write out.
        boolean sane = Math.abs(one.scale()) <= MOST_SCALE && Math.abs(other.scale()) <= MOST_SCALE;
        return sane ? one.compareTo(other) == 0 : one.equals(other);
    }

    private void add(String path, JsonNode before, JsonNode after) {
        if (found.size() == MOST) {
            more = true;
            return;
        }
        found.add(new Change(Excerpts.of(path), text(before), text(after)));
    }

    private static String text(JsonNode node) {
        return node == null ? null : Excerpts.of(node.toString());
    }
}

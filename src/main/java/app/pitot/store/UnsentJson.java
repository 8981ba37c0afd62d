package app.pitot.store;

import app.pitot.history.Unsent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What waits to be sent, as it stands in the setup of its conversation. There it needs no column, and a Pitot that does not
 * know of it leaves it alone.
 */
final class UnsentJson {
    private static final String FIELD = "unsent";
    private static final String PICTURES = "pictures";
    private static final String RESULTS = "results";

    private UnsentJson() {}

    /** Puts {@code unsent} into {@code setup}; keeps its pictures. Returns JSON. */
    static String put(Connection connection, String setup, Unsent unsent) throws SQLException {
        var all = Stored.object(setup);
        if (unsent.isEmpty()) {
            all.remove(FIELD);
            return Stored.json(all);
        }
        var node = all.putObject(FIELD);
        node.set(PICTURES, Stored.json(Pictures.keep(connection, unsent.pictures())));
        node.set(RESULTS, results(unsent.results()));
        return Stored.json(all);
    }

    static Unsent find(Connection connection, String setup) throws SQLException {
        var node = Stored.json(setup).path(FIELD);
        if (node.isMissingNode()) {
            return Unsent.NONE;
        }
        var named = pictures(setup);
        var pictures = new ArrayList<app.pitot.history.Picture>();
        int lost = 0;
        for (var each : Stored.json(named)) {
            var found = Pictures.find(connection, Stored.json(JsonNodeFactory.instance.arrayNode().add(each)));
            if (found.whole()) {
                pictures.addAll(found.pictures());
            } else {
                lost++;
            }
        }
        return new Unsent(pictures, results(node.path(RESULTS)), lost);
    }

    /** JSON that names the pictures. */
    static String pictures(String setup) {
        var named = Stored.json(setup).path(FIELD).path(PICTURES);
        return named.isArray() ? Stored.json(named) : "[]";
    }

    static ObjectNode results(Map<String, List<String>> typed) {
        var node = JsonNodeFactory.instance.objectNode();
        typed.forEach((reply, texts) -> {
            var array = node.putArray(reply);
            texts.forEach(array::add);
        });
        return node;
    }

    static Map<String, List<String>> results(JsonNode node) {
        var found = new LinkedHashMap<String, List<String>>();
        node.properties().forEach(each -> {
            var texts = new ArrayList<String>();
            each.getValue().forEach(text -> texts.add(text.asText()));
            found.put(each.getKey(), List.copyOf(texts));
        });
        return found;
    }
}

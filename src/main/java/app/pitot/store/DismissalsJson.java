package app.pitot.store;

import app.pitot.advice.Dismissal;
import app.pitot.advice.Signal;
import app.pitot.advice.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** The shape of dismissed signals in the settings. What this version does not understand stays as it is. */
final class DismissalsJson {
    private DismissalsJson() {}

    static List<Dismissal> read(JsonNode node) {
        var all = new ArrayList<Dismissal>();
        for (var each : node) {
            var one = one(each);
            if (one != null && !all.contains(one)) {
                all.add(one);
            }
        }
        return all;
    }

    static ArrayNode write(List<Dismissal> all, JsonNode old) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var one : all) {
            array.addObject().put("account", one.accountId()).put("signal", Stored.word(one.kind()))
                    .put("verdict", Stored.word(one.verdict())).put("weight", one.weight());
        }
        old.forEach(each -> {
            if (one(each) == null) {
                array.add(each);
            }
        });
        return array;
    }

    private static Dismissal one(JsonNode node) {
        var account = PlaceJson.text(node, "account");
        var kind = Stored.word(node.path("signal").asText(), Signal.Kind.class);
        var verdict = Stored.word(node.path("verdict").asText(), Verdict.class);
        return account == null || kind == null || verdict == null || !node.path("weight").isNumber()
                ? null
                : new Dismissal(account, kind, verdict, node.path("weight").asDouble());
    }
}

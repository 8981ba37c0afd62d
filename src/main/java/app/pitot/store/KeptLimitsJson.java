package app.pitot.store;

import app.pitot.provider.KeptLimit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** The shape of kept limits in the settings. What this version does not understand stays as it is. */
final class KeptLimitsJson {
    private KeptLimitsJson() {}

    static List<KeptLimit> read(JsonNode node) {
        var kept = new ArrayList<KeptLimit>();
        for (var each : node) {
            var limit = one(each);
            if (limit != null && !kept.contains(limit)) {
                kept.add(limit);
            }
        }
        return kept;
    }

    static ArrayNode write(List<KeptLimit> kept, JsonNode old) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var limit : kept) {
            array.addObject().put("account", limit.accountId()).put("metric", Stored.word(limit.metric()))
                    .put("period", Stored.word(limit.period())).put("reported", limit.reported());
        }
        old.forEach(each -> {
            if (one(each) == null) {
                array.add(each);
            }
        });
        return array;
    }

    private static KeptLimit one(JsonNode node) {
        var account = PlaceJson.text(node, "account");
        var metric = Stored.word(node.path("metric").asText(), Metric.class);
        var period = Stored.word(node.path("period").asText(), Period.class);
        var reported = node.path("reported");
        if (account == null || metric == null || period == null || !reported.isNull() && !reported.canConvertToLong()) {
            return null;
        }
        return new KeptLimit(account, metric, period, reported.isNull() ? null : (Long) reported.asLong());
    }
}

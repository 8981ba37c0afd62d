package app.pitot.store;

import app.pitot.provider.KeptLimit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
            array.addObject().put("account", limit.accountId()).put("metric", name(limit.metric()))
                    .put("period", name(limit.period())).put("reported", limit.reported());
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
        var metric = named(Metric.values(), node.path("metric"));
        var period = named(Period.values(), node.path("period"));
        var reported = node.path("reported");
        if (account == null || metric == null || period == null || !reported.isNull() && !reported.canConvertToLong()) {
            return null;
        }
        return new KeptLimit(account, metric, period, reported.isNull() ? null : (Long) reported.asLong());
    }

    private static <E extends Enum<E>> E named(E[] values, JsonNode node) {
        return Arrays.stream(values).filter(each -> name(each).equals(node.asText())).findFirst().orElse(null);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

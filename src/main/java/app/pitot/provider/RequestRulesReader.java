package app.pitot.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads {@link RequestRules} from the shipped resources. */
final class RequestRulesReader {
    private RequestRulesReader() {}

    /** @param node missing if nothing is known */
    static RequestRules read(JsonNode node) {
        if (!node.isObject()) {
            return RequestRules.UNKNOWN;
        }
        return new RequestRules(new HashSet<>(words(node.path("refused"))),
                node.has("ignoresUnknown") ? node.path("ignoresUnknown").asBoolean() : null,
                number(node, "maxStops"), number(node, "maxTools"), number(node, "maxSchemaChars"),
                number(node, "maxSchemaDepth"), node.path("streamsJson").asBoolean(true),
                node.path("toolsWithFormat").asBoolean(true), words(node.path("efforts")),
                pictures(node.path("pictures")));
    }

    private static PictureRules pictures(JsonNode node) {
        var plans = new LinkedHashMap<String, Integer>();
        node.path("countByPlan").properties().forEach(each -> plans.put(each.getKey(), each.getValue().intValue()));
        return new PictureRules(number(node, "maxCount"), plans, number(node, "maxBytes"),
                number(node, "maxTotalBytes"), words(node.path("mediaTypes")));
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::textValue).toList();
    }

    private static Integer number(JsonNode node, String name) {
        return node.path(name).isInt() ? node.path(name).intValue() : null;
    }
}

package app.pitot.store;

import app.pitot.base.Provenance;
import app.pitot.provider.Allowance;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import app.pitot.quota.WindowState;
import app.pitot.quota.WindowState.Level;
import app.pitot.quota.WindowState.Next;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** Windows as they stand in a column. What cannot be read is left out: then it is not known. */
final class LevelsJson {
    private LevelsJson() {}

    static String write(List<WindowState> windows) {
        var all = JsonNodeFactory.instance.arrayNode();
        for (var state : windows) {
            all.addObject().put("metric", Stored.word(state.metric())).put("period", Stored.word(state.period()))
                    .put("refill", Stored.word(state.refill())).put("limit", state.limit())
                    .put("remaining", state.remaining()).put("reserved", state.reserved())
                    .put("nextMs", state.nextMs()).put("next", Stored.word(state.next()))
                    .put("limitSource", word(state.limitSource())).put("source", word(state.source()))
                    .put("ageMs", state.ageMs()).put("reportedResetMs", state.reportedResetMs())
                    .put("allowance", Stored.word(state.allowance()));
        }
        return Stored.json(all);
    }

    static List<WindowState> read(String text) {
        var found = new ArrayList<WindowState>();
        for (var node : Stored.json(text)) {
            var state = one(node);
            if (state != null) {
                found.add(state);
            }
        }
        return found;
    }

    private static WindowState one(JsonNode node) {
        var metric = enumeration(Metric.class, node, "metric");
        var period = enumeration(Period.class, node, "period");
        var refill = enumeration(Refill.class, node, "refill");
        var next = enumeration(Next.class, node, "next");
        var allowance = enumeration(Allowance.class, node, "allowance");
        var limit = number(node, "limit");
        var remaining = number(node, "remaining");
        if (metric == null || period == null || refill == null || next == null || allowance == null
                || limit != null && limit < 0 || remaining != null && remaining < 0) {
            return null;
        }
        return new WindowState(metric, period, refill, limit, remaining, null,
                Math.max(0, node.path("reserved").asLong()), real(node, "nextMs"), next,
                enumeration(Provenance.class, node, "limitSource"), enumeration(Provenance.class, node, "source"),
                number(node, "ageMs"), Level.UNKNOWN, false, real(node, "reportedResetMs"), allowance);
    }

    private static String word(Enum<?> value) {
        return value == null ? null : Stored.word(value);
    }

    private static <E extends Enum<E>> E enumeration(Class<E> type, JsonNode node, String name) {
        return Stored.word(node.path(name).asText(), type);
    }

    private static Long number(JsonNode node, String name) {
        return node.path(name).canConvertToLong() && node.path(name).isNumber() ? node.path(name).asLong() : null;
    }

    private static Double real(JsonNode node, String name) {
        return node.path(name).isNumber() ? node.path(name).asDouble() : null;
    }
}

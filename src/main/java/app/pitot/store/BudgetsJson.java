package app.pitot.store;

import app.pitot.api.Harmless;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetTold;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * The shape of the budgets in the settings. One that cannot be understood, because a hand or a newer version wrote it, does
 * not count and stays in the file as it is; so does every field that this version does not know.
 */
final class BudgetsJson {
    private static final int LONGEST_ID = 80;

    private BudgetsJson() {}

    static List<Budget> read(JsonNode array) {
        var budgets = new ArrayList<Budget>();
        var seen = new HashSet<String>();
        for (var node : array) {
            var budget = budget(node);
            if (budget != null && seen.add(budget.id())) {
                budgets.add(budget);
            }
        }
        return budgets;
    }

    /** How many of them {@link #read} leaves out; 1 for what is no list at all. */
    static int unreadable(JsonNode array) {
        boolean odd = !array.isArray() && !array.isMissingNode() && !array.isNull();
        return odd ? 1 : array.size() - read(array).size();
    }

    /** @param old what stood there; may be of any kind */
    static ArrayNode write(List<Budget> budgets, JsonNode old) {
        var known = new HashMap<String, JsonNode>();
        var foreign = new ArrayList<JsonNode>();
        for (var node : old) {
            var budget = budget(node);
            if (budget == null || known.putIfAbsent(budget.id(), node) != null) {
                foreign.add(node);
            }
        }
        if (old.isValueNode() && !old.isNull()) {
            foreign.add(old);
        }
        var array = JsonNodeFactory.instance.arrayNode();
        budgets.forEach(budget -> array.add(node(budget, PlaceJson.object(known.get(budget.id())))));
        return array.addAll(foreign);
    }

    static List<BudgetTold> readTold(JsonNode array) {
        var all = new ArrayList<BudgetTold>();
        for (var node : array) {
            var id = PlaceJson.text(node, "budget");
            var from = instant(PlaceJson.text(node, "from"));
            if (id != null && from != null) {
                var by = PlaceJson.text(node, "by");
                all.add(new BudgetTold(id, from, node.path("percent").asInt(), by == null ? "" : by));
            }
        }
        return all;
    }

    static ArrayNode writeTold(List<BudgetTold> all) {
        var array = JsonNodeFactory.instance.arrayNode();
        all.forEach(told -> array.addObject().put("budget", told.budgetId()).put("from", told.from().toString())
                .put("percent", told.percent()).put("by", told.by()));
        return array;
    }

    /** Null if it is not understood. */
    private static Budget budget(JsonNode node) {
        var id = PlaceJson.text(node, "id");
        var amount = node.path("amount");
        var zone = PlaceJson.text(node, "zone");
        var account = node.path("account");
        boolean whole = amount.isIntegralNumber() && amount.canConvertToLong();
        boolean whose = account.isMissingNode() || account.isNull() || PlaceJson.text(node, "account") != null;
        if (id == null || !Harmless.line(id, LONGEST_ID).equals(id) || !whole || !whose || zone == null) {
            return null;
        }
        try {
            return new Budget(id, PlaceJson.text(node, "account"), Metric.valueOf(upper(node, "metric")),
                    amount.asLong(), Period.valueOf(upper(node, "period")), ZoneId.of(zone),
                    node.path("hardStop").asBoolean(false), node.path("desktop").asBoolean(false));
        } catch (IllegalArgumentException | DateTimeException e) {
            // Kept in the file, and counted among those that cannot be read.
            return null;
        }
    }

    private static ObjectNode node(Budget budget, ObjectNode node) {
        node.put("id", budget.id());
        PlaceJson.put(node, "account", budget.accountId());
        return node.put("metric", Stored.word(budget.metric())).put("amount", budget.amount())
                .put("period", Stored.word(budget.period())).put("zone", budget.zone().getId())
                .put("hardStop", budget.hardStop()).put("desktop", budget.tellDesktop());
    }

    private static String upper(JsonNode node, String field) {
        return node.path(field).asText().toUpperCase(Locale.ROOT);
    }

    private static Instant instant(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}

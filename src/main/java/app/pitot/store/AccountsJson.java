package app.pitot.store;

import app.pitot.api.Harmless;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * The shape of the accounts in the settings. One that this version does not understand, because a newer one or a hand wrote
 * it, is not offered and stays in the file as it is; so does every field that it does not know.
 */
final class AccountsJson {
    private static final int LONGEST_NAME = 60;

    private AccountsJson() {}

    static List<AccountEntry> read(JsonNode array) {
        var entries = new ArrayList<AccountEntry>();
        var seen = new HashSet<String>();
        for (var node : array) {
            var entry = entry(node);
            if (entry != null && seen.add(entry.id())) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** How many of them {@link #read} leaves out. */
    static int unreadable(JsonNode array) {
        return array.size() - read(array).size();
    }

    /** @param old what stood there; may be of any kind */
    static ArrayNode write(List<AccountEntry> entries, JsonNode old) {
        var known = new HashMap<String, JsonNode>();
        record Foreign(int place, JsonNode node) {}
        var foreign = new ArrayList<Foreign>();
        // Anything but a list is none of ours, and its place is needed.
        for (int i = 0; old.isArray() && i < old.size(); i++) {
            var entry = entry(old.get(i));
            if (entry == null || known.putIfAbsent(entry.id(), old.get(i)) != null) {
                foreign.add(new Foreign(i, old.get(i)));
            }
        }
        var array = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> array.add(node(entry, PlaceJson.object(known.get(entry.id())))));
        foreign.forEach(each -> array.insert(Math.min(each.place(), array.size()), each.node()));
        return array;
    }

    /** Null if it is not understood. */
    private static AccountEntry entry(JsonNode node) {
        var id = PlaceJson.text(node, "id");
        var provider = PlaceJson.text(node, "provider");
        var name = PlaceJson.text(node, "name");
        var baseUrl = PlaceJson.text(node, "baseUrl");
        var key = PlaceJson.read(node.path("key"));
        var route = RouteJson.read(node.path("route"));
        if (id == null || provider == null || name == null || baseUrl == null || key == null || route == null
                || !Addresses.usable(baseUrl)) {
            return null;
        }
        var models = new ArrayList<String>();
        node.path("models").forEach(model -> {
            if (model.isTextual()) {
                models.add(model.asText());
            }
        });
        return new AccountEntry(id, provider, Harmless.line(name, LONGEST_NAME), baseUrl,
                PlaceJson.text(node, "dialect"),
                PlaceJson.text(node, "plan"), limits(node.path("limits")), key, node.path("enabled").asBoolean(true),
                models, route);
    }

    private static ObjectNode node(AccountEntry entry, ObjectNode node) {
        node.put("id", entry.id()).put("provider", entry.providerId()).put("name", entry.name()).put("baseUrl",
                entry.baseUrl());
        PlaceJson.put(node, "dialect", entry.dialect());
        PlaceJson.put(node, "plan", entry.planId());
        node.set("key", PlaceJson.write(entry.key(), node.path("key")));
        node.put("enabled", entry.enabled());
        node.set("limits", limits(entry.limits(), node.path("limits")));
        var models = node.putArray("models");
        entry.models().forEach(models::add);
        if (entry.route().equals(AccountEntry.Route.DIRECT) && !node.has("route")) {
            return node;
        }
        node.set("route", RouteJson.write(entry.route(), node.path("route")));
        return node;
    }

    private static List<LimitEdit> limits(JsonNode array) {
        var edits = new ArrayList<LimitEdit>();
        array.forEach(node -> {
            var edit = limit(node);
            if (edit != null) {
                edits.add(edit);
            }
        });
        return edits;
    }

    private static LimitEdit limit(JsonNode node) {
        try {
            var metric = Metric.valueOf(node.path("metric").asText().toUpperCase(Locale.ROOT));
            var period = Period.valueOf(node.path("period").asText().toUpperCase(Locale.ROOT));
            var value = node.path("value");
            if (value.isNull()) {
                return new LimitEdit(metric, period, null);
            }
            return value.canConvertToLong() && value.asLong() >= 1
                    ? new LimitEdit(metric, period, value.asLong())
                    : null;
        } catch (IllegalArgumentException e) {
            // A metric or a period of a newer version: kept in the file, not understood here.
            return null;
        }
    }

    private static ArrayNode limits(List<LimitEdit> edits, JsonNode old) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var edit : edits) {
            var node = JsonNodeFactory.instance.objectNode();
            old.forEach(each -> {
                var there = limit(each);
                if (there != null && there.metric() == edit.metric() && there.period() == edit.period()) {
                    node.setAll((ObjectNode) each);
                }
            });
            node.put("metric", edit.metric().name().toLowerCase(Locale.ROOT))
                    .put("period", edit.period().name().toLowerCase(Locale.ROOT)).put("value", edit.value());
            array.add(node);
        }
        old.forEach(each -> {
            if (limit(each) == null) {
                array.add(each);
            }
        });
        return array;
    }
}

package app.pitot.store;

import app.pitot.provider.KeyPlace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** The shape of {@code settings.json}. A field that is absent or odd takes its default; unknown ones stay as they are. */
final class SettingsJson {
    static final int SCHEMA_VERSION = 1;

    private SettingsJson() {}

    static Settings read(JsonNode root) {
        var defaults = Settings.DEFAULT;
        var theme = Arrays.stream(Theme.values()).filter(value -> value.id().equals(root.path("theme").asText()))
                .findFirst().orElse(defaults.theme());
        var models = new HashMap<String, String>();
        root.path("lastModels").properties().forEach(entry -> {
            if (entry.getValue().isTextual()) {
                models.put(entry.getKey(), entry.getValue().asText());
            }
        });
        return defaults.withTheme(theme).withWindow(window(root.path("window")))
                .withInstrumentsOpen(root.path("instrumentsOpen").asBoolean(defaults.instrumentsOpen()))
                .withParametersOpen(root.path("parametersOpen").asBoolean(defaults.parametersOpen()))
                .withLastModels(root.path("lastAccount").isTextual() ? root.path("lastAccount").asText() : null, models)
                .withAccounts(AccountsJson.read(root.path("accounts")))
                .withWelcomed(root.path("welcomed").asBoolean(defaults.welcomed()))
                .withDoubtful(doubtful(root.path("doubtful")))
                .withHistoryOpen(root.path("historyOpen").asBoolean(defaults.historyOpen()))
                .withZoom(root.path("zoom").asInt(defaults.zoom())).withCorner(corner(root.path("corner")))
                .withBudgets(BudgetsJson.read(root.path("budgets")))
                .withBudgetsTold(BudgetsJson.readTold(root.path("budgetsTold")))
                .withKeptLimits(KeptLimitsJson.read(root.path("keptLimits")))
                .withSendAgain(root.path("sendAgain").asBoolean(defaults.sendAgain()))
                .withBodies(bodies(root.path("bodies")))
                .withDismissed(DismissalsJson.read(root.path("dismissed")))
                .withUsage(UsageChoiceJson.read(root.path("usage")));
    }

    private static Settings.WindowPlace window(JsonNode node) {
        for (var name : new String[]{"x", "y", "width", "height"}) {
            if (!node.path(name).isNumber()) {
                return null;
            }
        }
        return new Settings.WindowPlace(node.path("x").asDouble(), node.path("y").asDouble(),
                node.path("width").asDouble(), node.path("height").asDouble());
    }

    private static Settings.Bodies bodies(JsonNode node) {
        var defaults = Settings.Bodies.DEFAULT;
        return new Settings.Bodies(node.path("days").asInt(defaults.days()),
                node.path("megabytes").asInt(defaults.megabytes()));
    }

    private static Settings.Corner corner(JsonNode node) {
        var defaults = Settings.Corner.DEFAULT;
        return new Settings.Corner(node.path("mini").asBoolean(defaults.mini()),
                node.path("compact").asBoolean(defaults.compact()), window(node.path("place")),
                node.path("tray").asBoolean(defaults.tray()),
                node.path("keepInTray").asBoolean(defaults.keepInTray()),
                node.path("explained").asBoolean(defaults.explained()));
    }

    private static void write(Settings.Corner corner, ObjectNode root) {
        var node = object(root, "corner");
        node.put("mini", corner.mini()).put("compact", corner.compact()).put("tray", corner.tray())
                .put("keepInTray", corner.keepInTray())
                .put("explained", corner.explained());
        if (corner.place() != null) {
            write(corner.place(), object(node, "place"));
        }
    }

    private static void write(Settings.WindowPlace place, ObjectNode node) {
        node.put("x", place.x()).put("y", place.y()).put("width", place.width()).put("height", place.height());
    }

    /** The one that is there keeps its unknown fields. */
    private static ObjectNode object(ObjectNode parent, String name) {
        return parent.path(name) instanceof ObjectNode there ? there : parent.putObject(name);
    }

    private static List<KeyPlace> doubtful(JsonNode node) {
        var places = new ArrayList<KeyPlace>();
        for (var each : node) {
            var place = PlaceJson.read(each);
            if (place != null) {
                places.add(place);
            }
        }
        return places;
    }

    /** Puts {@code settings} into {@code root} beside whatever else is there. */
    static void write(Settings settings, ObjectNode root) {
        // A newer version's number stays: what that version added is still in the file.
        root.put("schemaVersion", Math.max(SCHEMA_VERSION, root.path("schemaVersion").asInt(SCHEMA_VERSION)));
        root.put("theme", settings.theme().id());
        root.put("instrumentsOpen", settings.instrumentsOpen());
        root.put("zoom", settings.zoom());
        root.put("parametersOpen", settings.parametersOpen());
        root.put("historyOpen", settings.historyOpen());
        root.put("sendAgain", settings.sendAgain());
        object(root, "bodies").put("days", settings.bodies().days()).put("megabytes", settings.bodies().megabytes());
        if (settings.window() != null) {
            write(settings.window(), object(root, "window"));
        }
        write(settings.corner(), root);
        UsageChoiceJson.write(settings.usage(), object(root, "usage"));
        if (settings.lastAccount() != null) {
            root.put("lastAccount", settings.lastAccount());
        }
        var models = root.putObject("lastModels");
        settings.lastModels().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> models.put(entry.getKey(), entry.getValue()));
        root.put("welcomed", settings.welcomed());
        root.set("accounts", AccountsJson.write(settings.accounts(), root.path("accounts")));
        root.set("keptLimits", KeptLimitsJson.write(settings.keptLimits(), root.path("keptLimits")));
        root.set("dismissed", DismissalsJson.write(settings.dismissed(), root.path("dismissed")));
        root.set("doubtful", doubtful(settings.doubtful(), root.path("doubtful")));
        if (!settings.budgets().isEmpty() || root.has("budgets")) {
            root.set("budgets", BudgetsJson.write(settings.budgets(), root.path("budgets")));
            root.set("budgetsTold", BudgetsJson.writeTold(settings.budgetsTold()));
        }
    }

    private static ArrayNode doubtful(List<KeyPlace> places, JsonNode old) {
        var array = JsonNodeFactory.instance.arrayNode();
        places.forEach(place -> array.add(PlaceJson.write(place, null)));
        // What a newer version wrote down is still in doubt.
        old.forEach(each -> {
            if (PlaceJson.read(each) == null) {
                array.add(each);
            }
        });
        return array;
    }
}

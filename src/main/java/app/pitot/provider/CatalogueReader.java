package app.pitot.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON resources beside this class. A fault in them is a defect of the build and stops the start. */
final class CatalogueReader {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, List<Catalogue.PlanTable>> plans = new HashMap<>();
    private final Map<String, List<ModelInfo>> models = new HashMap<>();

    Catalogue read() {
        resource("plans.json").get("plans").forEach(node -> {
            var table = planTable(node);
            plans.computeIfAbsent(table.plan().providerId(), _ -> new ArrayList<>()).add(table);
        });
        var shipped = resource("models.json");
        shipped.get("providers").properties().forEach(provider -> {
            var list = new ArrayList<ModelInfo>();
            provider.getValue().forEach(node -> list.add(model(node)));
            models.put(provider.getKey(), List.copyOf(list));
        });
        var entries = new ArrayList<Catalogue.Entry>();
        resource("providers.json").get("providers").forEach(node -> entries.add(entry(node)));
        return new Catalogue(entries, LocalDate.parse(required(shipped, "asOf")), required(shipped, "source"));
    }

    private JsonNode resource(String name) {
        try (var in = CatalogueReader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + name);
            }
            return mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Unreadable resource " + name, e);
        }
    }

    private Catalogue.Entry entry(JsonNode node) {
        var id = required(node, "id");
        var provider = new Provider(id, required(node, "name"), text(node, "baseUrl"), required(node, "dialect"),
                wire(node.path("wire")), facts(node), RequestRulesReader.read(node.path("requests")));
        var preferred = text(node, "defaultPlan");
        var own = new ArrayList<>(
                plans.getOrDefault(node.path("plansOf").asText(id), List.<Catalogue.PlanTable>of()));
        // Stable: the rest keeps the order of the file.
        own.sort((a, b) -> Boolean.compare(b.plan().id().equals(preferred), a.plan().id().equals(preferred)));
        return new Catalogue.Entry(provider, List.copyOf(own), models.getOrDefault(id, List.of()), preferred,
                text(node, "confidence"));
    }

    private static WireRules wire(JsonNode node) {
        var headers = new LinkedHashMap<String, String>();
        node.path("headers").properties().forEach(each -> headers.put(each.getKey(), each.getValue().textValue()));
        return new WireRules(node.path("completionCap").asBoolean(false), node.path("asksUsage").asBoolean(true),
                headers);
    }

    private static ProviderFacts facts(JsonNode node) {
        var steps = new ArrayList<ProviderFacts.Step>();
        node.path("onboarding").forEach(step -> steps.add(
                new ProviderFacts.Step(required(step, "text"), text(step, "url"))));
        var asOf = text(node, "asOf");
        return new ProviderFacts(text(node, "keyPrefix"), text(node, "keyVariable"), text(node, "keysPage"), steps,
                node.path("keyCheck").asText("/models"), text(node, "keyStatus"), text(node, "publicModels"),
                node.path("local").asBoolean(false), asOf == null ? null : LocalDate.parse(asOf),
                text(node, "source"));
    }

    private static Catalogue.PlanTable planTable(JsonNode node) {
        var byModel = new LinkedHashMap<String, Plan>();
        node.path("models").properties()
                .forEach(each -> byModel.put(each.getKey(), plan(node, each.getValue(), Map.of())));
        var remarks = new PlanRemarks(required(node, "confidence"), required(node, "status"),
                limits(node.path("optional")), billing(node.path("billing")));
        return new Catalogue.PlanTable(plan(node, node, byModel), Map.copyOf(byModel), remarks);
    }

    private static Billing billing(JsonNode node) {
        var credit = text(node, "creditUsd");
        return node.isMissingNode()
                ? null
                : new Billing(Billing.Kind.valueOf(required(node, "kind")),
                        credit == null ? null : new BigDecimal(credit), integer(node, "creditDays"));
    }

    /** A plan whose limits and context are those of {@code own} where it names them. */
    private static Plan plan(JsonNode node, JsonNode own, Map<String, Plan> byModel) {
        var limits = own.has("limits") ? own.get("limits") : node.get("limits");
        var context = own.has("contextTokens") ? own : node;
        var scope = PlanReach.Scope.valueOf(node.path("scope").asText("ACCOUNT"));
        return new Plan(required(node, "id"), required(node, "name"), required(node, "provider"),
                LocalDate.parse(required(node, "asOf")), required(node, "source"), limits(limits),
                integer(context, "contextTokens"), integer(node, "unsetOutputReserve"), node.path("notes").asText(""),
                new PlanReach(scope, text(node, "onlyModelsEndingIn"), byModel));
    }

    private static List<Limit> limits(JsonNode nodes) {
        var limits = new ArrayList<Limit>();
        nodes.forEach(node -> limits.add(
                new Limit(Metric.valueOf(required(node, "metric")), Period.valueOf(required(node, "period")),
                        node.get("value").longValue(), Refill.valueOf(required(node, "refill")))));
        return limits;
    }

    private static ModelInfo model(JsonNode node) {
        var id = required(node, "id");
        var retired = text(node, "retiredOn");
        return new ModelInfo(id, required(node, "name"), integer(node, "contextTokens"),
                integer(node, "maxOutputTokens"), decimal(node, "inputPrice"), decimal(node, "outputPrice"),
                node.hasNonNull("reasons") ? node.get("reasons").booleanValue() : null,
                integer(node, "publishedSpeed"), retired == null ? null : LocalDate.parse(retired),
                text(node, "replacement"), extras(node));
    }

    private static ModelExtras extras(JsonNode node) {
        var capabilities = EnumSet.noneOf(Capability.class);
        node.path("capabilities").forEach(each -> capabilities.add(Capability.valueOf(each.textValue())));
        var efforts = new ArrayList<String>();
        node.path("efforts").forEach(each -> efforts.add(each.textValue()));
        return new ModelExtras(text(node, "vendor"), integer(node, "freeContextTokens"),
                integer(node, "freeMaxOutputTokens"), decimal(node, "cachedInputPrice"), false,
                node.has("capabilities") ? capabilities : null, efforts, node.path("preview").asBoolean(false));
    }

    /** Prices are written as strings, so that no binary fraction comes between the page and the bill. */
    private static BigDecimal decimal(JsonNode node, String field) {
        var value = text(node, field);
        return value == null ? null : new BigDecimal(value);
    }

    private static Integer integer(JsonNode node, String field) {
        return node.hasNonNull(field) ? Integer.valueOf(node.get(field).intValue()) : null;
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).textValue() : null;
    }

    private static String required(JsonNode node, String field) {
        var value = text(node, field);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("No " + field + " in " + node);
        }
        return value;
    }
}

package app.pitot.provider;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The dated facts shipped with the app: providers, plans and models. Immutable; safe from any thread. */
public final class Catalogue {
    /** The provider of every base URL that no other claims. */
    public static final String CUSTOM = "custom";
    /** The built-in provider. */
    public static final String SIMULATOR = "simulator";

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * One provider with what belongs to it.
     *
     * @param plans the provider's own or, for the simulator, those that it can enforce
     * @param defaultPlan id of the plan to assume, or null
     */
    record Entry(Provider provider, List<PlanTable> plans, List<ModelInfo> models, String defaultPlan) {}

    /**
     * A plan and where it differs by model.
     *
     * @param models by model id: the whole plan as it holds for that model
     * @param confidence "documented" or "inferred" or "reported by others"
     */
    record PlanTable(Plan plan, Map<String, Plan> models, String confidence) {}

    Catalogue(List<Entry> entries) {
        entries.forEach(entry -> this.entries.put(entry.provider().id(), entry));
    }

    /** What this version of the app knows. Reads resources: call once and keep the result. */
    public static Catalogue shipped() {
        return new CatalogueReader().read();
    }

    /** Every provider, in the order in which to offer them. */
    public List<Provider> providers() {
        return entries.values().stream().map(Entry::provider).toList();
    }

    /** @throws IllegalArgumentException if there is no such provider */
    public Provider provider(String id) {
        return entry(id).provider();
    }

    /** The provider whose host {@code baseUrl} names, else {@link #CUSTOM}; never throws on a malformed URL. */
    public Provider providerForBaseUrl(String baseUrl) {
        var host = host(baseUrl);
        return providers().stream()
                .filter(each -> host != null && each.baseUrl() != null && host.equals(host(each.baseUrl()))).findFirst()
                .orElseGet(() -> provider(CUSTOM));
    }

    /** Plans of a provider, the one to assume first; for the simulator those that it can enforce. May be empty. */
    public List<Plan> plans(String providerId) {
        return entry(providerId).plans().stream().map(PlanTable::plan).toList();
    }

    /** The plan to assume until the user picks one; empty if limits are known for none. */
    public Optional<Plan> defaultPlan(String providerId) {
        return Optional.ofNullable(entry(providerId).defaultPlan()).flatMap(this::plan);
    }

    public Optional<Plan> plan(String id) {
        return table(id).map(PlanTable::plan);
    }

    /** The plan as it holds for one model: some providers limit their models differently. */
    public Optional<Plan> plan(String id, String modelId) {
        return plan(id).map(plan -> plan.forModel(modelId));
    }

    /** Models in the order in which to offer them, retired ones last; may be empty. */
    public List<ModelInfo> models(String providerId) {
        return entry(providerId).models();
    }

    public Optional<ModelInfo> model(String providerId, String modelId) {
        return models(providerId).stream().filter(model -> model.id().equals(modelId)).findFirst();
    }

    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    private Optional<PlanTable> table(String id) {
        return entries.values().stream().flatMap(entry -> entry.plans().stream())
                .filter(table -> table.plan().id().equals(id)).findFirst();
    }

    private Entry entry(String id) {
        var entry = entries.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("No provider " + id);
        }
        return entry;
    }

    private static String host(String url) {
        try {
            var host = url == null ? null : URI.create(url.strip()).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // Half-typed text is no URL yet, and belongs to nobody.
            return null;
        }
    }
}

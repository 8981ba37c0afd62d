package app.pitot.provider;

import java.net.URI;
import java.time.LocalDate;
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

    /** How often a successor may itself have a successor, before it is taken for a circle. */
    private static final int LONGEST_CHAIN = 10;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final LocalDate modelsAsOf;
    private final String modelsSource;

    /**
     * One provider with what belongs to it.
     *
     * @param plans the provider's own or, for the simulator, those that it can enforce
     * @param defaultPlan id of the plan to assume, or null
     * @param confidence in the provider's facts, one of {@link PlanRemarks}; null if there are none
     */
    record Entry(Provider provider, List<PlanTable> plans, List<ModelInfo> models, String defaultPlan,
            String confidence) {}

    /**
     * A plan and where it differs by model.
     *
     * @param models by model id: the whole plan as it holds for that model
     */
    record PlanTable(Plan plan, Map<String, Plan> models, PlanRemarks remarks) {}

    Catalogue(List<Entry> entries, LocalDate modelsAsOf, String modelsSource) {
        this.modelsAsOf = modelsAsOf;
        this.modelsSource = modelsSource;
        entries.forEach(entry -> this.entries.put(entry.provider().id(), entry));
    }

    /** The day of the newest facts on models, prices and retirements that ship with the app. */
    public LocalDate modelsAsOf() {
        return modelsAsOf;
    }

    /** Where the facts on models were read, in words. */
    public String modelsSource() {
        return modelsSource;
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

    /**
     * The provider whose host {@code baseUrl} names, else {@link #CUSTOM}; never throws on a malformed URL. The address of
     * this machine names none: anything may listen there.
     */
    public Provider providerForBaseUrl(String baseUrl) {
        var host = host(baseUrl);
        return providers().stream()
                .filter(each -> host != null && !each.facts().local() && each.baseUrl() != null
                        && host.equals(host(each.baseUrl())))
                .findFirst()
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

    /** What is known of a plan beside its figures. */
    public Optional<PlanRemarks> remarks(String planId) {
        return table(planId).map(PlanTable::remarks);
    }

    /** Models in the order in which to offer them, retired ones last; may be empty. */
    public List<ModelInfo> models(String providerId) {
        return entry(providerId).models();
    }

    public Optional<ModelInfo> model(String providerId, String modelId) {
        return models(providerId).stream().filter(model -> model.id().equals(modelId)).findFirst();
    }

    /** The model that takes the place of one that is retired: the end of the chain, if it is known to answer at {@code today}. */
    public Optional<String> successor(String providerId, String modelId, LocalDate today) {
        var at = model(providerId, modelId);
        for (int i = 0; i < LONGEST_CHAIN && at.isPresent() && at.get().retired(today); i++) {
            at = Optional.ofNullable(at.get().replacement()).flatMap(next -> model(providerId, next));
        }
        return at.filter(model -> !model.retired(today)).map(ModelInfo::id).filter(id -> !id.equals(modelId));
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

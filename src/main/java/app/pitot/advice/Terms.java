package app.pitot.advice;

import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.provider.PlanReach.Scope;
import java.util.function.Function;

/**
 * A plan as it holds for one account.
 *
 * @param plan with what the user changed of it; null if none is set
 * @param simulated true for the simulator, which has one set of limits for all models
 * @param models what is known of a model, never null, by its id
 */
public record Terms(Plan plan, boolean simulated, Function<String, ModelInfo> models) {
    /** The plan for a model; null if none is set. */
    public Plan of(String model) {
        return plan == null || simulated ? plan : plan.forModel(model);
    }

    /** The same under another plan. */
    public Terms under(Plan other) {
        return new Terms(other, simulated, models);
    }

    /** What it allows of a load. */
    public Planned plan(Planner planner, String model, Load load) {
        return planner.plan(simulated ? flat() : plan, models.apply(model), load);
    }

    /** Without differences by model. */
    private Plan flat() {
        return new Plan(plan.id(), plan.name(), plan.providerId(), plan.asOf(), plan.source(), plan.limits(),
                plan.contextTokens(), plan.unsetOutputReserve(), plan.notes());
    }

    /** Prompt and reply together; null if unknown. */
    public Integer context(String model) {
        return models.apply(model).contextUnder(plan != null && simulated ? flat() : plan);
    }

    /** True if each model has limits of its own. */
    boolean perModel() {
        return plan != null && !simulated && plan.reach().scope() == Scope.MODEL;
    }

    /** Equal for all models that draw on the same limits. */
    String pool(String model) {
        return perModel() ? model : "";
    }

    boolean covers(String model) {
        return plan == null || simulated || plan.reach().covers(model);
    }
}

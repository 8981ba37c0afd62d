package app.pitot.exchange;

import app.pitot.provider.Account;
import app.pitot.provider.Limit;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.provider.PlanReach.Scope;
import java.util.List;

/**
 * Which requests share windows. Cerebras and Groq count per organisation and model, OpenRouter counts all its free models
 * together, and the simulator, like an account of which nothing is known, has one set of windows for everything.
 *
 * @param baseUrl part of the key because a simulator that was started again has fresh counters
 * @param planId null if nothing is known
 * @param limits of the plan as the user has set them: other limits are another meter, which begins with the ledger's rows
 * @param models whose requests count: one model's id, a suffix of ids that begins with a colon, {@link #OTHERS} or null
 *     for all
 */
record MeterKey(String accountId, String baseUrl, String planId, List<Limit> limits, String models) {
    /** The models that the plan does not cover. */
    static final String OTHERS = "";

    static MeterKey of(Account account, ModelInfo model) {
        var plan = account.plan();
        return new MeterKey(account.id(), account.baseUrl(), plan == null ? null : plan.id(),
                plan == null ? List.of() : plan.limits(),
                plan == null || account.provider().simulated() ? null : models(plan, model.id()));
    }

    private static String models(Plan plan, String modelId) {
        if (!plan.reach().covers(modelId)) {
            return OTHERS;
        }
        return plan.reach().scope() == Scope.MODEL ? modelId : plan.reach().suffix();
    }

    /** The plan as it holds for the requests of {@code model}; null if nothing is known. */
    static Plan plan(Account account, ModelInfo model) {
        return account.planFor(model.id());
    }
}

package app.pitot.exchange;

import app.pitot.provider.Account;
import app.pitot.provider.Limit;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.provider.PlanReach.Scope;
import java.util.List;
import java.util.Objects;

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

    /** True if a request of that account and model takes something from the same windows. */
    boolean counts(String account, String modelId) {
        return accountId.equals(account) && (models == null || models.equals(OTHERS) || models.equals(modelId)
                || models.startsWith(":") && modelId.endsWith(models));
    }

    /** True if {@code other} is of the same account, and goes by another plan or other limits. */
    boolean sameButForPlan(MeterKey other) {
        return accountId.equals(other.accountId) && baseUrl.equals(other.baseUrl) && !equals(other)
                && !(limits.equals(other.limits) && Objects.equals(planId, other.planId));
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

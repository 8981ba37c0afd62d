package app.pitot.exchange;

import app.pitot.provider.ModelInfo;
import app.pitot.quota.BudgetState;
import app.pitot.quota.Need;
import app.pitot.quota.PreFlight;
import app.pitot.quota.PreFlight.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Holds a request against the user's own budgets. */
final class BudgetCheck {
    private BudgetCheck() {}

    /** The budget that forbids it; null if none does. */
    static BudgetState forbids(List<BudgetState> states, Need need) {
        return states.stream().filter(state -> state.budget().hardStop() && state.over(need)).findFirst()
                .orElse(null);
    }

    /** @param states those that concern the account, the tightest first */
    static PreFlight judge(PreFlight check, List<BudgetState> states, ModelInfo model) {
        if (states.isEmpty()) {
            return check;
        }
        var need = check.need();
        var forbids = forbids(states, need);
        boolean sendable = check.verdict() != Verdict.OVER_CONTEXT && check.verdict() != Verdict.NEVER;
        if (forbids != null && sendable) {
            return check.overBudget(forbids, fitting(check, states, model));
        }
        var shown = states.stream().filter(state -> state.over(need)).findFirst().orElse(states.getFirst());
        return check.with(check.verdict(), shown);
    }

    /** The largest cap with which no hard stop forbids it; null if none would. */
    private static Long fitting(PreFlight check, List<BudgetState> states, ModelInfo model) {
        long most = check.fittingMaxTokens() == null ? check.reservedOutput() : check.fittingMaxTokens();
        for (var state : states) {
            if (state.budget().hardStop()) {
                most = Math.min(most, switch (state.budget().metric()) {
                    case REQUESTS -> state.remaining() > 0 ? Long.MAX_VALUE : 0;
                    case TOKENS, UNCACHED_TOKENS -> state.remaining() - check.inputTokens();
                    case USD -> affordable(state, check, model);
                });
            }
        }
        return most < 1 ? null : (Long) most;
    }

    private static long affordable(BudgetState state, PreFlight check, ModelInfo model) {
        if (check.estimatedCost() == null) {
            return state.remaining() > 0 ? Long.MAX_VALUE : 0;
        }
        var left = BigDecimal.valueOf(state.remaining()).subtract(model.inputPrice().multiply(
                BigDecimal.valueOf(check.inputTokens())));
        return left.signum() < 0
                ? 0
                : model.outputPrice().signum() == 0
                        ? Long.MAX_VALUE
                        : left.divide(model.outputPrice(), 0, RoundingMode.DOWN).min(BigDecimal.valueOf(Long.MAX_VALUE))
                                .longValue();
    }
}

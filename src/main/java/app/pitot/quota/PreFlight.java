package app.pitot.quota;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Whether the next request would pass, before it is sent.
 *
 * @param verdict never null
 * @param inputTokens estimated prompt
 * @param reservedOutput output set aside: the cap, or what the plan takes without one
 * @param binding the window that decides; null if no limit is known
 * @param waitMs until it fits, for {@link Verdict#WAIT}, with those that wait before it; else null
 * @param fittingMaxTokens largest cap that would pass now, for WAIT, NEVER, OVER_CONTEXT and OVER_BUDGET; null if none would
 * @param contextTokens the context that applies, or null if unknown
 * @param estimatedCost USD if prices are known, else null: an upper bound, input plus reserved output
 * @param budget the user's own budget that is over, for OVER_BUDGET, or would be; else the tightest; null if none is set
 * @param contextOfPlan true if {@code contextTokens} is the plan's and the model's own is larger or unknown
 * @param perhapsNever true if the prompt may turn out so large that the whole window does not hold it; only for WAIT
 * @param ahead requests that wait for the same windows and would be sent before it; 0 unless it would wait
 */
public record PreFlight(Verdict verdict, long inputTokens, long reservedOutput, WindowState binding, Double waitMs,
        Long fittingMaxTokens, Integer contextTokens, BigDecimal estimatedCost, BudgetState budget,
        boolean contextOfPlan, boolean perhapsNever, int ahead) {
    /** Without a budget. */
    public PreFlight(Verdict verdict, long inputTokens, long reservedOutput, WindowState binding, Double waitMs,
            Long fittingMaxTokens, Integer contextTokens, BigDecimal estimatedCost) {
        this(verdict, inputTokens, reservedOutput, binding, waitMs, fittingMaxTokens, contextTokens, estimatedCost,
                null, false, false, 0);
    }

    /** The same with a word on the user's own budgets. */
    public PreFlight with(Verdict other, BudgetState itsBudget) {
        return new PreFlight(other, inputTokens, reservedOutput, binding, waitMs, fittingMaxTokens, contextTokens,
                estimatedCost, itsBudget, contextOfPlan, perhapsNever, ahead);
    }

    /** The same where others wait for the same windows. @param until the time with them, in milliseconds */
    public PreFlight behind(int others, double until) {
        return new PreFlight(Verdict.WAIT, inputTokens, reservedOutput, binding, until, fittingMaxTokens, contextTokens,
                estimatedCost, budget, contextOfPlan, perhapsNever, others);
    }

    /** It is more than the user wants to spend. @param fitting largest cap that would not be; null if none */
    public PreFlight overBudget(BudgetState itsBudget, Long fitting) {
        return new PreFlight(Verdict.OVER_BUDGET, inputTokens, reservedOutput, binding, null, fitting, contextTokens,
                estimatedCost, itsBudget, contextOfPlan, false, 0);
    }

    public enum Verdict {
        FITS,
        /** Fits, and leaves less than a quarter of the binding window. */
        TIGHT,
        /** Would be refused now and fits after a while. */
        WAIT,
        /** Larger than the whole window: waiting does not help. */
        NEVER,
        OVER_CONTEXT,
        /** The provider would take it, but it is more than the user wants to spend. */
        OVER_BUDGET,
        /** No limit is known. */
        UNKNOWN
    }

    /** Input and reserved output together. */
    public long tokens() {
        return inputTokens + reservedOutput;
    }

    /** What it takes of budgets at most. */
    public Need need() {
        return new Need(tokens(), estimatedCost == null ? null : (Long) Micros.of(estimatedCost, RoundingMode.UP));
    }
}

package app.pitot.compare;

import app.pitot.quota.BudgetState;
import app.pitot.quota.PreFlight;
import app.pitot.quota.WindowState;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a comparison will need, said before it starts.
 *
 * @param requests all that will be sent, the warm-up included
 * @param tokens about how many: expected input and output, not what is set aside
 * @param tookMs about how long it takes under the limits of every account; null if that cannot be told
 * @param cost USD, about; null if no price is known
 * @param problems what would keep a lane from running, one entry for each such lane
 * @param overBudget budgets of the user's that it would exceed; empty if none
 * @param overDay windows of a provider's day or month of which it would leave less than a fifth: as with a budget, it goes that
 *     far only if the user said yes; empty if none
 */
public record Estimate(int requests, long tokens, Double tookMs, BigDecimal cost, List<LaneProblem> problems,
        List<BudgetState> overBudget, List<OverDay> overDay) {
    /** With enough left of every provider's day. */
    public Estimate(int requests, long tokens, Double tookMs, BigDecimal cost, List<LaneProblem> problems,
            List<BudgetState> overBudget) {
        this(requests, tokens, tookMs, cost, problems, overBudget, List.of());
    }

    /** True if the user is to be asked before it starts. */
    public boolean asks() {
        return !overBudget.isEmpty() || !overDay.isEmpty();
    }

    /**
     * @param lane index of the first lane that draws on it, from 0
     * @param need requests or tokens, as the window counts
     */
    public record OverDay(int lane, WindowState window, long need) {}

    /**
     * @param lane index, from 0
     * @param preFlight why it cannot be sent
     */
    public record LaneProblem(int lane, PreFlight preFlight) {}

    public Estimate {
        problems = List.copyOf(problems);
        overBudget = List.copyOf(overBudget);
        overDay = List.copyOf(overDay);
    }
}

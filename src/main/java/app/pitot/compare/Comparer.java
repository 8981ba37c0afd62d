package app.pitot.compare;

import app.pitot.provider.Account;
import java.util.List;

/** Runs comparisons. Safe from any thread. */
public interface Comparer {
    /** What {@code run} would need. Cheap enough for every key stroke. */
    Estimate estimate(Run run);

    /**
     * Starts at once on a virtual thread. Never throws. An account that is removed meanwhile ends its lanes.
     *
     * @param overBudget true if the user said yes to going over their own budgets
     */
    RunningComparison start(Run run, boolean overBudget);

    /**
     * Asks one lane of a run that is over by itself, for each round that lacks a whole reply of it; see {@link Comparison#lacking}.
     * What comes is added to the run and marked, see {@link Sample#again}. Never throws.
     *
     * @param past with its samples
     * @param run with the setup and the lanes of {@code past}, in their order
     * @param lane index, from 0
     * @param overBudget as for {@link #start}
     */
    RunningComparison again(Comparison past, Run run, int lane, boolean overBudget);

    /** Ends the lanes of an account that is gone. */
    void gone(Account account);

    /**
     * What to run.
     *
     * @param setId the saved set that it is; null for none
     * @param name of that set; null for none
     * @param lanes those of {@code setup}, in order, with their accounts and models
     */
    record Run(String setId, String name, ComparisonSetup setup, List<Lane> lanes) {
        public Run {
            lanes = List.copyOf(lanes);
        }

        /** How the lanes share the time. */
        public Mode mode() {
            return setup.mode();
        }
    }
}

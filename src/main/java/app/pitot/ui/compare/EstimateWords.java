package app.pitot.ui.compare;

import app.pitot.base.Texts;
import app.pitot.compare.ComparisonSetup;
import app.pitot.compare.Estimate;
import app.pitot.compare.Lane;
import app.pitot.compare.Mode;
import app.pitot.quota.BudgetLabels;
import app.pitot.quota.WindowLabels;
import app.pitot.ui.common.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what a run would need and what keeps it from starting. */
final class EstimateWords {
    private static final long MANY = 10_000;
    private static final double SECOND = 1_000;

    private EstimateWords() {}

    static String how(SetupModel setup) {
        if (setup.mode().get() == Mode.RACE) {
            return Texts.get("compare.how.race");
        }
        int rounds = setup.rounds().get();
        return Texts.get(setup.untilPrecise().get() ? "compare.how.rounds.precise" : "compare.how.rounds", rounds);
    }

    /** "needs 24 requests, ≈ 31k tokens, 48 s". */
    static String need(Estimate estimate) {
        var parts = new ArrayList<String>();
        parts.add(Texts.get("compare.need.requests", estimate.requests(), Format.count(estimate.requests())));
        parts.add(Texts.get("compare.need.tokens", about(estimate.tokens())));
        if (estimate.tookMs() != null) {
            parts.add(Texts.get("compare.need.time", time(estimate.tookMs())));
        }
        if (estimate.cost() != null) {
            var cost = Format.cost(estimate.cost());
            parts.add(cost.startsWith("<") ? cost : "≈ " + cost);
        }
        return String.join(", ", parts);
    }

    /** What must be mended first; empty if nothing. */
    static String trouble(SetupModel setup) {
        if (setup.prompt().get().isBlank()) {
            return Texts.get("compare.trouble.prompt");
        }
        var lanes = setup.lanes();
        if (lanes.size() < ComparisonSetup.FEWEST_LANES) {
            return Texts.get("compare.trouble.lanes");
        }
        for (int at = 0; at < lanes.size(); at++) {
            var lane = lanes.get(at);
            if (lane.choice().get() == null) {
                return Texts.get(lane.orphaned() ? "compare.trouble.gone" : "compare.trouble.model",
                        Lane.letter(at));
            }
            var problems = lane.parameters().problems().get();
            if (!problems.isEmpty()) {
                return Texts.get("compare.trouble.parameters", Lane.letter(at), problems.getFirst().sentence());
            }
        }
        return "";
    }

    /** What it would exceed, or which lanes would be refused; empty if nothing. */
    static String caution(SetupModel setup, Estimate estimate) {
        var over = over(setup, estimate);
        if (!over.isEmpty()) {
            return Texts.get("compare.over", String.join(", ", over));
        }
        var refused = estimate.problems();
        return refused.isEmpty()
                ? ""
                : Texts.get("compare.refused", refused.size(), refused.stream()
                        .map(problem -> Lane.letter(problem.lane())).collect(Collectors.joining(", ")));
    }

    /** What it would use up, or nearly: the user's own budgets, and what providers allow in a day or a month. */
    static List<String> over(SetupModel setup, Estimate estimate) {
        var over = new ArrayList<String>();
        estimate.overBudget().forEach(state -> over.add(Texts.get("compare.over.own",
                BudgetLabels.of(state.budget()),
                BudgetLabels.figure(state.budget().metric(), state.remaining()))));
        estimate.overDay().forEach(each -> over.add(Texts.get("compare.over.day",
                WindowLabels.shortName(each.window().metric(), each.window().period()),
                setup.lanes().get(each.lane()).choice().get().account().name(),
                Format.amount(each.window().metric(), each.window().remaining()),
                Format.amount(each.window().metric(), each.need()))));
        return over;
    }

    private static String about(long tokens) {
        return tokens >= MANY
                ? Texts.get("compare.thousands", Format.count(Math.round(tokens / 1e3)))
                : Format.count(tokens);
    }

    /** Whole seconds: it is a guess. */
    private static String time(double ms) {
        return Format.countdown(Math.max(1, Math.ceil(ms / SECOND)) * SECOND);
    }
}

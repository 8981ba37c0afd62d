package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.compare.Estimate;
import app.pitot.compare.Lane;
import app.pitot.provider.Metric;
import app.pitot.quota.BudgetLabels;
import app.pitot.quota.PreFlight;
import app.pitot.quota.WindowLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a comparison will take, in words, before it starts. */
record CompareEstimate(Estimate estimate, List<Lane> lanes) {
    private static final long MANY = 10_000;

    /** "needs 24 requests, about 31k tokens; takes about 48 s under your limits". */
    String words() {
        var words = Texts.get("cli.compare.needs", estimate.requests(), tokens(estimate.tokens()));
        if (estimate.cost() != null) {
            words += Texts.get("cli.compare.needs.cost", estimate.cost());
        }
        return estimate.tookMs() == null
                ? words
                : words + Texts.get("cli.compare.needs.time", LimitsText.duration(estimate.tookMs()));
    }

    /** One line for each lane that cannot run. */
    List<String> problems() {
        return estimate.problems().stream()
                .map(each -> Texts.get("cli.compare.problem", Lane.letter(each.lane()), why(each.preFlight())))
                .toList();
    }

    /** True if there is nothing left to compare. */
    boolean nobodyCan() {
        return lanes.size() - estimate.problems().size() < 1;
    }

    /** What it would go beyond, and what to do; null if nothing. */
    String over() {
        if (!estimate.asks()) {
            return null;
        }
        var over = new ArrayList<String>();
        estimate.overBudget().forEach(each -> over.add(Texts.get("cli.compare.over.own",
                BudgetLabels.of(each.budget()), BudgetLabels.figure(each.budget().metric(), each.remaining()))));
        estimate.overDay().forEach(each -> over.add(Texts.get("cli.compare.over.day",
                WindowLabels.shortName(each.window().metric(), each.window().period()),
                lanes.get(each.lane()).account().name(), each.window().remaining(), each.need())));
        return Texts.get("cli.compare.over", String.join(", ", over));
    }

    private static String why(PreFlight check) {
        var window = check.binding();
        if (check.verdict() == PreFlight.Verdict.OVER_CONTEXT || window == null) {
            return Texts.get("cli.compare.problem.context", check.tokens(),
                    check.contextTokens() == null ? 0 : check.contextTokens());
        }
        var name = WindowLabels.shortName(window.metric(), window.period());
        boolean tooLarge = check.verdict() == PreFlight.Verdict.NEVER && window.limit() != null
                && (window.limit() == 0 || window.metric() != Metric.REQUESTS && check.tokens() > window.limit());
        return tooLarge
                ? Texts.get("cli.compare.problem.never", check.tokens(), name, window.limit())
                : Texts.get("cli.compare.problem.window", name);
    }

    private static String tokens(long tokens) {
        return tokens < MANY
                ? String.format(Locale.US, "%,d", tokens)
                : Texts.get("cli.compare.thousands", Math.round(tokens / 1e3));
    }
}

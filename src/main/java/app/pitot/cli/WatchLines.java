package app.pitot.cli;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.cli.LimitsTarget.Shown;
import app.pitot.provider.Allowance;
import app.pitot.quota.BudgetLabels;
import app.pitot.quota.BudgetState;
import app.pitot.quota.WindowLabels;
import app.pitot.quota.WindowState;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A line for each account whenever something changed that is not just time passing: for a pipe or a file. */
final class WatchLines implements WatchOutput {
    private final PrintWriter out;
    private final Clocks clocks;
    private final Map<Object, List<Object>> before = new HashMap<>();

    WatchLines(PrintWriter out, Clocks clocks) {
        this.out = out;
        this.clocks = clocks;
    }

    @Override
    public void show(List<Shown> all) {
        for (var shown : all) {
            var budgets = SharedBudgets.own(shown, all);
            say(shown.target(), state(shown, budgets), line(shown, budgets));
        }
        var shared = SharedBudgets.of(all);
        if (!shared.isEmpty()) {
            var parts = new ArrayList<>(List.of(now(), Texts.get("cli.limits.all")));
            shared.forEach(budget -> parts.add(budget(budget)));
            say("", state(shared), String.join(" · ", parts));
        }
        out.flush();
    }

    private void say(Object whose, List<Object> state, String line) {
        if (!state.equals(before.put(whose, state))) {
            out.println(line);
        }
    }

    private static List<Object> state(Shown shown, List<BudgetState> budgets) {
        var state = new ArrayList<Object>();
        for (var w : shown.quota().windows()) {
            state.add(List.of(w.metric(), w.period(), w.reserved(), w.level(), w.allowance(),
                    w.limit() == null ? -1 : w.limit()));
        }
        var day = shown.quota().day();
        state.add(List.of(day.used(), day.requests(), day.refused()));
        state.addAll(state(budgets));
        return state;
    }

    private static List<Object> state(List<BudgetState> budgets) {
        return budgets.stream().<Object>map(budget -> List.of(budget.used(), budget.reserved(), budget.level()))
                .toList();
    }

    private String now() {
        return clocks.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String line(Shown shown, List<BudgetState> budgets) {
        var parts = new ArrayList<String>();
        var target = shown.target();
        parts.add(now());
        parts.add(TerminalText.harmless(target.account().name()));
        parts.add(TerminalText.harmless(target.model().id()));
        shown.quota().windows().forEach(window -> parts.add(window(window)));
        var day = shown.quota().day();
        parts.add(Texts.get("cli.watch.day", Texts.get("cli.limits.day." + day.metric().name().toLowerCase(
                java.util.Locale.ROOT)), BudgetLabels.figure(day.metric(), day.used()), day.requests(),
                day.refused()));
        budgets.forEach(budget -> parts.add(budget(budget)));
        return String.join(" · ", parts);
    }

    private static String budget(BudgetState budget) {
        return Texts.get("cli.watch.budget", BudgetLabels.of(budget.budget()),
                BudgetLabels.figure(budget.budget().metric(), budget.remaining()));
    }

    private static String window(WindowState w) {
        var name = WindowLabels.shortName(w.metric(), w.period());
        if (w.allowance() == Allowance.UNLIMITED) {
            return Texts.get("cli.watch.unlimited", name);
        }
        var left = w.remaining() == null ? LimitsText.UNKNOWN : BudgetLabels.figure(w.metric(), w.remaining());
        var limit = w.limit() == null ? LimitsText.UNKNOWN : BudgetLabels.figure(w.metric(), w.limit());
        return w.reserved() == 0
                ? Texts.get("cli.watch.window", name, left, limit)
                : Texts.get("cli.watch.window.reserved", name, left, limit,
                        BudgetLabels.figure(w.metric(), w.reserved()));
    }

    @Override
    public void close() {
        out.flush();
    }
}

package app.pitot.ui.advice;

import app.pitot.advice.Dismissal;
import app.pitot.advice.PastReader;
import app.pitot.advice.Week;
import app.pitot.api.ErrorKind;
import app.pitot.base.Clocks;
import app.pitot.provider.Plan;
import app.pitot.ui.common.Jobs;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Accounts and a week for the views. */
final class Sample {
    static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    final Week week = new Week().model(Week.GPT);
    final List<AdviceAccount> accounts = new ArrayList<>();
    final List<Dismissal> kept = new ArrayList<>();
    final Clocks clocks = new Clocks(() -> 0, () -> Week.NOW);
    private final Jobs jobs = new Jobs(Runnable::run, Runnable::run);

    Sample(String planId) {
        accounts.add(account(Week.ACCOUNT, "Work", planId == null ? null : week.plan(planId)));
    }

    AdviceAccount account(String id, String name, Plan plan) {
        return new AdviceAccount(id, name, "cerebras", week.terms(plan), List.of(Week.GPT, "qwen-3.8-27b"), false);
    }

    PlannerModel planner() {
        var model = new PlannerModel(week.catalogue, new PastReader(week.usages), () -> accounts, clocks, ZONE, jobs);
        model.refresh();
        return model;
    }

    AdvisorModel advisor() {
        return advisor(edit -> {
            var now = edit.apply(List.copyOf(kept));
            kept.clear();
            kept.addAll(now);
        });
    }

    AdvisorModel advisor(Consumer<UnaryOperator<List<Dismissal>>> save) {
        return new AdvisorModel(week.usages, week.catalogue, () -> accounts, clocks, jobs, List.copyOf(kept), save);
    }

    /** A week in which everything comes up against the April plan. */
    Sample busy() {
        for (var day : List.of("17", "18", "19", "20")) {
            week.complete("2026-11-" + day + "T06:00:00Z", 60, 2, 4_600, 300)
                    .complete("2026-11-" + day + "T08:00:00Z", 150, 90, 4_600, 300)
                    .limited("2026-11-" + day + "T12:30:00Z", 25, "tokens/minute");
        }
        week.refused("2026-11-20T15:00:00Z", 4, ErrorKind.CONTEXT_LENGTH, 11_900);
        return this;
    }
}

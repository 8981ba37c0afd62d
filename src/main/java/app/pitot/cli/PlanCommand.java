package app.pitot.cli;

import app.pitot.advice.Load;
import app.pitot.advice.PlanWords;
import app.pitot.advice.Say;
import app.pitot.advice.Planned;
import app.pitot.advice.Planner;
import app.pitot.api.Harmless;
import app.pitot.base.Money;
import app.pitot.base.Texts;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pitot plan}: what plans allow of requests of one size, by their dated tables alone; touches no file and asks nobody. */
@Command(name = "plan", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.plans}", footer = "${bundle:cli.plans.footer}")
final class PlanCommand implements Callable<Integer> {
    private static final String USUAL = "cerebras";
    private static final long MOST_TOKENS = 100_000_000;
    private static final long MOST_REQUESTS = 1_000_000_000;
    private static final int LONGEST = 400;

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Option(names = "--plan", paramLabel = "ID", description = "${bundle:cli.plans.plan}")
    private List<String> planIds = List.of();

    @Option(names = "--model", paramLabel = "ID", description = "${bundle:cli.plans.model}")
    private String model;

    @Option(names = "--in", paramLabel = "N", required = true, description = "${bundle:cli.plans.in}")
    private long input;

    @Option(names = "--out", paramLabel = "N", required = true, description = "${bundle:cli.plans.out}")
    private long output;

    @Option(names = "--requests", paramLabel = "N", description = "${bundle:cli.plans.requests}")
    private Long requests;

    @Option(names = "--json", description = "${bundle:cli.json}")
    private boolean json;

    /** Requests of one size under one plan. */
    private record Under(ModelInfo model, Planned planned) {}

    PlanCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var choices = new Choices(context, spec);
        check(choices);
        var catalogue = choices.catalogue();
        var plans = planIds.isEmpty() ? catalogue.plans(USUAL) : planIds.stream().map(choices::plan).toList();
        var planner = new Planner(catalogue);
        var load = Load.of(input, output);
        var now = context.clocks().now();
        var all = plans.stream().map(plan -> {
            var of = model(catalogue, plan, now);
            return new Under(of, planner.plan(plan, of, load));
        }).toList();
        if (json) {
            context.out().println(
                    PlanReport.of(all.stream().map(Under::planned).toList(), requests, now, ZoneId.systemDefault()));
        } else {
            print(all, now);
        }
        return ExitCode.COMPLETE;
    }

    private void check(Choices choices) {
        if (input < 0 || output < 0 || input > MOST_TOKENS || output > MOST_TOKENS || input + output == 0) {
            throw choices.refuse(Texts.get("cli.plans.size", MOST_TOKENS));
        }
        if (requests != null && (requests < 1 || requests > MOST_REQUESTS)) {
            throw choices.refuse(Texts.get("cli.plans.requests.wrong", MOST_REQUESTS));
        }
        if (model != null && model.isBlank()) {
            throw choices.refuse(Texts.get("cli.model.blank"));
        }
    }

    /** The one that is named, else the first that the plan's provider serves and the plan covers. */
    private ModelInfo model(Catalogue catalogue, Plan plan, Instant now) {
        if (model != null) {
            return catalogue.model(plan.providerId(), model).orElseGet(() -> ModelInfo.ofId(model));
        }
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return catalogue.models(plan.providerId()).stream()
                .filter(each -> plan.reach().covers(each.id()) && !each.retired(today)).findFirst()
                .orElseGet(() -> ModelInfo.ofId(""));
    }

    private void print(List<Under> all, Instant now) {
        var headings = new ArrayList<>(List.of(Texts.get("cli.plans.column.plan"), Texts.get("cli.plans.column.day"),
                Texts.get("cli.plans.column.minute")));
        if (requests != null) {
            headings.add(Texts.get("cli.plans.column.finish", requests));
            headings.add(Texts.get("cli.plans.column.cost", requests));
        }
        headings.add(Texts.get("cli.plans.column.model"));
        Columns.print(headings, all.stream().map(each -> row(each, now)).toList(), context.out());
        for (var each : all) {
            context.out().println();
            say(each.planned().plan().id() + ": " + PlanWords.verdict(each.planned()));
            for (var more : List.of(PlanWords.reported(each.planned()), PlanWords.credit(each.planned()),
                    Texts.get("cli.plans.dated", each.planned().plan().asOf().toString(),
                            each.planned().plan().source()))) {
                if (!more.isEmpty()) {
                    say("  " + more);
                }
            }
        }
    }

    private List<String> row(Under under, Instant now) {
        var planned = under.planned();
        var cells = new ArrayList<>(List.of(planned.plan().id(), count(planned.perDay(), planned),
                Say.rate(planned.perMinute())));
        if (requests != null) {
            var time = planned.finish(requests, now, ZoneId.systemDefault());
            var cost = planned.costOf(requests);
            cells.add(time == null ? LimitsText.UNKNOWN : LimitsText.duration(time.toMillis()));
            cells.add(cost == null ? LimitsText.UNKNOWN : Money.words(cost));
        }
        cells.add(under.model().id().isEmpty() ? LimitsText.UNKNOWN : Harmless.line(under.model().id(), 60));
        return cells;
    }

    private static String count(Long value, Planned planned) {
        return value != null
                ? Say.count(value)
                : planned.covered() ? Texts.get("cli.limits.unlimited") : LimitsText.UNKNOWN;
    }

    private void say(String words) {
        context.out().println(words.startsWith(" ")
                ? "  " + Harmless.line(words, LONGEST)
                : Harmless.line(words, LONGEST));
    }
}

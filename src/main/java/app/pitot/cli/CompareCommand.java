package app.pitot.cli;

import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import app.pitot.compare.Comparer;
import app.pitot.compare.Comparison;
import app.pitot.compare.RunningComparison;
import app.pitot.compare.SavedSet;
import app.pitot.compare.report.CsvReport;
import app.pitot.compare.report.JsonReport;
import app.pitot.compare.report.MarkdownReport;
import app.pitot.keys.KeyException;
import app.pitot.provider.Catalogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pitot compare}: which of these models answers faster, and is the difference real. */
@Command(name = "compare", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.compare}", footer = "${bundle:cli.compare.footer}")
final class CompareCommand implements Callable<Integer> {
    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Option(names = "--lane", paramLabel = "ACCOUNT-or-URL/MODEL", description = "${bundle:cli.compare.lane}")
    private List<String> lanes = List.of();

    @Option(names = "--set", paramLabel = "NAME", description = "${bundle:cli.compare.set}")
    private String set;

    @Option(names = "--key-env", paramLabel = "NAME", description = "${bundle:cli.compare.keyEnv}")
    private String keyEnv;

    @Option(names = "--plan", paramLabel = "ID", description = "${bundle:cli.compare.plan}")
    private String planId;

    @Mixin
    private CompareOptions options;

    @Option(names = "--csv", description = "${bundle:cli.compare.csv}")
    private boolean csv;

    @Option(names = "--json", description = "${bundle:cli.compare.json}")
    private boolean json;

    @Option(names = "--markdown", description = "${bundle:cli.compare.markdown}")
    private boolean markdown;

    @Option(names = "--over-budget", description = "${bundle:cli.compare.overBudget}")
    private boolean overBudget;

    @Option(names = "--yes", description = "${bundle:cli.compare.yes}")
    private boolean yes;

    @Mixin
    private DataDir dataDir;

    CompareCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        var choices = new Choices(context, spec);
        check(choices);
        // First, so that it is closed last: a signal waits until all is printed and written.
        try (var signal = new OnSignal();
                var house = dataDir.open(context, Catalogue.shipped());
                var asked = new CompareLanes(house, choices, keyEnv, planId);
                var open = OpenCompare.open(context, house)) {
            var run = run(open, asked, choices);
            open.prepare(run.lanes());
            var estimate = new CompareEstimate(open.comparer().estimate(run), run.lanes());
            context.err().println(TerminalText.harmless(estimate.words()));
            estimate.problems().forEach(each -> context.err().println(TerminalText.harmless(each)));
            context.err().flush();
            if (estimate.nobodyCan()) {
                return refused("none", Texts.get("cli.compare.none"));
            }
            if (estimate.over() != null && !overBudget) {
                return refused("budget", estimate.over());
            }
            if (asks() && !confirmed()) {
                context.err().println(Texts.get("cli.compare.unstarted"));
                return ExitCode.OTHER;
            }
            var then = run.setId() == null ? null : newest(open.kept().past(run.setId(), 1));
            var running = open.comparer().start(run, overBudget);
            signal.act(running::cancel);
            return show(open, follow(running, run.setup().warmUp()), then);
        } catch (KeyException e) {
            context.err().println(e.getMessage());
            tellJson("key", e.getMessage());
            return ExitCode.of(e);
        }
    }

    private void check(Choices choices) {
        if ((csv ? 1 : 0) + (json ? 1 : 0) + (markdown ? 1 : 0) > 1) {
            throw choices.refuse(Texts.get("cli.compare.formats"));
        }
        if (set != null && set.isBlank()) {
            throw choices.refuse(Texts.get("cli.compare.set.blank"));
        }
        if (lanes.isEmpty() && set == null) {
            throw choices.refuse(Texts.get("cli.compare.whom"));
        }
    }

    private Comparer.Run run(OpenCompare open, CompareLanes asked, Choices choices) throws KeyException {
        var known = set == null
                ? null
                : open.kept().sets().stream().filter(each -> each.name().equals(set.strip())).findFirst().orElse(null);
        if (lanes.isEmpty()) {
            if (known == null) {
                throw choices.refuse(Texts.get("cli.compare.set.unknown"));
            }
            var setup = options.again(known.setup(), choices);
            return new Comparer.Run(known.id(), known.name(), setup, asked.saved(setup));
        }
        var found = asked.named(lanes, options.parameters(choices));
        var setup = options.setup(CompareLanes.setups(found), choices, context.in());
        if (set == null) {
            return new Comparer.Run(null, null, setup, found);
        }
        if (!asked.lasting(found)) {
            throw choices.refuse(Texts.get("cli.compare.set.url"));
        }
        if (known != null && !known.setup().equals(setup)) {
            throw choices.refuse(Texts.get("cli.compare.set.other"));
        }
        var id = known == null ? UUID.randomUUID().toString() : known.id();
        if (known == null) {
            open.kept().save(new SavedSet(id, set.strip(), setup, context.clocks().now()));
        }
        return new Comparer.Run(id, set.strip(), setup, found);
    }

    private static Comparison newest(List<Comparison> past) {
        return past.isEmpty() ? null : past.getFirst();
    }

    /** Where somebody sits before it who can answer. */
    private boolean asks() {
        return context.terminal() && !yes && !options.readsStandardInput();
    }

    private boolean confirmed() throws IOException {
        context.err().print(Texts.get("cli.compare.start") + " ");
        context.err().flush();
        var answer = new BufferedReader(new InputStreamReader(context.in(), StandardCharsets.UTF_8)).readLine();
        return answer != null && (answer.isBlank() || answer.strip().toLowerCase(java.util.Locale.ROOT)
                .startsWith(Texts.get("cli.compare.start.yes")));
    }

    private int refused(String code, String message) {
        context.err().println(TerminalText.harmless(message));
        tellJson(code, message);
        return ExitCode.OTHER;
    }

    private void tellJson(String code, String message) {
        if (json) {
            context.out().println(AccountsReport.failed(code, message));
        }
    }

    private Comparison follow(RunningComparison running, boolean warmUp) throws InterruptedException {
        var plain = !context.terminal() || "dumb".equals(context.environment().apply("TERM"));
        try (var progress = new CompareProgress(context.err(), !plain, warmUp)) {
            return progress.follow(running);
        }
    }

    private int show(OpenCompare open, Comparison run, Comparison then) {
        var before = then == null ? null : open.kept().read(then.id());
        if (csv) {
            context.out().print(CsvReport.of(run));
        } else if (json) {
            context.out().print(JsonReport.of(run));
        } else if (markdown) {
            context.out().print(MarkdownReport.of(run, before, ZoneId.systemDefault()));
        } else {
            CompareTable.print(run, before, ZoneId.systemDefault(), context.out());
        }
        context.out().flush();
        if (context.out().checkError()) {
            context.err().println(Texts.get("cli.output.lost"));
            return ExitCode.OTHER;
        }
        return code(run);
    }

    /** Complete if every lane has a whole reply; else what kept the first from it. */
    private static int code(Comparison run) {
        if (run.state() == Comparison.State.CANCELLED) {
            return ExitCode.OTHER;
        }
        for (int lane = 0; lane < run.lanes().size(); lane++) {
            int its = lane;
            var samples = run.samples().stream().filter(each -> each.lane() == its).toList();
            if (samples.stream().noneMatch(each -> each.counts())) {
                var last = samples.isEmpty() ? null : samples.getLast();
                return last == null || last.outcome() == Outcome.COMPLETE
                        ? ExitCode.OTHER
                        : ExitCode.of(last.outcome(), last.error());
            }
        }
        return ExitCode.COMPLETE;
    }
}

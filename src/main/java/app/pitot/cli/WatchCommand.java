package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.cli.LimitsTarget.Shown;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pitot watch}: the same, live, until Ctrl+C. It sees what the window and other commands use. */
@Command(name = "watch", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.watch}", footer = "${bundle:cli.watch.footer}")
final class WatchCommand implements Callable<Integer> {
    private static final long EVERY_MS = 1_000;

    private final CliContext context;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean ended;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDir dataDir;

    @Option(names = "--account", paramLabel = "NAME", description = "${bundle:cli.limits.account}")
    private String account;

    @Option(names = "--model", paramLabel = "ID", description = "${bundle:cli.limits.model}")
    private String model;

    WatchCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        var choices = new Choices(context, spec);
        if (model != null && model.isBlank()) {
            throw choices.refuse(Texts.get("cli.model.blank"));
        }
        // First, so that it is closed last: a signal waits until the terminal is as it was.
        try (var signal = new OnSignal(); var open = OpenLimits.open(context, dataDir)) {
            var targets = LimitsTarget.of(open, account, model, choices);
            if (targets.isEmpty()) {
                context.out().println(Texts.get("cli.limits.unconnected"));
                return ExitCode.COMPLETE;
            }
            signal.act(this::end);
            open.engine().onUseElsewhere(_ -> news.release());
            return follow(open, choices);
        }
    }

    private void end() {
        ended = true;
        news.release();
    }

    private int follow(OpenLimits open, Choices choices) throws InterruptedException {
        var plain = !context.terminal() || "dumb".equals(context.environment().apply("TERM"));
        var colour = context.environment().apply("NO_COLOR");
        try (var show = plain
                ? WatchOutput.lines(context.out(), context.clocks())
                : WatchOutput.screen(context.out(), colour == null || colour.isEmpty(), ZoneId.systemDefault())) {
            var known = new HashMap<String, LimitsTarget>();
            while (!ended) {
                var all = new ArrayList<Shown>();
                // Anew each time: another model may have been used since.
                for (var target : LimitsTarget.of(open, account, model, choices)) {
                    var id = target.account().id() + " " + target.model().id();
                    if (known.putIfAbsent(id, target) == null) {
                        target.look(open.engine(), open.ledger());
                    }
                    all.add(known.get(id).now(open.engine()));
                }
                show.show(all);
                if (context.out().checkError()) {
                    // Nobody reads any more, as behind "| head".
                    context.err().println(Texts.get("cli.output.lost"));
                    return ExitCode.OTHER;
                }
                news.tryAcquire(EVERY_MS, TimeUnit.MILLISECONDS);
                news.drainPermits();
            }
        }
        return ExitCode.COMPLETE;
    }
}

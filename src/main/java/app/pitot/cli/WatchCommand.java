package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.cli.LimitsTarget.Shown;
import app.pitot.provider.Account;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pitot watch}: the same, live, until Ctrl+C. It sees what the window and other commands use. */
@Command(name = "watch", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.watch}", footer = "${bundle:cli.watch.footer}")
final class WatchCommand implements Callable<Integer> {
    private static final long EVERY_MS = 1_000;

    private final CliContext context;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean ended;

    @Mixin
    private DataDir dataDir;

    @Mixin
    private LimitsOptions options;

    WatchCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        // First, so that it is closed last: a signal waits until the terminal is as it was.
        try (var signal = new OnSignal(); var open = options.open(context, dataDir)) {
            var accounts = options.accounts(open, context);
            if (accounts.isEmpty()) {
                context.out().println(Texts.get("cli.limits.unconnected"));
                return ExitCode.COMPLETE;
            }
            signal.act(this::end);
            open.engine().onUseElsewhere(_ -> news.release());
            return follow(open, accounts);
        }
    }

    private void end() {
        ended = true;
        news.release();
    }

    private int follow(OpenLimits open, List<Account> accounts) throws InterruptedException {
        var plain = !context.terminal() || "dumb".equals(context.environment().apply("TERM"));
        var colour = context.environment().apply("NO_COLOR");
        try (var show = plain
                ? WatchOutput.lines(context.out(), context.clocks())
                : WatchOutput.screen(context.out(), colour == null || colour.isEmpty(),
                        new LimitsText(ZoneId.systemDefault(), context.clocks()))) {
            var targets = List.<LimitsTarget>of();
            boolean anew = true;
            while (!ended) {
                if (anew) {
                    // Another model may have been used.
                    targets = options.targets(open, accounts);
                }
                var all = new ArrayList<Shown>();
                for (var target : targets) {
                    all.add(anew ? target.look(open) : target.now(open));
                }
                show.show(all);
                if (context.out().checkError()) {
                    // Nobody reads any more, as behind "| head".
                    context.err().println(Texts.get("cli.output.lost"));
                    return ExitCode.OTHER;
                }
                anew = news.tryAcquire(EVERY_MS, TimeUnit.MILLISECONDS);
                news.drainPermits();
            }
        }
        return ExitCode.COMPLETE;
    }
}

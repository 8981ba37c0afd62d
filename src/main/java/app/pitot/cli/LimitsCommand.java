package app.pitot.cli;

import app.pitot.base.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pitot limits}: what is left of every window, as the ledger knows it; costs no tokens and asks nobody. */
@Command(name = "limits", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.limits}", footer = "${bundle:cli.limits.footer}")
final class LimitsCommand implements Callable<Integer> {
    private final CliContext context;

    @Mixin
    private DataDir dataDir;

    @Mixin
    private LimitsOptions options;

    @Option(names = "--json", description = "${bundle:cli.json}")
    private boolean json;

    LimitsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var open = options.open(context, dataDir)) {
            var all = new ArrayList<LimitsTarget.Shown>();
            for (var target : options.targets(open, options.accounts(open, context))) {
                all.add(target.look(open));
            }
            if (json) {
                context.out().println(LimitsReport.of(all));
                return ExitCode.COMPLETE;
            }
            if (all.isEmpty()) {
                context.out().println(Texts.get("cli.limits.unconnected"));
            }
            new LimitsText(ZoneId.systemDefault(), context.clocks()).lines(all)
                    .forEach(line -> context.out().println(line.text()));
            return ExitCode.COMPLETE;
        }
    }
}

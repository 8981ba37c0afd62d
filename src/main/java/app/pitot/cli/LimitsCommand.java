package app.pitot.cli;

import app.pitot.base.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pitot limits}: what is left of every window, as the ledger knows it; costs no tokens and asks nobody. */
@Command(name = "limits", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.limits}", footer = "${bundle:cli.limits.footer}")
final class LimitsCommand implements Callable<Integer> {
    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDir dataDir;

    @Option(names = "--account", paramLabel = "NAME", description = "${bundle:cli.limits.account}")
    private String account;

    @Option(names = "--model", paramLabel = "ID", description = "${bundle:cli.limits.model}")
    private String model;

    @Option(names = "--json", description = "${bundle:cli.json}")
    private boolean json;

    LimitsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        var choices = new Choices(context, spec);
        if (model != null && model.isBlank()) {
            throw choices.refuse(Texts.get("cli.model.blank"));
        }
        try (var open = OpenLimits.open(context, dataDir)) {
            var all = new ArrayList<LimitsTarget.Shown>();
            for (var target : LimitsTarget.of(open, account, model, choices)) {
                all.add(target.look(open.engine(), open.ledger()));
            }
            if (json) {
                context.out().println(LimitsReport.of(all));
                return ExitCode.COMPLETE;
            }
            if (all.isEmpty()) {
                context.out().println(Texts.get("cli.limits.unconnected"));
            }
            var text = new LimitsText(ZoneId.systemDefault());
            for (int i = 0; i < all.size(); i++) {
                if (i > 0) {
                    context.out().println();
                }
                text.lines(all.get(i)).forEach(context.out()::println);
            }
            return ExitCode.COMPLETE;
        }
    }
}

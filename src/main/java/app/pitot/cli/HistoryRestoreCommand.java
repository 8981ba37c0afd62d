package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.store.Backups;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pitot history restore}: has a backup take the history's place at the next start. */
@Command(name = "restore", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.history.restore}")
final class HistoryRestoreCommand implements Callable<Integer> {
    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDir dataDir;

    @Parameters(paramLabel = "NAME", description = "${bundle:cli.history.restore.name}")
    private String name;

    HistoryRestoreCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var backups = Backups.in(dataDir.folders(context).data());
        var wanted = backups.list().stream().filter(each -> each.file().getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new Choices(context, spec).refuse(Texts.get("cli.history.backups.unknown")));
        try {
            backups.restoreAtNextStart(wanted);
        } catch (IOException e) {
            context.err().println(TerminalText.harmless(Texts.get("cli.history.backups.failed",
                    e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())));
            return ExitCode.OTHER;
        }
        context.out().println(Texts.get("cli.history.backups.staged", name));
        return ExitCode.COMPLETE;
    }
}

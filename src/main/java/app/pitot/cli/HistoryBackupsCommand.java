package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.store.Backups;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pitot history backups}: which there are. */
@Command(name = "backups", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.history.backups}")
final class HistoryBackupsCommand implements Callable<Integer> {
    private final CliContext context;

    @Mixin
    private DataDir dataDir;

    HistoryBackupsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var backups = Backups.in(dataDir.folders(context).data());
        var all = backups.list();
        context.out()
                .println(TerminalText
                        .harmless(Texts.get(all.isEmpty() ? "cli.history.backups.none" : "cli.history.backups.where",
                                backups.folder().toString())));
        for (var each : all) {
            var at = each.at().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC).toInstant();
            context.out()
                    .println(Texts.get(each.damaged() ? "cli.history.backups.line.damaged" : "cli.history.backups.line",
                            each.file().getFileName().toString(), at.toString(), each.bytes()));
        }
        return ExitCode.COMPLETE;
    }
}

package app.pitot.cli;

import app.pitot.transfer.Importer;
import app.pitot.transfer.Progress;
import app.pitot.transfer.TransferException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pitot history import}: takes in the conversations of a file, all or none. */
@Command(name = "import", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.history.import}")
final class HistoryImportCommand implements Callable<Integer> {
    private final CliContext context;

    @Mixin
    private DataDir dataDir;

    @Parameters(paramLabel = "FILE", description = "${bundle:cli.history.import.file}")
    private Path file;

    HistoryImportCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (var kept = KeptHistory.open(context, dataDir)) {
            context.out().println(new Importer(kept.history(), context.clocks()).run(file, Progress.NONE).words());
            return ExitCode.COMPLETE;
        } catch (TransferException e) {
            context.err().println(e.getMessage());
            return ExitCode.OTHER;
        }
    }
}

package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.transfer.ExportFormat;
import app.pitot.transfer.Exporter;
import app.pitot.transfer.Progress;
import app.pitot.transfer.TransferException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pitot history export}: into a file, or to where the output goes. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.history.export}")
final class HistoryExportCommand implements Callable<Integer> {
    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDir dataDir;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "${bundle:cli.history.export.ids}")
    private List<String> ids;

    @Option(names = "--format", paramLabel = "markdown|json", description = "${bundle:cli.history.export.format}")
    private ExportFormat format;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "${bundle:cli.history.export.output}")
    private Path output;

    HistoryExportCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (var kept = KeptHistory.open(context, dataDir)) {
            var exporter = new Exporter(kept.history(), ZoneId.systemDefault());
            var wanted = ids == null || ids.isEmpty() ? exporter.all() : ids;
            for (var id : wanted) {
                if (kept.history().conversation(id).isEmpty()) {
                    throw new Choices(context, spec).refuse(Texts.get("cli.history.export.unknown"));
                }
            }
            if (output == null) {
                try (var out = new PrinterStream(context.out())) {
                    exporter.write(wanted, chosen(), out, Progress.NONE);
                }
            } else {
                int written = exporter.write(wanted, chosen(), output, Progress.NONE);
                context.out().println(Texts.get("transfer.exported", written, output.getFileName().toString()));
            }
            return ExitCode.COMPLETE;
        } catch (TransferException e) {
            context.err().println(e.getMessage());
            return ExitCode.OTHER;
        } catch (IOException e) {
            context.err().println(Texts.get("cli.output.lost"));
            return ExitCode.OTHER;
        }
    }

    /** What the file's name says, if nothing else does. */
    private ExportFormat chosen() {
        if (format != null) {
            return format;
        }
        return output != null && output.toString().endsWith(".md") ? ExportFormat.MARKDOWN : ExportFormat.JSON;
    }
}

package app.pitot.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pitot tour}: the window without a display, showing what it can do. */
@Command(name = "tour", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.tour}")
final class TourCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "target/tour", description = "${bundle:cli.tour.out}")
    private Path out;

    TourCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return context.launcher().tour(out);
    }
}

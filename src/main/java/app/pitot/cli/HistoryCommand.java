package app.pitot.cli;

import app.pitot.base.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pitot history}: the conversations that are kept. */
@Command(name = "history", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.history}", footer = "${bundle:cli.history.footer}", synopsisSubcommandLabel = "(list | export | import | backups | restore)")
final class HistoryCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDir dataDir;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), Texts.get("cli.history.which"));
    }
}

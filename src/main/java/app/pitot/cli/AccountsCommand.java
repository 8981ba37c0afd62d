package app.pitot.cli;

import app.pitot.base.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pitot accounts}: what the user set up in the window. */
@Command(name = "accounts", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.accounts}", footer = "${bundle:cli.accounts.footer}", synopsisSubcommandLabel = "(list | test)")
final class AccountsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDir dataDir;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), Texts.get("cli.accounts.which"));
    }
}

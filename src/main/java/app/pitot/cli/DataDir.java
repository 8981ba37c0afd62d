package app.pitot.cli;

import app.pitot.accounts.Household;
import app.pitot.provider.Catalogue;
import app.pitot.store.Folders;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --data-dir}, for every command that touches files; before the command's name it counts as well. */
final class DataDir {
    private static final String NAME = "--data-dir";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = NAME, paramLabel = "DIR", description = "${bundle:cli.dataDir}")
    private Path own;

    /** Where the files are. */
    Folders folders(CliContext context) {
        var named = own;
        for (var each = spec.parent(); named == null && each != null; each = each.parent()) {
            var option = each.findOption(NAME);
            named = option == null ? null : option.getValue();
        }
        return Folders.resolve(context.environment(), named);
    }

    /** The user's settings, accounts and secrets. No keychain is touched before a secret is asked for. */
    Household open(CliContext context, Catalogue catalogue) {
        return new Household(folders(context), catalogue, context.keychain().get(), context.environment(),
                context.clocks(), problem -> context.err().println(problem.message()));
    }
}

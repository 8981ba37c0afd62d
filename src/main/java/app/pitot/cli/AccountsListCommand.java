package app.pitot.cli;

import app.pitot.accounts.Household;
import app.pitot.base.Texts;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pitot accounts list}: names, addresses and where the keys are. Opens no keychain. */
@Command(name = "list", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.accounts.list}")
final class AccountsListCommand implements Callable<Integer> {
    private final CliContext context;

    @Mixin
    private DataDir dataDir;

    @Option(names = "--json", description = "${bundle:cli.json}")
    private boolean json;

    AccountsListCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (var house = dataDir.open(context, Catalogue.shipped())) {
            if (json) {
                context.out().println(AccountsReport.list(house));
            } else {
                print(house);
            }
        }
        return ExitCode.COMPLETE;
    }

    private void print(Household house) {
        var entries = house.book().entries();
        if (entries.isEmpty()) {
            context.out().println(Texts.get("cli.account.none"));
        }
        for (var entry : entries) {
            context.out().println(TerminalText.harmless(line(house, entry)));
        }
    }

    private static String line(Household house, AccountEntry entry) {
        var account = house.book().account(entry);
        var plan = account.plan() == null ? "" : " · " + account.plan().name();
        return Texts.get(entry.enabled() ? "cli.account.line" : "cli.account.line.disabled", entry.name(),
                entry.baseUrl(), account.keyLabel()) + plan;
    }
}

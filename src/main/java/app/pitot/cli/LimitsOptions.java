package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whose limits are asked for: the accounts, and the model. */
final class LimitsOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--account", paramLabel = "NAME", description = "${bundle:cli.limits.account}")
    private String account;

    @Option(names = "--model", paramLabel = "ID", description = "${bundle:cli.limits.model}")
    private String model;

    /**
     * Opens what it takes to tell them.
     *
     * @throws UsageErrors.Refusal if the model is nothing but blanks
     */
    OpenLimits open(CliContext context, DataDir dataDir) {
        if (model != null && model.isBlank()) {
            throw new Choices(context, spec).refuse(Texts.get("cli.model.blank"));
        }
        return OpenLimits.open(context, dataDir);
    }

    /**
     * The account that is named, or all that are in use. Opens no keychain.
     *
     * @throws UsageErrors.Refusal if there is no such account
     */
    List<Account> accounts(OpenLimits open, CliContext context) {
        var book = open.house().book();
        if (account == null) {
            return book.accounts();
        }
        var choices = new Choices(context, spec);
        if (book.entries().isEmpty() || simulator(open)) {
            throw choices.refuse(Texts.get(simulator(open) ? "cli.limits.simulator" : "cli.limits.unconnected"));
        }
        return List.of(book.account(NamedAccount.find(open.house(), account, choices)));
    }

    /** The one of the window is no account of the user's, unless one of theirs has that name. */
    private boolean simulator(OpenLimits open) {
        return account.strip().equalsIgnoreCase(Catalogue.SIMULATOR) && open.house().book().entries().stream()
                .noneMatch(each -> each.name().toLowerCase(Locale.ROOT).startsWith(Catalogue.SIMULATOR));
    }

    /** Each with the model that is named, else the one that was used last, as of now. Blocks on the disk. */
    List<LimitsTarget> targets(OpenLimits open, List<Account> accounts) {
        return accounts.stream().map(each -> LimitsTarget.of(open, each, model)).toList();
    }
}

package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.provider.Account;
import java.util.List;
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
        return account == null
                ? book.accounts()
                : List.of(book.account(NamedAccount.find(open.house(), account, new Choices(context, spec))));
    }

    /** Each with the model that is named, else the one that was used last, as of now. Blocks on the disk. */
    List<LimitsTarget> targets(OpenLimits open, List<Account> accounts) {
        return accounts.stream().map(each -> LimitsTarget.of(open, each, model)).toList();
    }
}

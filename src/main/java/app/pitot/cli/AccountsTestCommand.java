package app.pitot.cli;

import app.pitot.accounts.KeyCheck;
import app.pitot.accounts.ProviderKeyCheck;
import app.pitot.api.ChatClient;
import app.pitot.api.CheckStep;
import app.pitot.api.OkHttpChatClient;
import app.pitot.api.Target;
import app.pitot.base.Texts;
import app.pitot.keys.KeyException;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pitot accounts test}: is the key taken, and the endpoint there? Costs no tokens. */
@Command(name = "test", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.accounts.test}", footer = "${bundle:cli.accounts.footer}")
final class AccountsTestCommand implements Callable<Integer> {
    private static final double NANOS_PER_MS = 1e6;

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDir dataDir;

    @Parameters(paramLabel = "NAME", description = "${bundle:cli.account.name}")
    private String name;

    @Option(names = "--json", description = "${bundle:cli.json}")
    private boolean json;

    AccountsTestCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (var house = dataDir.open(context, Catalogue.shipped());
                var client = new OkHttpChatClient(context.clocks())) {
            var entry = NamedAccount.find(house, name, new Choices(context, spec));
            var account = house.book().account(entry);
            long begun = context.clocks().nanos();
            try {
                Target.open(account).close();
            } catch (KeyException e) {
                show(account, new KeyCheck.Result(KeyCheck.Verdict.NO_KEY, e.getMessage(), List.of()), List.of(),
                        begun);
                return ExitCode.of(e);
            }
            var result = new ProviderKeyCheck(client).check(account);
            // A key of another provider goes nowhere, not even for the steps.
            var steps = result.verdict() == KeyCheck.Verdict.FOREIGN ? List.<CheckStep>of() : steps(client, account);
            show(account, result, steps, begun);
            return code(result.verdict());
        }
    }

    private static List<CheckStep> steps(ChatClient client, Account account) {
        try {
            return client.check(Target.open(account), _ -> {}).result().join();
        } catch (KeyException e) {
            // It could be had a moment ago; what was found with it stands.
            return List.of();
        }
    }

    private void show(Account account, KeyCheck.Result result, List<CheckStep> steps, long begun) {
        double ms = (context.clocks().nanos() - begun) / NANOS_PER_MS;
        if (json) {
            context.out().println(AccountsReport.test(account, result, steps, ms));
            return;
        }
        steps.forEach(step -> context.out().println(TerminalText.harmless(line(step))));
        context.out().flush();
        var line = Texts.get("cli.account.tested", account.name(), result.message(), ms);
        var to = code(result.verdict()) == ExitCode.COMPLETE ? context.out() : context.err();
        to.println(TerminalText.harmless(line));
    }

    private static String line(CheckStep step) {
        var name = Texts.get("test.step." + step.kind().name().toLowerCase(Locale.ROOT));
        var state = Texts.get("test.state." + step.state().name().toLowerCase(Locale.ROOT));
        var line = step.nanos() == null
                ? Texts.get("cli.step.untimed", name, state, step.detail())
                : Texts.get("cli.step", name, state, step.detail(), step.nanos() / NANOS_PER_MS);
        return line.stripTrailing();
    }

    private static int code(KeyCheck.Verdict verdict) {
        return switch (verdict) {
            case GOOD, UNTOLD -> ExitCode.COMPLETE;
            case WRONG, FOREIGN, NO_CREDIT -> ExitCode.REFUSED;
            case UNREACHABLE -> ExitCode.NETWORK;
            case NO_KEY -> ExitCode.USAGE;
        };
    }
}

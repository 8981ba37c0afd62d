package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.provider.Catalogue;
import app.pitot.store.Theme;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pitot}: opens the window. */
@Command(name = "pitot", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.root}", footer = "${bundle:cli.root.footer}")
final class RootCommand implements Callable<Integer> {
    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Option(names = "--base-url", paramLabel = "URL", description = "${bundle:cli.baseUrl}")
    private String baseUrl;

    @Option(names = "--key-env", paramLabel = "NAME", description = "${bundle:cli.keyEnv}")
    private String keyEnv;

    @Option(names = "--model", paramLabel = "ID", description = "${bundle:cli.model}")
    private String model;

    @Option(names = "--plan", paramLabel = "ID", description = "${bundle:cli.plan}")
    private String planId;

    @Option(names = "--theme", paramLabel = "system|light|dark|contrast", description = "${bundle:cli.theme}")
    private Theme theme;

    @Option(names = "--account", paramLabel = "NAME", description = "${bundle:cli.account}")
    private String accountName;

    @Option(names = "--new-window", description = "${bundle:cli.newWindow}")
    private boolean newWindow;

    @Mixin
    private DataDir dataDir;

    @Option(names = "--tour-without-display", hidden = true)
    private boolean tourWithoutDisplay;

    RootCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var choices = new Choices(context, spec);
        if (accountName != null && (baseUrl != null || keyEnv != null || planId != null)) {
            throw choices.refuse(Texts.get("cli.account.alone"));
        }
        if (baseUrl == null && keyEnv != null) {
            throw choices.refuse(Texts.get("cli.keyEnv.alone"));
        }
        if (model != null && model.isBlank()) {
            throw choices.refuse(Texts.get("cli.model.blank"));
        }
        var plan = choices.plan(planId);
        var account = baseUrl == null ? null : choices.account(baseUrl, keyEnv, plan);
        return context.launcher().window(new WindowOptions(dataDir.folders(context), account, accountId(choices), plan,
                model, theme, tourWithoutDisplay, newWindow));
    }

    /** Null if no account was named. */
    private String accountId(Choices choices) {
        if (accountName == null) {
            return null;
        }
        try (var house = dataDir.open(context, Catalogue.shipped())) {
            var entry = NamedAccount.find(house, accountName, choices);
            if (!entry.enabled()) {
                throw choices.refuse(Texts.get("cli.account.disabled"));
            }
            return entry.id();
        }
    }
}

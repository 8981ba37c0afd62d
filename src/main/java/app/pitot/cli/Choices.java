package app.pitot.cli;

import app.pitot.api.ApiException;
import app.pitot.api.Endpoints;
import app.pitot.base.Texts;
import app.pitot.exchange.Accounts;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Turns what the user typed into what the app works with, or says what is wrong with it. */
final class Choices {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private final CliContext context;
    private final CommandSpec spec;
    private final Catalogue catalogue = Catalogue.shipped();

    Choices(CliContext context, CommandSpec spec) {
        this.context = context;
        this.spec = spec;
    }

    /** What ships with the app; read once. */
    Catalogue catalogue() {
        return catalogue;
    }

    /**
     * An endpoint that the command line names; that its connection is not encrypted is said, not asked about.
     *
     * @param keyEnv null if no key is needed
     */
    Account account(String baseUrl, String keyEnv, Plan plan) {
        if (keyEnv != null) {
            checkVariable(keyEnv);
        }
        try {
            var account = Accounts.custom(baseUrl, keyEnv, plan, context.environment());
            var warning = Endpoints.warning(account.baseUrl());
            if (warning != null) {
                context.err().println(Texts.get("cli.log.warning", warning));
            }
            return account;
        } catch (ApiException e) {
            throw refuse(e.error().message());
        }
    }

    /** Early, so that nothing starts that cannot work. Somebody may have typed the key itself: never repeat such a word. */
    private void checkVariable(String name) {
        if (!VARIABLE.matcher(name).matches()) {
            throw refuse(Texts.get("cli.keyEnv.name"));
        }
        var value = context.environment().apply(name);
        if (value == null || value.isBlank()) {
            boolean looksLikeName = name.equals(name.toUpperCase(java.util.Locale.ROOT)) && name.length() <= 40;
            throw refuse(looksLikeName ? Texts.get("cli.keyEnv.absent", name) : Texts.get("cli.keyEnv.absentUnnamed"));
        }
    }

    /** Null for null. */
    Plan plan(String id) {
        if (id == null) {
            return null;
        }
        return catalogue.plan(id).orElseThrow(() -> refuse(Texts.get("cli.plan.unknown", id, planIds())));
    }

    private String planIds() {
        return catalogue.providers().stream().flatMap(provider -> catalogue.plans(provider.id()).stream())
                .map(Plan::id).distinct().collect(Collectors.joining(", "));
    }

    ModelInfo model(Account account, String id) {
        return model(catalogue, account, id);
    }

    /** All that is known of it, if that be no more than its id. */
    static ModelInfo model(Catalogue catalogue, Account account, String id) {
        return catalogue.model(account.provider().id(), id).orElseGet(() -> ModelInfo.ofId(id));
    }

    UsageErrors.Refusal refuse(String message) {
        return new UsageErrors.Refusal(spec.commandLine(), message);
    }
}

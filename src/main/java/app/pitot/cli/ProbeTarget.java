package app.pitot.cli;

import app.pitot.accounts.Household;
import app.pitot.api.ApiException;
import app.pitot.api.ChatClient;
import app.pitot.api.Target;
import app.pitot.base.Texts;
import app.pitot.keys.KeyException;
import app.pitot.provider.Account;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.ModelInfo;
import java.util.Optional;

/** Whom {@code pitot probe} asks. */
final class ProbeTarget {
    private final Choices choices;

    ProbeTarget(Choices choices) {
        this.choices = choices;
    }

    /** @throws UsageErrors.Refusal unless the options name exactly one endpoint */
    void check(String account, String baseUrl, String keyEnv, String model) {
        if (account != null && (baseUrl != null || keyEnv != null)) {
            throw choices.refuse(Texts.get("cli.account.alone"));
        }
        if (account == null && baseUrl == null) {
            throw choices.refuse(Texts.get("cli.probe.whom"));
        }
        if (account == null && model == null) {
            throw choices.refuse(Texts.get("cli.probe.noModel"));
        }
        if (model != null && model.isBlank()) {
            throw choices.refuse(Texts.get("cli.model.blank"));
        }
    }

    /**
     * An account of the user's whose secrets can be had now.
     *
     * @throws KeyException if one of them cannot
     */
    Account account(Household house, AccountEntry entry) throws KeyException {
        var account = house.book().account(entry);
        Target.open(account).close();
        return account;
    }

    /**
     * The model that was used last with the account, else the first that was entered for it, that ships with the app, or that
     * the endpoint lists.
     */
    String model(Household house, AccountEntry entry, Account account, ChatClient client) {
        var last = house.settings().current().lastModels().get(entry.id());
        if (last != null) {
            return last;
        }
        return entry.models().stream().findFirst().or(() -> shipped(account)).or(() -> listed(account, client))
                .orElseThrow(() -> choices.refuse(Texts.get("cli.probe.noModel")));
    }

    private Optional<String> shipped(Account account) {
        return choices.catalogue().models(account.provider().id()).stream().filter(model -> model.retiredOn() == null)
                .map(ModelInfo::id).findFirst();
    }

    private static Optional<String> listed(Account account, ChatClient client) {
        try {
            return client.models(Target.open(account)).stream().map(ModelInfo::id).findFirst();
        } catch (ApiException | KeyException e) {
            // The request itself would fail in the same way, but there is nothing to ask it for.
            return Optional.empty();
        }
    }
}

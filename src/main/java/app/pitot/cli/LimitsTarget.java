package app.pitot.cli;

import app.pitot.exchange.Exchanges;
import app.pitot.provider.Account;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import app.pitot.quota.BudgetState;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.store.SqliteLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whose limits are shown: an account with the model of which they are. */
record LimitsTarget(Account account, ModelInfo model) {
    /** What there is to show of it at one instant. */
    record Shown(LimitsTarget target, QuotaSnapshot quota, List<BudgetState> budgets) {}

    /**
     * Of the account that is named, or of all that are in use; with the model that is named, else the one that was used last.
     * Opens no keychain. Blocks on the disk.
     *
     * @throws UsageErrors.Refusal if there is no such account
     */
    static List<LimitsTarget> of(OpenLimits open, String name, String model, Choices choices) {
        var house = open.house();
        var entries = name == null
                ? house.book().entries().stream().filter(AccountEntry::enabled).toList()
                : List.of(NamedAccount.find(house, name, choices));
        var targets = new ArrayList<LimitsTarget>();
        for (var entry : entries) {
            var account = house.book().account(entry);
            targets.add(new LimitsTarget(account, choices.model(account, model(open, entry, account, model))));
        }
        return targets;
    }

    private static String model(OpenLimits open, AccountEntry entry, Account account, String named) {
        if (named != null) {
            return named;
        }
        // A window that is open writes its choice into the settings only when it closes.
        var used = open.ledger().lastModel(entry.id());
        var last = used == null ? open.house().settings().current().lastModels().get(entry.id()) : used;
        if (last != null) {
            return last;
        }
        return entry.models().stream().findFirst()
                .or(() -> Catalogue.shipped().models(account.provider().id()).stream()
                        .filter(each -> each.retiredOn() == null).map(ModelInfo::id).findFirst())
                .orElse(LimitsText.UNKNOWN);
    }

    /** As of now, with all that the ledger knows. Blocks on the disk, the first time. */
    Shown look(Exchanges exchanges, SqliteLedger ledger) throws InterruptedException {
        var quota = exchanges.quotaOnceRead(account, model);
        // Budgets are read when they are first asked for; the next answer of the ledger comes behind that.
        exchanges.budgets(account);
        ledger.since(account.id(), LimitsText.UNKNOWN, Instant.EPOCH);
        return new Shown(this, quota, exchanges.budgets(account));
    }

    /** As of now; after a {@link #look} without waiting for anything. The day is the provider's: budgets stand beside it. */
    Shown now(Exchanges exchanges) throws InterruptedException {
        return new Shown(this, exchanges.quotaOnceRead(account, model), exchanges.budgets(account));
    }
}

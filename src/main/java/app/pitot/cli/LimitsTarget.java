package app.pitot.cli;

import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.quota.BudgetState;
import app.pitot.quota.QuotaSnapshot;
import java.time.Instant;
import java.util.List;

/** Whose limits are shown: an account with the model of which they are. */
record LimitsTarget(Account account, ModelInfo model) {
    /** What there is to show of it at one instant. */
    record Shown(LimitsTarget target, QuotaSnapshot quota, List<BudgetState> budgets) {}

    /**
     * With the model that is named, else the one that was used last. Blocks on the disk.
     *
     * @param named null if none is
     */
    static LimitsTarget of(OpenLimits open, Account account, String named) {
        var id = named == null ? lastModel(open, account) : named;
        return new LimitsTarget(account, Choices.model(open.catalogue(), account, id));
    }

    private static String lastModel(OpenLimits open, Account account) {
        // A window that is open writes its choice into the settings only when it closes.
        var used = open.ledger().lastModel(account.id());
        var last = used == null ? open.house().settings().current().lastModels().get(account.id()) : used;
        if (last != null) {
            return last;
        }
        return account.models().stream().findFirst()
                .or(() -> open.catalogue().models(account.provider().id()).stream()
                        .filter(each -> each.retiredOn() == null).map(ModelInfo::id).findFirst())
                .orElse(LimitsText.UNKNOWN);
    }

    /** As of now, with all that the ledger knows. Blocks on the disk, the first time. */
    Shown look(OpenLimits open) throws InterruptedException {
        var quota = open.engine().quotaOnceRead(account, model);
        // Budgets are read when they are first asked for; the next answer of the ledger comes behind that.
        open.engine().budgets(account);
        open.ledger().since(account.id(), LimitsText.UNKNOWN, Instant.EPOCH);
        return new Shown(this, quota, open.engine().budgets(account));
    }

    /** As of now; after a {@link #look} without waiting for anything. The day is the provider's: budgets stand beside it. */
    Shown now(OpenLimits open) throws InterruptedException {
        return new Shown(this, open.engine().quotaOnceRead(account, model), open.engine().budgets(account));
    }
}

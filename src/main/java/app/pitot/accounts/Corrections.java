package app.pitot.accounts;

import app.pitot.base.Texts;
import app.pitot.keys.KeyException;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.KeptLimit;
import app.pitot.provider.LimitEdit;
import app.pitot.store.SettingsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes over limits that a provider states otherwise than the plan, or remembers that the user does not want them. What
 * writes blocks on the disk and is never called on the JavaFX thread.
 */
public final class Corrections {
    private final AccountBook book;
    private final SettingsStore settings;

    public Corrections(AccountBook book, SettingsStore settings) {
        this.book = book;
        this.settings = settings;
    }

    /** True if the account was set up here, so that its limits can be changed. */
    public boolean own(String accountId) {
        return entry(accountId).isPresent();
    }

    /** True if the user said once that this figure is not to be taken over. Never blocks. */
    public boolean kept(KeptLimit limit) {
        return settings.current().keptLimits().contains(limit);
    }

    /**
     * Writes {@code edit} into the account's limits, in the place of what the user had set of the same window.
     *
     * @return what undoes it: the edit of before, null if there was none
     * @throws KeyException if the account is gone
     */
    public LimitEdit use(String accountId, LimitEdit edit) throws KeyException {
        var before = entry(accountId).stream().flatMap(entry -> entry.limits().stream())
                .filter(each -> same(each, edit)).findFirst().orElse(null);
        write(accountId, edit, edit);
        return before;
    }

    /** Undoes {@link #use}. @param before as that returned it */
    public void undo(String accountId, LimitEdit used, LimitEdit before) throws KeyException {
        write(accountId, used, before);
    }

    /** Never again offers this figure. */
    public void keep(KeptLimit limit) {
        settings.update(now -> {
            var all = new ArrayList<>(now.keptLimits());
            if (!all.contains(limit)) {
                all.add(limit);
            }
            return now.withKeptLimits(all);
        });
    }

    /** Undoes {@link #keep}. */
    public void offerAgain(KeptLimit limit) {
        settings.update(now -> now
                .withKeptLimits(now.keptLimits().stream().filter(each -> !each.equals(limit)).toList()));
    }

    /** @param edit null to leave the plan's figure in force */
    private void write(String accountId, LimitEdit place, LimitEdit edit) throws KeyException {
        var draft = entry(accountId).orElseThrow(
                () -> new KeyException(KeyException.Trouble.ABSENT, Texts.get("accounts.goneElsewhere")));
        var limits = new ArrayList<>(draft.limits());
        limits.removeIf(each -> same(each, place));
        if (edit != null) {
            limits.add(edit);
        }
        book.update(draft.withLimits(limits), NewSecrets.none());
    }

    private Optional<AccountEntry> entry(String accountId) {
        return book.entries().stream().filter(each -> each.id().equals(accountId)).findFirst();
    }

    private static boolean same(LimitEdit one, LimitEdit other) {
        return one.metric() == other.metric() && one.period() == other.period();
    }
}

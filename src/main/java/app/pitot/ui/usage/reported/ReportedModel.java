package app.pitot.ui.usage.reported;

import app.pitot.base.Clocks;
import app.pitot.exchange.Exchanges;
import app.pitot.provider.Account;
import app.pitot.ui.common.Job;
import app.pitot.ui.common.Jobs;
import app.pitot.usage.Reconciliation;
import app.pitot.usage.UsageException;
import app.pitot.usage.Usages;
import app.pitot.usage.report.ReconciliationWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.collections.FXCollections;

/**
 * Compares what providers said last of the keys with the ledger. Asks no provider: what they say comes in the wake of replies.
 * JavaFX thread only.
 */
public final class ReportedModel {
    private final Exchanges exchanges;
    private final Usages usages;
    private final Supplier<List<Account>> accounts;
    private final Function<String, String> names;
    private final Jobs jobs;
    private final Clocks clocks;
    private final ReadOnlyListWrapper<Line> lines = new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
    private Job job;

    /**
     * One account.
     *
     * @param sentence both figures
     * @param provenance where they come from, and how old the provider's is
     */
    public record Line(Reconciliation said, String sentence, String provenance) {}

    /** @param names of accounts by id; asked in the background */
    public ReportedModel(Exchanges exchanges, Usages usages, Supplier<List<Account>> accounts,
            Function<String, String> names, Jobs jobs, Clocks clocks) {
        this.exchanges = exchanges;
        this.usages = usages;
        this.accounts = accounts;
        this.names = names;
        this.jobs = jobs;
        this.clocks = clocks;
    }

    /** Of those accounts whose provider says what was spent; may be empty. */
    public ReadOnlyListProperty<Line> lines() {
        return lines.getReadOnlyProperty();
    }

    /** Compares anew, in the background. */
    public void refresh() {
        if (job != null) {
            job.cancel();
        }
        var known = accounts.get();
        var now = clocks.now();
        job = jobs.start(() -> compare(known, now), lines::setAll, failure -> lines.clear());
    }

    private List<Line> compare(List<Account> known, Instant now) throws UsageException {
        var found = new ArrayList<Line>();
        for (var account : known) {
            var news = exchanges.keyStatus(account);
            if (news == null || news.status().usageDaily() == null) {
                continue;
            }
            var counted = usages.report(Reconciliation.query(account.id(), news.at())).total();
            var said = Reconciliation.of(account.id(), news.status(), news.at(), counted);
            if (said != null) {
                found.add(new Line(said, ReconciliationWords.sentence(said, names.apply(account.id()), now),
                        ReconciliationWords.provenance(said, now)));
            }
        }
        return found;
    }
}

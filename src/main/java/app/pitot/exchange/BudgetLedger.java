package app.pitot.exchange;

import app.pitot.quota.KeptLevel;
import app.pitot.quota.Need;
import app.pitot.quota.PastReply;
import app.pitot.quota.PastUse;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The ledger on whose way the budgets, and whoever looks on, hear of each request. */
final class BudgetLedger implements Ledger {
    private final Ledger ledger;
    private final Budgets budgets;
    private final Runnable begun;

    /** @param begun called once the beginning of a request is written down */
    BudgetLedger(Ledger ledger, Budgets budgets, Runnable begun) {
        this.ledger = ledger;
        this.budgets = budgets;
        this.begun = begun;
    }

    @Override
    public void begin(Attempt attempt, ExchangeSpec spec, Instant at, long reservedTokens) {
        // Before the row is there, so that it is known for our own when it is seen.
        budgets.begins(attempt.id(), spec.account(), at, new Need(reservedTokens, null));
        ledger.begin(attempt, spec, at, reservedTokens);
        begun.run();
    }

    @Override
    public void end(Attempt attempt, ExchangeResult result, boolean last) {
        // Before it is written, so that it is waited for when it is.
        budgets.ends(attempt.id(), result);
        ledger.end(attempt, result, last);
    }

    @Override
    public List<PastUse> since(String accountId, String model, Instant since) {
        return ledger.since(accountId, model, since);
    }

    @Override
    public List<PastReply> replies(String accountId, String model, int most) {
        return ledger.replies(accountId, model, most);
    }

    @Override
    public Typical pace(String accountId, String model) {
        return ledger.pace(accountId, model);
    }

    @Override
    public List<KeptLevel> levels(String accountId, String model) {
        return ledger.levels(accountId, model);
    }

    @Override
    public void follow(Consumer<List<Elsewhere>> told) {
        ledger.follow(told);
    }

    @Override
    public void close() {
        ledger.close();
    }
}

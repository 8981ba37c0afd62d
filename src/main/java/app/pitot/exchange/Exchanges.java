package app.pitot.exchange;

import app.pitot.provider.Account;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.quota.Audit;
import app.pitot.quota.BudgetState;
import app.pitot.quota.PreFlight;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.WindowDetails;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The one way to spend a token: pre-flight, reserve, send, stream and time, settle, record. Safe from any thread. */
public interface Exchanges {
    /** Starts at once on a virtual thread, whatever the pre-flight says: the provider decides. Never throws. */
    default RunningExchange start(ExchangeSpec spec) {
        return start(spec, UUID.randomUUID().toString(), TextTap.NONE);
    }

    /**
     * The same under an id that the caller chose, for whoever must write it down before the request leaves.
     *
     * @param id unique for ever: a UUID
     * @param tap hears the text as it arrives, before it can be drained
     */
    default RunningExchange start(ExchangeSpec spec, String id, TextTap tap) {
        return start(spec, id, tap, Sending.NOW);
    }

    /** The same, perhaps not at once. */
    RunningExchange start(ExchangeSpec spec, String id, TextTap tap, Sending how);

    /**
     * Whether {@code spec} would pass now, and if not, how long it would wait behind those that wait already. Cheap enough for
     * every key stroke.
     */
    PreFlight preFlight(ExchangeSpec spec);

    /** The windows of an account and model as of now. */
    QuotaSnapshot quota(Account account, ModelInfo model);

    /** The same with the provider's own day, once the ledger has told of earlier use. Blocks for a short while, at most two seconds. */
    default QuotaSnapshot quotaOnceRead(Account account, ModelInfo model) throws InterruptedException {
        return quota(account, model);
    }

    /**
     * Called on any thread with the id of each account of which another run of the app used something, or whose earlier use
     * has just been read.
     */
    default void onUseElsewhere(Consumer<String> told) {}

    /**
     * @param told called on any thread, perhaps often, once the beginning or the end of a request is written down, in this run of
     *     the app or another
     */
    default void onRequests(Runnable told) {}

    /** Where the figures of one window come from; null if there is no such window. */
    default WindowDetails details(Account account, ModelInfo model, Metric metric, Period period) {
        return null;
    }

    /** What the model's replies set aside and used so far; null before the first. @param maxTokens the present cap or null */
    default Audit audit(Account account, ModelInfo model, Integer maxTokens) {
        return null;
    }

    /** What the model's replies are like. */
    default Typical typical(Account account, ModelInfo model) {
        return Typical.UNKNOWN;
    }

    /** Stands for the windows that a request of this account and model draws on: equal for all that share them. */
    default Object pool(Account account, ModelInfo model) {
        return account.id();
    }

    /** The user's own budgets that concern an account, the tightest first; may be empty. */
    default List<BudgetState> budgets(Account account) {
        return List.of();
    }

    /**
     * What the provider last said of the account's key; null if it has not been asked, which happens only after a reply and at
     * most once a minute, or if it does not tell.
     */
    KeyNews keyStatus(Account account);

    /** Called on any thread with the id of each account of whose key the provider said something new. */
    void onKeyStatus(Consumer<String> told);
}

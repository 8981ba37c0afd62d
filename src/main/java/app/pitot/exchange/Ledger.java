package app.pitot.exchange;

import app.pitot.provider.Period;
import app.pitot.quota.KeptLevel;
import app.pitot.quota.PastReply;
import app.pitot.quota.PastUse;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Remembers every exchange. Calls may block on a disk: never on the JavaFX thread. Safe from any thread. */
public interface Ledger extends AutoCloseable {
    /** Writes down that a request is about to leave, before it leaves. Failures are reported, never thrown. */
    void begin(Attempt attempt, ExchangeSpec spec, Instant at, long reservedTokens);

    /**
     * Completes the row that {@link #begin} made, now or a moment later; without effect on a row that is complete. Failures
     * are reported, never thrown.
     *
     * @param last false if the exchange goes on with another attempt, so that its reply has not ended
     */
    void end(Attempt attempt, ExchangeResult result, boolean last);

    /** The same of an exchange with one attempt. */
    default void begin(String id, ExchangeSpec spec, Instant at, long reservedTokens) {
        begin(Attempt.first(id), spec, at, reservedTokens);
    }

    /** The same of an exchange with one attempt. */
    default void end(ExchangeResult result) {
        end(Attempt.first(result.id()), result, true);
    }

    /**
     * Requests of an account since {@code since}, oldest first.
     *
     * @param model an id; or a suffix that begins with a colon, such as {@code :free}, for every model that ends in it; or
     *     null for every model
     */
    List<PastUse> since(String accountId, String model, Instant since);

    /**
     * What all that this ledger knows, of whichever process, came to between two instants. Returns at once.
     *
     * @param from at a whole minute
     * @param step how finely it is told: MINUTE, for days that are not long over, or HOUR
     * @param asked asked, when the answer is read, for the ids of which it tells whether they are in it
     * @param told called once, on the ledger's thread and in order with {@link #onKept}; with nothing if it cannot be read
     */
    default void spent(Instant from, Instant until, Period step, Supplier<Collection<String>> asked,
            Consumer<Spending> told) {
        told.accept(Spending.NOTHING);
    }

    /**
     * @param told called on the ledger's thread with the id of each request whose end is written down from now on, beside
     *     those that were given before
     * @return false if it will never be called
     */
    default boolean onKept(Consumer<String> told) {
        return false;
    }

    /**
     * The last complete replies of a model whose use the provider counted, oldest first.
     *
     * @param most how many
     */
    default List<PastReply> replies(String accountId, String model, int most) {
        return List.of();
    }

    /**
     * How fast a model's earlier replies were, in the middle; without their length.
     */
    default Typical pace(String accountId, String model) {
        return Typical.UNKNOWN;
    }

    /**
     * Where windows stood after the newest reply of this account, in this run of the app or an earlier one; of each at most one.
     *
     * @param model as for {@link #since}
     */
    default List<KeptLevel> levels(String accountId, String model) {
        return List.of();
    }

    /**
     * Tells of requests of other runs of the app on the same ledger, when they begin and when they end, within about a second.
     * Costs nothing while nobody writes.
     *
     * @param told called on the ledger's thread, in the order in which they were written; replaces the one before
     */
    default void follow(Consumer<List<Elsewhere>> told) {}

    /** A request of another run of the app. */
    record Elsewhere(String accountId, String modelId, PastUse use) {}

    @Override
    void close();

    /** Remembers nothing: for tests and for a disk that cannot be written. */
    static Ledger none() {
        return new Ledger() {
            @Override
            public void begin(Attempt attempt, ExchangeSpec spec, Instant at, long reservedTokens) {}

            @Override
            public void end(Attempt attempt, ExchangeResult result, boolean last) {}

            @Override
            public List<PastUse> since(String accountId, String model, Instant since) {
                return List.of();
            }

            @Override
            public void close() {}
        };
    }
}

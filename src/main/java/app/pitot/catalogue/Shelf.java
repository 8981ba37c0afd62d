package app.pitot.catalogue;

import app.pitot.provider.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What is known of one account's models. Everything that changes it is called on the catalogue's worker; {@link #listing},
 * {@link #at} and {@link #fits} on any thread.
 */
final class Shelf {
    private static final int MAX_REASON = 500;
    private static final int MAX_GONE = 1_000;

    private final Stock stock;
    private final Map<String, ModelEntry.Measured> measured = new HashMap<>();
    private final List<CompletableFuture<Listing>> waiting = new ArrayList<>();
    private volatile Account account;
    private volatile Listing listing;
    private Remembered heard;
    private List<ModelEntry> entries;
    private boolean loaded;
    private boolean busy;
    private boolean forgotten;
    private String problem;

    /** With what ships, which is little enough to be joined by any caller. */
    Shelf(Stock stock, Account account) {
        this.stock = stock;
        this.account = account;
        this.heard = Remembered.nothing(account.baseUrl());
        this.entries = stock.joiner(account, heard).entries(measured);
        this.listing = listing();
    }

    /** As it was built last; whether it is stale by now is for the caller to say. */
    Listing latest() {
        return listing;
    }

    /** True if the same endpoint is meant. */
    boolean at(Account other) {
        return account.provider().id().equals(other.provider().id()) && account.baseUrl().equals(other.baseUrl());
    }

    /** True if the same endpoint with the same added ids is meant. */
    boolean fits(Account other) {
        return at(other) && account.models().equals(other.models());
    }

    boolean busy() {
        return busy;
    }

    /** When the list was last had; null if it never was. */
    Instant fetchedAt() {
        return heard.fetchedAt();
    }

    /** Makes this the shelf of {@code now}, and reads what was kept of that endpoint, once. Blocks on the disk. */
    void settle(Account now) {
        if (!loaded || !at(now)) {
            account = now;
            problem = null;
            load();
        } else if (!fits(now)) {
            account = now;
            rebuilt();
        }
    }

    private void load() {
        loaded = true;
        heard = Remembered.nothing(account.baseUrl());
        if (kept()) {
            stock.cache().load(account.id()).filter(found -> found.baseUrl().equals(account.baseUrl()))
                    .ifPresent(found -> heard = found);
        }
        measured.putAll(stock.figures().measured(account.id(), null));
        rebuilt();
    }

    /** A question to the provider begins, for the sake of {@link #waitFor}. */
    void asking() {
        busy = true;
        published();
    }

    /** {@code done} is completed by the next {@link #answer}. */
    void waitFor(CompletableFuture<Listing> done) {
        waiting.add(done);
    }

    /** Completes whoever waits, each on a thread of its own, for what they do next may take its time. */
    void answer() {
        var now = stock.dated(listing);
        waiting.forEach(done -> Thread.ofVirtual().name("catalogue-answer").start(() -> done.complete(now)));
        waiting.clear();
    }

    /** The question that was put to {@code asked} was answered. */
    void take(Account asked, Fetch.Heard answer) {
        busy = false;
        try {
            if (at(asked) && !forgotten) {
                problem = answer.problem();
                if (answer.own() != null || answer.open() != null) {
                    learn(answer);
                    save();
                }
            }
            rebuilt();
        } finally {
            answer();
        }
    }

    private void learn(Fetch.Heard answer) {
        var now = stock.clocks().now();
        var old = heard;
        var gone = new HashMap<>(old.gone());
        var fresh = new Remembered(old.baseUrl(), answer.answered() ? now : old.fetchedAt(), answer.answered()
                ? answer.own()
                : old.own(), answer.open() == null ? old.open() : answer.open(), old.changes(), gone);
        var joiner = stock.joiner(account, fresh);
        var changes = Differences.between(stock.joiner(account, old), old, joiner, fresh, now);
        if (answer.answered()) {
            gone.keySet().removeAll(joiner.live().keySet());
        }
        heard = fresh.withGone(gone).withChanges(answer.answered() || !changes.isEmpty() ? changes : old.changes());
    }

    /** A request was answered that the model is not there. */
    void gone(String modelId, String reason) {
        var now = new HashMap<>(heard.gone());
        if (now.size() < MAX_GONE || now.containsKey(modelId)) {
            var words = reason == null ? "" : reason.substring(0, Math.min(reason.length(), MAX_REASON));
            now.put(modelId,
                    new ModelEntry.Gone(stock.clocks().now(), words, stock.joiner(account, heard).successor(modelId)));
            heard = heard.withGone(now);
            save();
            rebuilt();
        }
    }

    /** Reads the user's own figures of a model anew. Blocks on the disk. */
    void measure(String modelId) {
        measured.putAll(stock.figures().measured(account.id(), modelId));
        rebuilt();
    }

    /** The account is no more; nothing is written from now on. */
    void forget() {
        forgotten = true;
        answer();
    }

    private void save() {
        if (kept() && !forgotten) {
            stock.cache().save(account.id(), heard);
        }
    }

    /** A simulator has another address at each start. */
    private boolean kept() {
        return !account.provider().simulated();
    }

    private void rebuilt() {
        entries = stock.joiner(account, heard).entries(measured);
        published();
    }

    private void published() {
        listing = listing();
        if (!forgotten) {
            stock.changed().accept(listing);
        }
    }

    private Listing listing() {
        return new Listing(account.id(), entries, heard.fetchedAt(), false, busy, problem, heard.changes());
    }
}

package app.pitot.catalogue;

import app.pitot.provider.Account;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Which models each account offers: what ships with the app, joined with the provider's public catalogue and the key's own
 * list. Lists are cached on the disk. Safe from any thread.
 */
public interface ModelCatalogue {
    /** What is known now; never blocks and never asks anybody. Empty rather than null. */
    Listing of(Account account);

    /**
     * Asks the provider if the list is older than it is good for, or in any case if {@code force}; costs no tokens. Returns at
     * once; completes with the listing after it, whether that worked or not, and never exceptionally.
     */
    CompletableFuture<Listing> refresh(Account account, boolean force);

    /** A request for {@code modelId} was answered that it does not exist, is archived or not open to this key. */
    void gone(Account account, String modelId, String reason);

    /** A reply of {@code modelId} was measured: its figures are read again. */
    void measured(Account account, String modelId);

    /** The account was removed: deletes what was kept of its lists. Returns at once. */
    void forget(String accountId);

    /** Called on any thread with each listing that changed, until closed. */
    AutoCloseable subscribe(Consumer<Listing> changed);
}

package app.pitot.catalogue;

import app.pitot.api.ChatClient;
import app.pitot.base.Clocks;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogue over what ships, the providers' lists and a cache of them. One thread of its own does all joining and all
 * that touches the disk; each question to a provider has a thread for itself. Nobody is asked unless {@link #refresh} is
 * called.
 */
public final class CachedCatalogue implements ModelCatalogue, AutoCloseable {
    /** For so long a list is good. */
    public static final Duration GOOD_FOR = Duration.ofHours(6);

    private static final Logger LOG = LoggerFactory.getLogger(CachedCatalogue.class);

    private final Stock stock;
    private final Fetch fetch;
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
    private final List<Consumer<Listing>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("pitot-catalogue").factory());

    /** Touches no disk and no network yet. */
    public CachedCatalogue(Catalogue shipped, ChatClient client, CatalogueCache cache, Figures figures, Clocks clocks) {
        this.stock = new Stock(shipped, cache, figures, clocks, this::tell);
        this.fetch = new Fetch(client);
    }

    @Override
    public Listing of(Account account) {
        var shelf = shelf(account);
        if (shelf.fits(account)) {
            return stock.dated(shelf.latest());
        }
        submit(() -> shelf.settle(account));
        return shelf.at(account) ? stock.dated(shelf.latest()) : new Shelf(stock, account).latest();
    }

    @Override
    public CompletableFuture<Listing> refresh(Account account, boolean force) {
        var shelf = shelf(account);
        var done = new CompletableFuture<Listing>();
        if (!submit(() -> ask(shelf, account, force, done))) {
            done.complete(stock.dated(shelf.latest()));
        }
        return done;
    }

    /** What was kept of an account, once it has been read from the disk. Asks nobody; never completes exceptionally. */
    public CompletableFuture<Listing> kept(Account account) {
        var shelf = shelf(account);
        var done = new CompletableFuture<Listing>();
        boolean comes = submit(() -> {
            shelf.settle(account);
            done.complete(stock.dated(shelf.latest()));
        });
        if (!comes) {
            done.complete(stock.dated(shelf.latest()));
        }
        return done;
    }

    @Override
    public void gone(Account account, String modelId, String reason) {
        change(account, shelf -> shelf.gone(modelId, reason));
    }

    @Override
    public void measured(Account account, String modelId) {
        change(account, shelf -> shelf.measure(modelId));
    }

    @Override
    public void forget(String accountId) {
        var shelf = shelves.remove(accountId);
        submit(() -> {
            if (shelf != null) {
                shelf.forget();
            }
            stock.cache().forget(accountId);
        });
    }

    @Override
    public AutoCloseable subscribe(Consumer<Listing> changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    /** Waits a few seconds for what is being written. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("A model list was not written in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The shelf of an account; a new one is filled from the disk in a moment. */
    private Shelf shelf(Account account) {
        var there = shelves.get(account.id());
        if (there != null) {
            return there;
        }
        var fresh = new Shelf(stock, account);
        var first = shelves.putIfAbsent(account.id(), fresh);
        if (first != null) {
            return first;
        }
        submit(() -> fresh.settle(account));
        return fresh;
    }

    private void change(Account account, Consumer<Shelf> how) {
        var shelf = shelf(account);
        submit(() -> {
            shelf.settle(account);
            how.accept(shelf);
        });
    }

    /** On the worker. */
    private void ask(Shelf shelf, Account account, boolean force, CompletableFuture<Listing> done) {
        shelf.settle(account);
        shelf.waitFor(done);
        if (shelf.busy()) {
            return;
        }
        if (!force && shelf.fetchedAt() != null && !stock.old(shelf.fetchedAt())) {
            shelf.answer();
            return;
        }
        shelf.asking();
        Thread.ofVirtual().name("models-" + account.id()).start(() -> {
            var heard = Fetch.Heard.BROKEN;
            try {
                heard = fetch.ask(account);
            } finally {
                deliver(shelf, account, heard);
            }
        });
    }

    private void deliver(Shelf shelf, Account account, Fetch.Heard heard) {
        if (!submit(() -> shelf.take(account, heard))) {
            // The worker is no more, so that nobody else is at the shelf; whoever waits must not wait for ever.
            shelf.answer();
        }
    }

    private void tell(Listing listing) {
        for (var listener : listeners) {
            try {
                listener.accept(stock.dated(listing));
            } catch (RuntimeException e) {
                LOG.error("a listener of the catalogue broke", e);
            }
        }
    }

    private boolean submit(Runnable task) {
        try {
            worker.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.error("the catalogue broke", e);
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("The catalogue is closed; something came too late for it.");
            return false;
        }
    }
}

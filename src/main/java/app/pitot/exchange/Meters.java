package app.pitot.exchange;

import app.pitot.base.Clocks;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.quota.QuotaMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The meters in use, made on demand. Safe from any thread; only {@link Metered#awaitRestored} blocks. */
final class Meters {
    private static final Logger LOG = LoggerFactory.getLogger(Meters.class);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    private final Clocks clocks;
    private final Ledger ledger;
    private final Later later;
    private final ConcurrentMap<MeterKey, Metered> meters = new ConcurrentHashMap<>();

    Meters(Clocks clocks, Ledger ledger, Later later) {
        this.clocks = clocks;
        this.ledger = ledger;
        this.later = later;
    }

    Metered of(Account account, ModelInfo model) {
        var key = MeterKey.of(account, model);
        var known = meters.get(key);
        return known != null ? known : meters.computeIfAbsent(key, _ -> make(account, model, key.models()));
    }

    /**
     * The ledger is asked on a thread of its own, because the first to want a meter is the window. Rows younger than the
     * meter are left out: the meter counts those itself.
     */
    private Metered make(Account account, ModelInfo model, String models) {
        var meter = new QuotaMeter(clocks, MeterKey.plan(account, model));
        var metered = new Metered(meter, new SendQueue(meter, clocks, later), new CountDownLatch(1));
        if (account.provider().simulated()) {
            metered.restored().countDown();
            return metered;
        }
        // The ledger keeps milliseconds: a row of the very request that made the meter must not look older than it.
        var born = clocks.now().truncatedTo(ChronoUnit.MILLIS);
        Thread.ofVirtual().name("restore-" + account.id()).start(() -> restore(metered, account.id(), models, born));
        return metered;
    }

    private void restore(Metered metered, String accountId, String models, Instant born) {
        try {
            var which = MeterKey.OTHERS.equals(models) ? null : models;
            var earlier = ledger.since(accountId, which, born.minus(LONGEST_WINDOW));
            metered.meter().restore(earlier.stream().filter(use -> use.at().isBefore(born)).toList());
        } catch (RuntimeException e) {
            LOG.warn("Earlier use could not be read: {}", Defects.describe(e));
        } finally {
            metered.restored().countDown();
        }
    }

    /** A meter, who waits for it, and the sign that earlier use has been added to it. */
    record Metered(QuotaMeter meter, SendQueue queue, CountDownLatch restored) {
        /** Waits a short while for the ledger; a slow disk must not hold up a request for ever. */
        void awaitRestored() throws InterruptedException {
            if (!restored.await(2, TimeUnit.SECONDS)) {
                LOG.warn("Earlier use is not read yet; going on without it.");
            }
        }
    }
}

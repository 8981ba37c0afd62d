package app.pitot.compare;

import app.pitot.api.ApiException;
import app.pitot.api.ChatClient;
import app.pitot.api.Target;
import app.pitot.base.Clocks;
import app.pitot.keys.KeyException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the connections of the lanes open. One that was used within a second is warm; else a request that costs no tokens opens
 * or proves it. A connection that could not be opened in time is no failure: its request goes over a cold one, and its reading
 * says so. Safe from any thread.
 */
final class Warming {
    private static final Logger LOG = LoggerFactory.getLogger(Warming.class);
    private static final long FRESH = Duration.ofSeconds(1).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ChatClient client;
    private final Clocks clocks;
    private final Long[] used;

    Warming(ChatClient client, Clocks clocks, int lanes) {
        this.client = client;
        this.clocks = clocks;
        this.used = new Long[lanes];
    }

    /** Whose connections {@code lane} uses. */
    static int line(Lane lane) {
        return 1 + lane.index();
    }

    /** An answer has just come to its end over this lane's connection. */
    synchronized void used(int lane) {
        used[lane] = clocks.nanos();
    }

    private synchronized boolean fresh(int lane) {
        return used[lane] != null && clocks.nanos() - used[lane] < FRESH;
    }

    /** Blocks for at most two seconds. */
    void warm(Lane lane) throws InterruptedException {
        if (fresh(lane.index())) {
            return;
        }
        var done = new CountDownLatch(1);
        Thread.ofVirtual().name("warm-" + lane.letter()).start(() -> {
            open(lane);
            done.countDown();
        });
        if (!done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.info("lane {} goes cold: no answer in {}", lane.letter(), PATIENCE);
        }
    }

    private void open(Lane lane) {
        try {
            client.warm(Target.open(lane.account(), line(lane)));
            used(lane.index());
        } catch (ApiException | KeyException e) {
            // The request itself will say what is wrong.
            LOG.debug("lane {} is not warmed: {}", lane.letter(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("lane {} is not warmed: {}", lane.letter(), e.getClass().getName());
        }
    }
}

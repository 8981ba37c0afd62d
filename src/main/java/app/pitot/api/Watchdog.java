package app.pitot.api;

import app.pitot.base.Ticker;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends calls that keep silent for too long. One daemon thread serves all calls; a read costs its call one volatile write,
 * because a check that finds the stamp moved only books the next check. Safe from any thread.
 */
final class Watchdog {
    private final Ticker ticker;
    private final ScheduledThreadPoolExecutor timer;

    Watchdog(Ticker ticker) {
        this.ticker = ticker;
        timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("pitot-watchdog").factory());
        timer.setRemoveOnCancelPolicy(true);
        // Without calls there is no thread, so nothing needs closing.
        timer.setKeepAliveTime(5, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    /** A guard that runs {@code end} once if its limit passes; it sleeps until {@link Guard#limit}. */
    Guard guard(Runnable end) {
        return new Guard(end);
    }

    /** Watches one call. */
    final class Guard implements AutoCloseable {
        private final Runnable end;
        private volatile long stamp;
        private volatile boolean expired;
        private long limit;
        private ScheduledFuture<?> next;
        private boolean closed;

        private Guard(Runnable end) {
            this.end = end;
        }

        /** From now on silence may last {@code allowed}; replaces the limit before. */
        synchronized void limit(Duration allowed) {
            if (closed || expired) {
                return;
            }
            stamp = ticker.nanos();
            limit = allowed.toNanos();
            book(limit);
        }

        /** Something arrived at {@code nanos}. */
        void touch(long nanos) {
            stamp = nanos;
        }

        /** True if the limit passed and the call was ended for it. */
        boolean expired() {
            return expired;
        }

        private void book(long nanos) {
            if (next != null) {
                next.cancel(false);
            }
            next = timer.schedule(this::check, nanos, TimeUnit.NANOSECONDS);
        }

        private void check() {
            synchronized (this) {
                if (closed || expired) {
                    return;
                }
                long left = stamp + limit - ticker.nanos();
                if (left > 0) {
                    book(left);
                    return;
                }
                expired = true;
            }
            end.run();
        }

        @Override
        public synchronized void close() {
            closed = true;
            if (next != null) {
                next.cancel(false);
            }
        }
    }
}

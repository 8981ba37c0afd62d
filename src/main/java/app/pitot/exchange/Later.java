package app.pitot.exchange;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs work later; tests replace it by a clock of their own. */
@FunctionalInterface
interface Later {
    /** Runs {@code work} after at least {@code nanos}, at least 0, on a thread of its own. Returns at once. */
    void after(long nanos, Runnable work);

    /** By this machine's clock. No thread exists while nothing is due. */
    static Later system() {
        return (nanos, work) -> CompletableFuture
                .delayedExecutor(nanos, TimeUnit.NANOSECONDS, task -> Thread.ofVirtual().name("alarm").start(task))
                .execute(work);
    }
}

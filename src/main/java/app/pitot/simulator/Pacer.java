package app.pitot.simulator;

import app.pitot.base.Ticker;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits on an absolute schedule, so that one late event does not delay the next. It parks and never spins: a late
 * wake-up costs some tens of microseconds, the same for the first event as for the last.
 */
record Pacer(Ticker ticker) {
    /** @throws InterruptedException if the server is being closed */
    void until(long deadline) throws InterruptedException {
        for (long left = deadline - ticker.nanos(); left > 0; left = deadline - ticker.nanos()) {
            if (Thread.interrupted())
                throw new InterruptedException();
            LockSupport.parkNanos(left);
        }
    }
}

package app.pitot.exchange;

import app.pitot.api.ApiError;
import app.pitot.quota.WindowState;

/**
 * What a request waits for.
 *
 * @param attempt the attempt that comes next, 1 for one that was not sent yet
 * @param attempts how many there are at most
 * @param leftMs until it is sent; an estimate where others are ahead
 * @param window that has to refill or reset; null if it is not a matter of quota
 * @param ahead requests of the same queue that go first
 * @param error what the attempt before it met with; null for one that was not sent yet
 */
public record Waiting(Cause cause, int attempt, int attempts, double leftMs, WindowState window, int ahead,
        ApiError error) {
    /** Why it waits. */
    public enum Cause {
        /** It does not fit yet. */
        FIT,
        /** The provider refused it for its quota, and said or let us work out when it may come again. */
        QUOTA,
        /** The provider is busy: nothing to do with the quota. */
        BUSY,
        /** The server or the way to it failed before the first byte. */
        SERVER
    }
}

package app.pitot.exchange;

import app.pitot.base.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * When a provider may be asked about a key: after a reply, at most once a minute per account, never by itself. Safe from any
 * thread.
 */
final class KeyStatusPoll {
    private static final long EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    private final Ticker ticker;
    private final Map<String, Long> asked = new HashMap<>();

    KeyStatusPoll(Ticker ticker) {
        this.ticker = ticker;
    }

    /** A reply of {@code accountId} has ended. True if the provider is to be asked now; it then counts as asked. */
    synchronized boolean afterReply(String accountId) {
        long now = ticker.nanos();
        var last = asked.get(accountId);
        if (last != null && now - last < EVERY_NANOS) {
            return false;
        }
        asked.put(accountId, now);
        return true;
    }
}

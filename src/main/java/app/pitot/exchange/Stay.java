package app.pitot.exchange;

import app.pitot.api.ApiError;
import app.pitot.exchange.Repeats.Repeat;
import app.pitot.exchange.Waiting.Cause;
import app.pitot.quota.Turn;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * An exchange's time in a queue. Safe from any thread.
 *
 * @param queue null before it has a place
 * @param attempt that comes next
 * @param attempts that there are at most
 * @param error why it is sent again; null if it was not sent yet
 */
record Stay(SendQueue queue, Place place, Cause cause, int attempt, int attempts, ApiError error) {
    /** About to get a place. */
    static final Stay JOINING = new Stay(null, null, Cause.FIT, 1, 1, null);

    static Stay toFit(SendQueue queue, Place place) {
        return new Stay(queue, place, Cause.FIT, 1, 1, null);
    }

    static Stay again(SendQueue queue, Place place, Repeat repeat, int attempt, ApiError error) {
        return new Stay(queue, place, repeat.cause(), attempt, attempt + repeat.more(), error);
    }

    /** As in the names of texts. */
    static String word(Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }

    CompletableFuture<Turn> turn() {
        return place.turn;
    }

    void leave() {
        if (queue != null) {
            queue.leave(place);
        }
    }

    void sendNow() {
        if (queue != null) {
            queue.sendNow(place);
        }
    }

    Waiting waiting() {
        var standing = queue == null ? null : queue.standing(place);
        return standing == null
                ? new Waiting(cause, attempt, attempts, 0, null, 0, error)
                : new Waiting(cause, attempt, attempts, standing.leftMs(), standing.window(), standing.ahead(), error);
    }
}

package app.pitot.exchange;

import app.pitot.api.ApiError;
import app.pitot.api.Outcome;
import app.pitot.exchange.Waiting.Cause;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Whether and when a request that failed is sent again: never once anything of a reply came, never where it cannot help, and
 * a few times at most. What the provider says of waiting is done exactly. Of one exchange; not thread-safe.
 */
final class Repeats {
    /** Nobody sits and waits for longer than this unless they asked for it. */
    private static final double LONGEST_MS = 600_000;
    private static final double LONGEST_PAUSE_MS = 60_000;
    /** Times in words are rounded, by 10 ms at most. */
    private static final double ROUNDING_MS = 50;
    private static final double SECOND = 1_000;
    private static final double JITTER = 0.25;
    private static final int QUOTA_TIMES = 1;
    private static final int BUSY_TIMES = 3;
    private static final int SERVER_TIMES = 2;
    private static final int CONFLICT = 409;

    private final boolean patient;
    private final RandomGenerator random;
    private int quota;
    private int busy;
    private int server;

    /**
     * @param waitMs before it is sent again
     * @param told true if the provider named that time for its quota
     * @param more how often it may still be sent again for the same reason, after this time
     */
    record Repeat(Cause cause, double waitMs, boolean told, int more) {}

    /** @param patient true if the user said that it may wait as long as it has to */
    Repeats(boolean patient, RandomGenerator random) {
        this.patient = patient;
        this.random = random;
    }

    /**
     * @param sent true if it had begun to leave this machine
     * @param estimate milliseconds until our own windows admit it; asked only if the provider names no time; gives null if
     *     unknown
     * @return null for never
     */
    Repeat after(ExchangeResult ended, boolean sent, Supplier<Double> estimate) {
        var error = ended.error();
        if (error == null || begun(ended) || Boolean.FALSE.equals(error.shouldRetry())) {
            return null;
        }
        return switch (cause(error, sent)) {
            case null -> null;
            case FIT -> throw new IllegalStateException();
            case QUOTA -> quota(error, estimate);
            case BUSY -> busy < BUSY_TIMES ? pause(Cause.BUSY, busy++, BUSY_TIMES, error) : null;
            case SERVER -> server < SERVER_TIMES ? pause(Cause.SERVER, server++, SERVER_TIMES, error) : null;
        };
    }

    /** Something came, or the provider said yes: it counts, and may be paid for. */
    private static boolean begun(ExchangeResult ended) {
        var status = ended.error().httpStatus();
        return ended.outcome() != Outcome.REFUSED && ended.outcome() != Outcome.FAILED || !ended.answer().isEmpty()
                || !ended.reasoning().isEmpty() || !ended.details().toolCalls().isEmpty()
                || status != null && status / 100 == 2;
    }

    private static Cause cause(ApiError error, boolean sent) {
        return switch (error.kind()) {
            case RATE_LIMIT -> Cause.QUOTA;
            case QUEUE -> Cause.BUSY;
            case BUDGET_IN_FLIGHT -> error.retryAfterSeconds() == null ? null : Cause.BUSY;
            case SERVER_ERROR, UNAVAILABLE -> Cause.SERVER;
            // What had begun to leave may be running, and be paid for.
            case CONNECTION_REFUSED, CONNECT_TIMEOUT, CONNECTION_LOST -> sent ? null : Cause.SERVER;
            case BAD_REQUEST -> Boolean.TRUE.equals(error.shouldRetry()) && error.httpStatus() != null
                    && error.httpStatus() == CONFLICT ? Cause.SERVER : null;
            default -> null;
        };
    }

    private Repeat quota(ApiError error, Supplier<Double> estimate) {
        if (quota == QUOTA_TIMES) {
            return null;
        }
        var told = error.retryAfterSeconds();
        var wait = told == null ? estimated(error, estimate) : Double.valueOf(told * SECOND + ROUNDING_MS);
        if (wait == null || wait > LONGEST_MS && !patient) {
            return null;
        }
        quota++;
        return new Repeat(Cause.QUOTA, wait, told != null, 0);
    }

    /** A bucket's reset is when it is full again, which is longer than one request needs. */
    private static Double estimated(ApiError error, Supplier<Double> estimate) {
        var ours = estimate.get();
        var reset = error.window() == null ? null : error.window().resetSeconds();
        if (ours != null && ours > 0) {
            return ours;
        }
        return reset == null ? null : Double.valueOf(Math.max(SECOND, reset * SECOND));
    }

    private Repeat pause(Cause cause, int before, int most, ApiError error) {
        var told = error.retryAfterSeconds() == null ? 0 : error.retryAfterSeconds() * SECOND;
        if (told > LONGEST_PAUSE_MS) {
            return null;
        }
        var ours = SECOND * (1 << before) * (1 + JITTER * random.nextDouble());
        return new Repeat(cause, Math.max(told, ours), false, most - before - 1);
    }
}

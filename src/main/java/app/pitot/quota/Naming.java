package app.pitot.quota;

import java.time.Instant;
import java.util.Objects;

/**
 * What the provider says a limit is. One header may be a slip, or a router's; two answers that say the same, or the words of
 * a refusal, are good enough to offer as a correction of the plan.
 */
final class Naming {
    private static final int ENOUGH = 2;

    private int answers;
    private long newest = -1;
    private Long limit;
    private Instant at;

    /**
     * The answer to the request of {@code sequence} named the limit.
     *
     * @param value null for "there is none"
     * @param sure true if a refusal did, or an answer about the account
     */
    void said(long sequence, Long value, boolean sure, Now now) {
        if (sequence < newest) {
            return;
        }
        if (answers == 0 || !Objects.equals(value, limit)) {
            answers = 0;
            limit = value;
        }
        if (sequence > newest || answers == 0) {
            answers++;
        }
        if (sure) {
            answers = Math.max(answers, ENOUGH);
        }
        newest = sequence;
        at = Instant.ofEpochMilli(now.wallMillis());
    }

    /** True if it was said often enough, and is not {@code planned}. */
    boolean differs(Long planned) {
        return answers >= ENOUGH && !Objects.equals(planned, limit);
    }

    /** Null for "there is none". */
    Long limit() {
        return limit;
    }

    /** When it was last said; null if never. */
    Instant at() {
        return at;
    }
}

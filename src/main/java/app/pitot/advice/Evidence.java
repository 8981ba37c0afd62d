package app.pitot.advice;

import app.pitot.provider.Limit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a {@link Signal} was read from. */
public sealed interface Evidence {
    /** There is nothing to go by. */
    record Nothing(Why why) implements Evidence {
        /** What is missing. */
        public enum Why {
            FEW_REQUESTS, NO_PLAN, NO_LIMIT, NO_CONTEXT
        }
    }

    /**
     * Requests that were refused over a quota window.
     *
     * @param requests all that were sent
     * @param threshold the share from which on it is time to change, 0 to 1
     * @param worst the UTC day with the largest share; null if no day had enough requests
     * @param windows by the window that refused, so far as the provider said
     */
    record Limited(long requests, long limited, double threshold, WorstDay worst, Map<String, Long> windows)
            implements
                Evidence {
        public double share() {
            return requests == 0 ? 0 : (double) limited / requests;
        }
    }

    /** A UTC day. */
    record WorstDay(LocalDate day, long requests, long limited) {}

    /**
     * Prompts against a context.
     *
     * @param model the one with the most refused, or the largest
     * @param context prompt and reply together
     * @param tooLong requests that were refused
     * @param near requests that were taken and used at least 90 % of it
     * @param largest tokens of the largest that was refused, or else taken; null if unknown
     * @param refused true if that one was refused: then its size is an estimate
     */
    record Context(String model, int context, long tooLong, long near, Long largest, boolean refused)
            implements
                Evidence {}

    /**
     * Days against a day's limit.
     *
     * @param model whose limit it is; null if all share it
     * @param days UTC days with use, in the order of time; the last may not be over
     * @param reached of these, those that used at least 95 % of it
     * @param crosses the day on which the trend goes past it; null if it does not within two weeks
     */
    record Days(Limit limit, String model, List<DayUse> days, int reached, LocalDate crosses) implements Evidence {
        public Days {
            days = List.copyOf(days);
        }
    }

    /** @param over true once the day has ended */
    record DayUse(LocalDate day, long used, boolean over) {}

    /**
     * Minutes against a minute's limit on requests.
     *
     * @param model whose limit it is; null if all share it
     * @param busiest its most requests in one minute
     * @param at when that minute began
     * @param full minutes that reached it
     * @param fullDays UTC days with such minutes
     * @param near minutes with at least 80 % of it
     * @param refused requests that this window refused, so far as the provider said
     * @param requests that were looked at
     * @param whole false if these were only the newest
     */
    record Minutes(Limit limit, String model, long busiest, Instant at, int full, int fullDays, int near, long refused,
            long requests, boolean whole) implements Evidence {}
}

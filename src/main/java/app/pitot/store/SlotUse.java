package app.pitot.store;

import java.util.List;

/**
 * What the requests of one hour or day come to.
 *
 * @param from milliseconds since 1970
 * @param until exclusive
 */
record SlotUse(long from, long until, List<Part> parts) {
    SlotUse {
        parts = List.copyOf(parts);
    }

    /**
     * Of one account and model.
     *
     * @param hours when
     */
    record Part(Use use, Hours hours) {}

    /**
     * Nobody changes the arrays.
     *
     * @param at the hours of the week in which there were requests, as {@link HeatMap#hour} counts them
     * @param requests in each of these
     * @param tokens likewise
     */
    record Hours(short[] at, long[] requests, long[] tokens) {}
}

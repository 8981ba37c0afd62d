package app.pitot.quota;

/**
 * By how much headers in a row all differ from what we think. One may be off by the order in which requests came to the
 * provider; that all of a row are off to the same side is no matter of order.
 *
 * @param turn of the window that they tell of
 * @param count how many
 * @param least the difference that all of them have at least; negative if more is left than we think
 */
record Streak(long turn, int count, double least) {
    private static final int ENOUGH = 5;

    /** @param surplus what we think is left beyond what the header says, whatever the request's own size is */
    static Streak next(Streak before, long turn, double surplus) {
        return before == null || before.turn != turn || before.least * surplus <= 0
                ? new Streak(turn, surplus == 0 ? 0 : 1, surplus)
                : new Streak(turn, before.count + 1,
                        Math.abs(surplus) < Math.abs(before.least) ? surplus : before.least);
    }

    /** What is to be taken from the window; 0 as long as that is not certain. */
    double certain() {
        return count >= ENOUGH ? least : 0;
    }
}

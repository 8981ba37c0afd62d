package app.pitot.quota;

import app.pitot.provider.Period;
import java.time.LocalDate;

/**
 * Where the periods of a fixed window begin and end: with the UTC minute, hour, day or calendar month, or so much later.
 *
 * @param offsetMillis 0 or more, less than the period is long
 */
record Boundaries(Period period, long offsetMillis) {
    private static final long DAY_MILLIS = 86_400_000;
    private static final int MONTHS = 12;
    private static final int LONGEST_MONTH = 31;

    static Boundaries utc(Period period) {
        return new Boundaries(period, 0);
    }

    /** The same periods moved so that one of them ends at {@code wallMillis}. */
    Boundaries endingAt(long wallMillis) {
        var whole = utc(period);
        return new Boundaries(period, wallMillis - whole.start(whole.index(wallMillis)));
    }

    /** The number of the period that runs at {@code wallMillis}; the next period has the next number. */
    long index(long wallMillis) {
        var shifted = wallMillis - offsetMillis;
        if (period != Period.MONTH) {
            return Math.floorDiv(shifted, period.length().toMillis());
        }
        var date = LocalDate.ofEpochDay(Math.floorDiv(shifted, DAY_MILLIS));
        return (long) date.getYear() * MONTHS + date.getMonthValue() - 1;
    }

    /** When the period of that number begins, in milliseconds since 1970. */
    long start(long index) {
        if (period != Period.MONTH) {
            return index * period.length().toMillis() + offsetMillis;
        }
        var first = LocalDate.of((int) Math.floorDiv(index, MONTHS), Math.floorMod(index, MONTHS) + 1, 1);
        return first.toEpochDay() * DAY_MILLIS + offsetMillis;
    }

    /** The longest that a period may be. */
    long longestMillis() {
        return period == Period.MONTH ? LONGEST_MONTH * DAY_MILLIS : period.length().toMillis();
    }
}

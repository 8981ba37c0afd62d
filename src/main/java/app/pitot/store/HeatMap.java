package app.pitot.store;

import app.pitot.store.SlotUse.Hours;
import app.pitot.usage.UsageReport.HourOfWeek;
import java.util.ArrayList;
import java.util.List;

/** Requests and tokens by the hours of a week. Not thread-safe. */
final class HeatMap {
    private static final int DAY = 24;
    private static final int WEEK = 7 * DAY;

    private final long[] requests = new long[WEEK];
    private final long[] tokens = new long[WEEK];
    private int first = WEEK;
    private int last = -1;

    void add(Hours more) {
        for (int i = 0; i < more.at().length; i++) {
            add(more.at()[i], more.requests()[i], more.tokens()[i]);
        }
    }

    /** @param hour as {@link WeekClock} counts them */
    void add(int hour, long moreRequests, long moreTokens) {
        requests[hour] += moreRequests;
        tokens[hour] += moreTokens;
        first = Math.min(first, hour);
        last = Math.max(last, hour);
    }

    /** Those with requests. */
    Hours hours() {
        int size = 0;
        for (int i = first; i <= last; i++) {
            size += requests[i] > 0 ? 1 : 0;
        }
        var hours = new Hours(new short[size], new long[size], new long[size]);
        for (int i = first, next = 0; next < size; i++) {
            if (requests[i] > 0) {
                hours.at()[next] = (short) i;
                hours.requests()[next] = requests[i];
                hours.tokens()[next++] = tokens[i];
            }
        }
        return hours;
    }

    List<HourOfWeek> week() {
        var found = new ArrayList<HourOfWeek>();
        for (int i = first; i <= last; i++) {
            if (requests[i] > 0) {
                found.add(new HourOfWeek(i / DAY + 1, i % DAY, requests[i], tokens[i]));
            }
        }
        return found;
    }
}

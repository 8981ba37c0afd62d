package app.pitot.store;

import app.pitot.usage.Step;
import app.pitot.usage.UsageReport.HourOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Requests and tokens by the hours of a zone's week. Not thread-safe. */
final class HeatMap {
    private static final int DAY = 24;

    private final ZoneId zone;
    private final SlotClock clock;
    private final long[] requests = new long[7 * DAY];
    private final long[] tokens = new long[7 * DAY];
    private long from = Long.MAX_VALUE;
    private int at;

    HeatMap(ZoneId zone) {
        this.zone = zone;
        this.clock = new SlotClock(Step.HOUR, zone);
    }

    void add(long ms, long moreRequests, long moreTokens) {
        addTo(hour(ms), moreRequests, moreTokens);
    }

    /** @param hour as {@link #hour} counts them */
    void addTo(int hour, long moreRequests, long moreTokens) {
        requests[hour] += moreRequests;
        tokens[hour] += moreTokens;
    }

    /** From Monday's first on, 0 to 167. */
    int hour(long ms) {
        long begin = clock.from(ms);
        if (begin != from) {
            from = begin;
            var local = Instant.ofEpochMilli(begin).atZone(zone);
            at = (local.getDayOfWeek().getValue() - 1) * DAY + local.getHour();
        }
        return at;
    }

    List<HourOfWeek> hours() {
        var hours = new ArrayList<HourOfWeek>();
        for (int i = 0; i < requests.length; i++) {
            if (requests[i] > 0) {
                hours.add(new HourOfWeek(i / DAY + 1, i % DAY, requests[i], tokens[i]));
            }
        }
        return hours;
    }
}

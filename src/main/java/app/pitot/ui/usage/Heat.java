package app.pitot.ui.usage;

import app.pitot.usage.UsageReport.HourOfWeek;
import java.util.List;

/**
 * Use by the hour of the week; first Monday, then the hour.
 *
 * @param requests 7 by 24, @param tokens 7 by 24
 */
record Heat(long[][] requests, long[][] tokens) {
    static final int DAYS = 7;
    static final int HOURS = 24;

    static Heat of(List<HourOfWeek> hours) {
        var heat = new Heat(new long[DAYS][HOURS], new long[DAYS][HOURS]);
        for (var each : hours) {
            heat.requests[each.day() - 1][each.hour()] += each.requests();
            heat.tokens[each.day() - 1][each.hour()] += each.tokens();
        }
        return heat;
    }

    long most() {
        long most = 0;
        for (var day : tokens) {
            for (long each : day) {
                most = Math.max(most, each);
            }
        }
        return most;
    }

    /** How strong an hour is drawn, 0 to 1: by the root, so that little use can be seen beside much. */
    double strength(int day, int hour) {
        long most = most();
        return most == 0 ? 0 : Math.sqrt((double) tokens[day][hour] / most);
    }
}

package app.pitot.quota;

import java.time.Instant;
import java.util.Arrays;

/** Turns spends into the points of a chart. */
final class Curves {
    private Curves() {}

    /** @param used what the last point is to say, by whoever knows best */
    static Curve of(Spends spends, Instant start, long used, Now now) {
        var since = Pace.past(start, now).nanos();
        var first = spends.firstFrom(since);
        var before = spends.before(first);
        var minutes = new int[spends.size() - first + 2];
        var sums = new long[minutes.length];
        var count = 1;
        for (var i = first; i < spends.size(); i++) {
            var minute = minute(spends.at(i) - since);
            if (minute > minutes[count - 1]) {
                minutes[count++] = minute;
            }
            sums[count - 1] = Math.min(used, spends.before(i + 1) - before);
        }
        var last = minute(now.nanos() - since);
        if (last > minutes[count - 1]) {
            minutes[count++] = last;
        }
        if (count > 1) {
            sums[count - 1] = used;
        }
        return new Curve(Arrays.copyOf(minutes, count), Arrays.copyOf(sums, count));
    }

    private static int minute(long nanos) {
        return (int) (nanos / 60_000_000_000L);
    }
}

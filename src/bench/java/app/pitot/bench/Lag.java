package app.pitot.bench;

import java.util.Arrays;
import java.util.List;

/** Time from a character handed in to the end of the layout that shows it; of those that are shown together the oldest. */
final class Lag {
    private long[] nanos = new long[1_024];
    private int count;
    private long oldest;
    private long newest;
    private long last;

    /** All of these together; its last one is the longest of their last ones. */
    static Lag of(List<Lag> parts) {
        var all = new Lag();
        for (var part : parts) {
            for (int i = 0; i < part.count; i++) {
                all.add(part.nanos[i]);
            }
        }
        all.last = parts.stream().mapToLong(part -> part.last).max().orElse(0);
        return all;
    }

    void arrived(long at) {
        newest = at;
        if (oldest == 0) {
            oldest = at;
        }
    }

    void shown() {
        if (oldest != 0) {
            long now = System.nanoTime();
            add(now - oldest);
            last = now - newest;
            oldest = 0;
        }
    }

    /** True if everything that was handed in is shown. */
    boolean none() {
        return oldest == 0 && count > 0;
    }

    void add(long lag) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = lag;
        last = lag;
    }

    double lastMillis() {
        return count == 0 ? Double.NaN : last / 1e6;
    }

    double p50Millis() {
        return at(0.5);
    }

    double p99Millis() {
        return at(0.99);
    }

    private double at(double share) {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[(int) (share * (count - 1))] / 1e6;
    }
}

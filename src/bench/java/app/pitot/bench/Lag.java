package app.pitot.bench;

import java.util.Arrays;

/** Time from a character handed in to the end of the layout that shows it. */
final class Lag {
    private long[] nanos = new long[1_024];
    private int count;
    private long waiting;

    void arrived(long at) {
        waiting = at;
    }

    void shown() {
        if (waiting != 0) {
            add(System.nanoTime() - waiting);
            waiting = 0;
        }
    }

    boolean none() {
        return waiting == 0 && count > 0;
    }

    void add(long lag) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = lag;
    }

    double lastMillis() {
        return count == 0 ? Double.NaN : nanos[count - 1] / 1e6;
    }

    double p99Millis() {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[(int) (0.99 * (count - 1))] / 1e6;
    }
}

package app.pitot.speed;

import java.util.Arrays;

/**
 * The pieces of text of one stream with the time at which each came, and the arrivals they came in. One thread writes, any
 * thread reads a {@link View}: entries never change once counted, and the count is published last.
 */
final class Timeline {
    private volatile long[] stamps = new long[256];
    private volatile long[] cumulative = new long[256];
    private volatile boolean[] reasoning = new boolean[256];
    private volatile int pieces;

    private volatile long[] arrivals = new long[128];
    private volatile int arrivalCount;

    /** Writer only: a piece of {@code bytes} bytes came at {@code nanos}. */
    void add(long nanos, int bytes, boolean thought) {
        var n = pieces;
        if (n == stamps.length) {
            stamps = Arrays.copyOf(stamps, 2 * n);
            cumulative = Arrays.copyOf(cumulative, 2 * n);
            reasoning = Arrays.copyOf(reasoning, 2 * n);
        }
        stamps[n] = nanos;
        cumulative[n] = bytes + (n == 0 ? 0 : cumulative[n - 1]);
        reasoning[n] = thought;
        pieces = n + 1;
    }

    /** Writer only: text came in an arrival that began at {@code nanos}. */
    void arrival(long nanos) {
        var n = arrivalCount;
        if (n == arrivals.length) {
            arrivals = Arrays.copyOf(arrivals, 2 * n);
        }
        arrivals[n] = nanos;
        arrivalCount = n + 1;
    }

    View view() {
        // Counts first: the arrays read afterwards hold at least that much.
        var count = pieces;
        var arrived = arrivalCount;
        return new View(count, stamps, cumulative, reasoning, arrived, arrivals);
    }

    /** What had come at one instant. Shares the writer's arrays, of which it reads only the first entries. */
    record View(int pieces, long[] stamps, long[] cumulative, boolean[] reasoning, int arrivals, long[] arrivalStamps) {
        boolean empty() {
            return pieces == 0;
        }

        long first() {
            return stamps[0];
        }

        long last() {
            return stamps[pieces - 1];
        }

        long bytes() {
            return pieces == 0 ? 0 : cumulative[pieces - 1];
        }

        /** Bytes that came at or before {@code nanos}. */
        long bytesUntil(long nanos) {
            var low = 0;
            var high = pieces;
            while (low < high) {
                var middle = (low + high) >>> 1;
                if (stamps[middle] - nanos <= 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low == 0 ? 0 : cumulative[low - 1];
        }

        /** Bytes of the arrival that brought the first text. */
        long firstArrivalBytes() {
            return arrivals < 2 ? bytes() : bytesUntil(arrivalStamps[1] - 1);
        }

        long bytesOf(boolean thought) {
            long sum = 0;
            for (var i = 0; i < pieces; i++) {
                if (reasoning[i] == thought) {
                    sum += cumulative[i] - (i == 0 ? 0 : cumulative[i - 1]);
                }
            }
            return sum;
        }

        /** The same without reasoning, for replies whose reasoning text is only a summary. */
        View answerOnly() {
            var line = new Timeline();
            var arrival = -1;
            for (var i = 0; i < pieces; i++) {
                if (reasoning[i]) {
                    continue;
                }
                var at = arrivalOf(stamps[i]);
                if (at != arrival) {
                    line.arrival(arrivalStamps[at]);
                    arrival = at;
                }
                line.add(stamps[i], (int) (cumulative[i] - (i == 0 ? 0 : cumulative[i - 1])), false);
            }
            return line.view();
        }

        private int arrivalOf(long stamp) {
            var at = Arrays.binarySearch(arrivalStamps, 0, arrivals, stamp);
            return at >= 0 ? at : Math.max(0, -at - 2);
        }
    }
}

package app.pitot.speed;

import java.util.Arrays;

/** Gaps between arrivals, and the bars of the sparkline. */
final class Rhythms {
    private static final int BARS = 64;
    private static final int GAPS_FOR_P95 = 20;
    /** A live reading looks at the latest gaps only, so that its cost does not grow with the reply. */
    private static final int LIVE_GAPS = 512;
    private static final double NANOS_PER_MS = 1e6;

    private Rhythms() {}

    /** @param until end of the last bar: now while the stream runs, else the last text */
    static Rhythm of(Timeline.View view, long until, Double tokensPerChunk, boolean live) {
        if (view.empty()) {
            return Rhythm.NONE;
        }
        var gaps = sortedGaps(view, live ? LIVE_GAPS : Integer.MAX_VALUE);
        var bars = bars(view, until);
        return new Rhythm(view.arrivals(), percentile(gaps, 0.5, 1), percentile(gaps, 0.95, GAPS_FOR_P95),
                percentile(gaps, 1, 1), tokensPerChunk, bars, (until - view.first()) / NANOS_PER_MS / bars.length);
    }

    /** Median gap in nanoseconds, 0 if there is none. */
    static long medianGap(Timeline.View view) {
        var gaps = sortedGaps(view, LIVE_GAPS);
        return gaps.length == 0 ? 0 : gaps[rank(gaps.length, 0.5)];
    }

    private static long[] sortedGaps(Timeline.View view, int atMost) {
        var count = Math.min(atMost, Math.max(0, view.arrivals() - 1));
        var gaps = new long[count];
        var from = view.arrivals() - count;
        for (var i = 0; i < count; i++) {
            gaps[i] = view.arrivalStamps()[from + i] - view.arrivalStamps()[from + i - 1];
        }
        Arrays.sort(gaps);
        return gaps;
    }

    private static Double percentile(long[] sorted, double share, int atLeast) {
        return sorted.length < atLeast ? null : sorted[rank(sorted.length, share)] / NANOS_PER_MS;
    }

    /** Nearest rank. */
    private static int rank(int count, double share) {
        return Math.max(0, (int) Math.ceil(share * count) - 1);
    }

    private static int[] bars(Timeline.View view, long until) {
        var span = until - view.first();
        if (span <= 0) {
            return new int[]{(int) view.bytes()};
        }
        var count = Math.clamp(view.arrivals(), 1, BARS);
        var bars = new int[count];
        long before = 0;
        for (var i = 0; i < count; i++) {
            var end = i == count - 1 ? until : view.first() + (long) ((double) span * (i + 1) / count);
            var bytes = view.bytesUntil(end);
            bars[i] = (int) (bytes - before);
            before = bytes;
        }
        return bars;
    }
}

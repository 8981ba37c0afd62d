package app.pitot.speed;

import java.util.Arrays;

/** Thins a stream out to what a drawing needs. */
final class Curves {
    private static final double NANOS_PER_MS = 1e6;

    private Curves() {}

    /**
     * As it was while that is few points, else at equal steps of time; with the first text, the first answer and the last.
     *
     * @param sent ticker reading
     * @param firstAnswer ticker reading; null if there was no answer
     */
    static SpeedCurve of(Timeline.View view, long sent, Long firstAnswer) {
        if (view.empty()) {
            return SpeedCurve.NONE;
        }
        var times = times(view, firstAnswer);
        var ms = new float[times.length];
        var bytes = new long[times.length];
        var answerFrom = times.length;
        for (var i = 0; i < times.length; i++) {
            ms[i] = (float) ((times[i] - sent) / NANOS_PER_MS);
            bytes[i] = view.bytesUntil(times[i]);
            if (firstAnswer != null && times[i] - firstAnswer >= 0) {
                answerFrom = Math.min(answerFrom, i);
            }
        }
        return new SpeedCurve(ms, bytes, answerFrom);
    }

    private static long[] times(Timeline.View view, Long firstAnswer) {
        var stamps = new long[SpeedCurve.MOST_POINTS];
        var count = 0;
        for (var i = 0; i < view.pieces(); i++) {
            var stamp = view.stamps()[i];
            if (count > 0 && stamp == stamps[count - 1]) {
                continue;
            }
            if (count == stamps.length) {
                return steps(view, firstAnswer);
            }
            stamps[count++] = stamp;
        }
        return Arrays.copyOf(stamps, count);
    }

    private static long[] steps(Timeline.View view, Long firstAnswer) {
        var steps = SpeedCurve.MOST_POINTS - 2;
        var times = new long[SpeedCurve.MOST_POINTS];
        var length = view.last() - view.first();
        var count = 0;
        for (var i = 0; i <= steps; i++) {
            var time = view.first() + (long) ((double) length * i / steps);
            var before = count == 0 ? view.first() - 1 : times[count - 1];
            if (firstAnswer != null && firstAnswer - before > 0 && firstAnswer - time < 0) {
                times[count++] = firstAnswer;
            }
            times[count++] = i == steps ? view.last() : time;
        }
        return Arrays.copyOf(times, count);
    }
}

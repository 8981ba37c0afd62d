package app.pitot.ui.compare.pictures;

import app.pitot.compare.Comparison;
import app.pitot.compare.Lane;
import app.pitot.compare.Sample;
import app.pitot.speed.SpeedCurve;
import app.pitot.ui.controls.Axis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How fast the text came over the time of the answer, lane by lane: smoothed, then medians over the rounds.
 *
 * @param bytes true for bytes of text per second, false for tokens per second: the reply's tokens, spread over its text
 * @param lines one for each lane, in their order
 * @param time seconds since the request was sent
 * @param speed of all lines
 */
record Curves(boolean bytes, List<Line> lines, Axis time, Axis speed) {
    private static final int POINTS = 80;
    private static final double MS = 1_000;
    /** What is smoothed together, as a part of the answer, and at least so long. */
    private static final double WINDOW = 0.12;
    private static final double WINDOW_MS = 60;
    /** A short answer beside one that is so many times as long would be a dot on an even scale. */
    private static final double LOG_TIME = 12;
    private static final double LOG_SPEED = 8;
    private static final double HEADROOM = 1.08;

    /**
     * One lane; the line of a lane without a known curve has no points.
     *
     * @param seconds rising
     * @param speeds as many; each above or equal 0, never NaN
     */
    record Line(int lane, double[] seconds, double[] speeds) {
        String letter() {
            return Lane.letter(lane);
        }

        int size() {
            return seconds.length;
        }
    }

    Curves {
        lines = List.copyOf(lines);
    }

    static Curves of(Comparison run, boolean bytes) {
        var lines = new ArrayList<Line>();
        for (var i = 0; i < run.lanes().size(); i++) {
            var lane = i;
            lines.add(line(lane, run.samples().stream().filter(each -> each.lane() == lane && each.counts())
                    .map(each -> Flow.of(each, bytes)).filter(Objects::nonNull).toList()));
        }
        return new Curves(bytes, lines, time(lines), speed(lines));
    }

    private static Line line(int lane, List<Flow> flows) {
        if (flows.isEmpty()) {
            return new Line(lane, new double[0], new double[0]);
        }
        var seconds = new double[POINTS];
        var speeds = new double[POINTS];
        for (var i = 0; i < POINTS; i++) {
            // At the same part of every reply: at the same time, the short ones would already be over.
            var part = (double) i / (POINTS - 1);
            seconds[i] = Middle.of(flows.stream().mapToDouble(each -> each.moment(part)).toArray()) / MS;
            speeds[i] = Middle.of(flows.stream().mapToDouble(each -> each.speed(part)).toArray());
        }
        return new Line(lane, seconds, speeds);
    }

    private static Axis time(List<Line> lines) {
        var ends = lines.stream().filter(line -> line.size() > 0).mapToDouble(line -> line.seconds[line.size() - 1])
                .toArray();
        if (ends.length == 0) {
            return Axis.even(0, 1);
        }
        var longest = Arrays.stream(ends).max().getAsDouble();
        if (longest / Arrays.stream(ends).min().getAsDouble() < LOG_TIME) {
            return Axis.even(0, longest);
        }
        var first = lines.stream().filter(line -> line.size() > 0).mapToDouble(line -> line.seconds[0])
                .filter(at -> at > 0).min().orElse(longest / LOG_TIME);
        return Axis.ratios(first, longest);
    }

    private static Axis speed(List<Line> lines) {
        var speeds = lines.stream().flatMapToDouble(line -> Arrays.stream(line.speeds)).filter(v -> v > 0).toArray();
        if (speeds.length == 0) {
            return Axis.even(0, 1);
        }
        var middles = lines.stream().filter(line -> line.size() > 0).mapToDouble(line -> Middle.of(line.speeds))
                .filter(v -> v > 0).toArray();
        var high = Arrays.stream(speeds).max().getAsDouble() * HEADROOM;
        var spread = middles.length == 0
                ? 1
                : Arrays.stream(middles).max().getAsDouble() / Arrays.stream(middles).min().getAsDouble();
        return spread < LOG_SPEED
                ? Axis.even(0, high)
                : Axis.ratios(Arrays.stream(middles).min().getAsDouble() / 2, high);
    }

    /** True if no lane has a line. */
    boolean empty() {
        return lines.stream().allMatch(line -> line.size() == 0);
    }

    /**
     * The text of one reply.
     *
     * @param perByte what one byte counts for
     */
    private record Flow(SpeedCurve curve, double perByte) {
        /** Null if it came at once, or if its curve or its tokens are not known. */
        static Flow of(Sample sample, boolean bytes) {
            var curve = sample.curve();
            var tokens = sample.speed().outputTokens();
            var size = sample.speed().textBytes();
            var span = curve.ms().length < 2 ? 0 : curve.ms()[curve.ms().length - 1] - curve.ms()[0];
            // What came at once, or was held back on the way, has no speed to be drawn.
            if (!(span > 0) || sample.speed().outputTokensPerSecond() == null
                    || !bytes && (tokens == null || tokens <= 0 || size <= 0)) {
                return null;
            }
            return new Flow(curve, bytes ? 1 : (double) tokens / size);
        }

        double moment(double part) {
            return first() + (last() - first()) * part;
        }

        /** Per second, in a window around a part of the reply that ends where the text begins and ends. */
        double speed(double part) {
            var half = Math.max(WINDOW_MS, (last() - first()) * WINDOW) / 2;
            var from = Math.max(first(), moment(part) - half);
            var to = Math.min(last(), moment(part) + half);
            return (bytes(to) - bytes(from)) * perByte / (to - from) * MS;
        }

        private double first() {
            return curve.ms()[0];
        }

        private double last() {
            return curve.ms()[curve.ms().length - 1];
        }

        /** How much had come by {@code ms}: even between two points. */
        private double bytes(double ms) {
            var at = Arrays.binarySearch(curve.ms(), (float) ms);
            if (at >= 0) {
                return curve.bytes()[at];
            }
            var next = Math.clamp(-at - 1, 1, curve.ms().length - 1);
            var span = curve.ms()[next] - curve.ms()[next - 1];
            var part = span > 0 ? Math.clamp((ms - curve.ms()[next - 1]) / span, 0, 1) : 1;
            return curve.bytes()[next - 1] + part * (curve.bytes()[next] - curve.bytes()[next - 1]);
        }
    }
}

package app.pitot.ui.compare.past;

import app.pitot.ui.compare.past.Timeline.Point;
import app.pitot.ui.compare.past.Timeline.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Scales of a small chart: time to x, values to y. It does not begin at 0, for intervals would be too small to be seen; but it
 * spans so much that a little change looks little.
 *
 * @param from when the first run of all lanes began, the same in each chart
 * @param to when the last one began
 * @param low value at {@code bottom}
 * @param high value at {@code top}
 */
record TimelineGeometry(double left, double right, double top, double bottom, Instant from, Instant to, double low,
        double high) {
    private static final double WORDS = 48;
    private static final double SIDE = 8;
    private static final double ABOVE = 8;
    private static final double BELOW = 20;
    /** At least so much of the middle value is spanned to either side. */
    private static final double SPAN = 0.25;
    private static final double ROOM = 0.08;

    static TimelineGeometry of(List<Series> lanes, Series lane, double w, double h) {
        var all = lanes.stream().flatMap(each -> each.points().stream()).map(Point::at).sorted().toList();
        double least = lane.points().stream().mapToDouble(TimelineGeometry::low).min().orElse(0);
        double most = lane.points().stream().mapToDouble(TimelineGeometry::high).max().orElse(1);
        double middle = (least + most) / 2;
        double half = Math.max((most - least) / 2, SPAN * middle) * (1 + ROOM);
        return new TimelineGeometry(WORDS, Math.max(WORDS + 1, w - SIDE), ABOVE, Math.max(ABOVE + 1, h - BELOW),
                all.getFirst(), all.getLast(), Math.max(0, middle - half), middle + half);
    }

    /** In the middle if all runs began at once. */
    double x(Instant at) {
        double whole = Duration.between(from, to).toMillis();
        double part = whole <= 0 ? 0.5 : Math.clamp(Duration.between(from, at).toMillis() / whole, 0, 1);
        // Dots and bars at the ends are drawn whole.
        return left + SIDE + (right - left - 2 * SIDE) * part;
    }

    double y(double value) {
        return bottom - (bottom - top) * Math.clamp((value - low) / (high - low), 0, 1);
    }

    private static double low(Point point) {
        return point.interval() == null ? point.median() : Math.min(point.median(), point.interval().low());
    }

    private static double high(Point point) {
        return point.interval() == null ? point.median() : Math.max(point.median(), point.interval().high());
    }
}

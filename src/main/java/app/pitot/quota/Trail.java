package app.pitot.quota;

import app.pitot.base.Provenance;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What was left of one window over the last hour, in so few points that a straight line between two of them is true. Not safe
 * for use by several threads.
 */
final class Trail {
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final int MOST = 600;
    /** Of points closer together than this only the first, the last and what the provider said are kept. */
    private static final long CLOSE_NANOS = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private record Point(Now at, long remaining, Long limit, boolean reported) {}

    private final ArrayDeque<Point> points = new ArrayDeque<>();
    private long turn;
    private Long told;

    /** Notes where {@code window} stands, which has been brought to {@code now}. */
    void note(Window window, Now now) {
        if (window.levelKnown() && window.limit() != null) {
            cameBack(window, now);
            add(point(window, now));
            told = window.reportedNanos();
        }
        turn = window.turn();
    }

    /** Oldest first, ending with where {@code window} stands now. */
    List<WindowDetails.Sample> samples(Window window, Now now) {
        note(window, now);
        var samples = new ArrayList<WindowDetails.Sample>();
        for (var point : points) {
            samples.add(new WindowDetails.Sample(Instant.ofEpochMilli(point.at().wallMillis()), point.remaining(),
                    point.limit(), point.reported()));
        }
        return samples;
    }

    /** Only the first look at a report is the provider's word; later ones see that nothing has moved since. */
    private Point point(Window window, Now now) {
        return new Point(now, window.whole(), window.limit(),
                window.source(now) == Provenance.REPORTED && !Objects.equals(window.reportedNanos(), told));
    }

    /** Between two points a line would be wrong if the window was full, or began anew, on the way. */
    private void cameBack(Window window, Now now) {
        var last = points.peekLast();
        if (last == null || last.limit() == null || !last.limit().equals(window.limit())) {
            return;
        }
        if (window.turn() != turn) {
            var began = window.beganMillis(now);
            var at = new Now(now.nanos() - (now.wallMillis() - began) * NANOS_PER_MILLI, began);
            if (at.nanos() > last.at().nanos()) {
                add(new Point(at, last.remaining(), last.limit(), false));
                add(new Point(at, window.limit(), window.limit(), false));
            }
        } else if (window.rate() > 0 && last.remaining() < window.limit()) {
            var nanos = (window.limit() - last.remaining()) / window.rate();
            if (nanos < now.nanos() - last.at().nanos()) {
                add(new Point(new Now(last.at().nanos() + (long) nanos,
                        last.at().wallMillis() + (long) (nanos / NANOS_PER_MILLI)), window.limit(), window.limit(),
                        false));
            }
        }
    }

    private void add(Point point) {
        var last = points.pollLast();
        var before = points.peekLast();
        var drop = last == null
                || !last.reported() && before != null && point.at().nanos() - before.at().nanos() < CLOSE_NANOS;
        if (!drop) {
            points.addLast(last);
        }
        points.addLast(point);
        while (points.size() > MOST || point.at().nanos() - points.peekFirst().at().nanos() > HOUR_NANOS) {
            points.removeFirst();
        }
    }
}

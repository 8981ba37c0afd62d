package app.pitot.ui.compare.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.api.ChatParameters;
import app.pitot.compare.LaneFacts;
import app.pitot.statistics.Interval;
import app.pitot.ui.compare.past.Timeline.Point;
import app.pitot.ui.compare.past.Timeline.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineGeometryTest {
    private static final Instant BEGIN = Instant.parse("2026-04-01T00:00:00Z");

    private static Series lane(Point... points) {
        return new Series(new LaneFacts("a", "Mine", "Groq", "groq", "https://example.com", "m", ChatParameters.NONE),
                List.of(points));
    }

    private static Point point(int day, double median) {
        return new Point(BEGIN.plus(Duration.ofDays(day)), median, new Interval(median * 0.9, median * 1.1, 0.95), 12);
    }

    @Test
    void timeRunsFromTheFirstRunOfAnyLaneToTheLast() {
        var a = lane(point(0, 100), point(5, 100));
        var b = lane(point(5, 50), point(10, 50));
        var at = TimelineGeometry.of(List.of(a, b), b, 216, 78);
        assertThat(at.x(BEGIN)).isBetween(at.left(), at.left() + 10);
        assertThat(at.x(BEGIN.plus(Duration.ofDays(10)))).isBetween(at.right() - 10, at.right());
        assertThat(at.x(BEGIN.plus(Duration.ofDays(5)))).isCloseTo((at.left() + at.right()) / 2, within(1e-9));
    }

    @Test
    void everythingIsInside() {
        var a = lane(point(0, 100), point(5, 2_000));
        var at = TimelineGeometry.of(List.of(a), a, 216, 78);
        assertThat(at.y(2_200)).isGreaterThan(at.top());
        assertThat(at.y(90)).isLessThanOrEqualTo(at.bottom());
        assertThat(at.y(1_000)).isLessThan(at.y(900));
        assertThat(at.low()).isNotNegative();
        assertThat(at.y(1e9)).isEqualTo(at.top());
    }

    @Test
    void aLittleChangeLooksLittleAndItsIntervalIsSeen() {
        var a = lane(new Point(BEGIN, 1_000, new Interval(980, 1_020, 0.95), 12),
                new Point(BEGIN.plusSeconds(60), 1_010, new Interval(990, 1_030, 0.95), 12));
        var at = TimelineGeometry.of(List.of(a), a, 216, 84);
        assertThat(at.y(1_000) - at.y(1_010)).isLessThan((at.bottom() - at.top()) / 20);
        assertThat(at.y(980) - at.y(1_020)).isGreaterThan(3);
    }

    @Test
    void oneRunStandsInTheMiddle() {
        var a = lane(new Point(BEGIN, 10, null, 3));
        var at = TimelineGeometry.of(List.of(a), a, 216, 78);
        assertThat(at.x(BEGIN)).isCloseTo((at.left() + at.right()) / 2, within(1e-9));
        assertThat(at.y(10)).isBetween(at.top(), at.bottom());
    }

    @Test
    void hasRoomEvenWithoutAnyRoom() {
        var a = lane(point(0, 100));
        var at = TimelineGeometry.of(List.of(a), a, 0, 0);
        assertThat(at.right()).isGreaterThan(at.left());
        assertThat(at.bottom()).isGreaterThan(at.top());
    }
}

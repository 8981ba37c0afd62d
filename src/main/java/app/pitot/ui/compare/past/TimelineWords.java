package app.pitot.ui.compare.past;

import app.pitot.base.Texts;
import app.pitot.compare.Measure;
import app.pitot.statistics.Interval;
import app.pitot.ui.common.Format;
import app.pitot.ui.compare.past.Timeline.Point;
import app.pitot.ui.compare.past.Timeline.Series;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The same as the charts, in words and rows. */
final class TimelineWords {
    private TimelineWords() {}

    /** Who it is. */
    static String name(Series lane) {
        return Texts.get("past.lane", lane.facts().provider(), lane.facts().modelId());
    }

    /** All of a chart. */
    static String spoken(Measure measure, Series lane, ZoneId zone) {
        return name(lane) + ": " + lane.points().stream()
                .map(point -> Texts.get("past.spoken", when(point, zone), value(measure, point)))
                .collect(Collectors.joining("; "));
    }

    /** "2,951 tokens/s (2,900 to 3,010)". */
    static String value(Measure measure, Point point) {
        var median = ChangeWords.value(measure, point.median());
        return point.interval() == null
                ? median
                : Texts.get("past.value", median, interval(measure, point.interval()));
    }

    /** A row for each run of each lane, the first row with names. */
    static List<List<String>> rows(Timeline timeline, ZoneId zone) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(Texts.get("past.column.lane"), Texts.get("past.column.run"), Texts.get("past.column.median"),
                Texts.get("past.column.interval"), Texts.get("past.column.values")));
        for (var lane : timeline.lanes()) {
            for (var point : lane.points()) {
                rows.add(List.of(name(lane), when(point, zone),
                        ChangeWords.value(timeline.measure(), point.median()),
                        point.interval() == null
                                ? Format.UNKNOWN
                                : interval(timeline.measure(), point.interval()),
                        Format.count(point.values())));
            }
        }
        return rows;
    }

    private static String when(Point point, ZoneId zone) {
        return PastRun.moment(point.at(), zone);
    }

    private static String interval(Measure measure, Interval interval) {
        return Texts.get("past.interval", ChangeWords.brief(measure, interval.low()),
                ChangeWords.brief(measure, interval.high()));
    }
}

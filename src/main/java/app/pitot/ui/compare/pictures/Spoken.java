package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Lane;
import app.pitot.compare.Measure;
import app.pitot.compare.VerdictWords;
import app.pitot.ui.common.Format;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each picture in a few sentences, for a screen reader. */
final class Spoken {
    private Spoken() {}

    static String waterfall(Waterfall waterfall) {
        return sentences(Texts.get("pictures.waterfall"), waterfall.rows().stream().map(row -> row.whole() == null
                ? Texts.get("pictures.spoken.none", row.letter())
                : Texts.get("pictures.spoken.parts", row.letter(), Format.duration(row.whole()),
                        row.parts().entrySet().stream().map(part -> Texts.get("pictures.spoken.part",
                                part.getKey().words(), Format.duration(part.getValue())))
                                .collect(Collectors.joining(", ")))));
    }

    static String strips(Strips strips) {
        return sentences(Texts.get("pictures.strips", VerdictWords.name(strips.measure())), strips.rows().stream()
                .map(row -> row.median() == null
                        ? Texts.get("pictures.spoken.none", row.letter())
                        : Texts.get("pictures.spoken.median", row.letter(),
                                Quantities.value(strips.measure(), row.median()), row.dots().size())));
    }

    static String curves(Curves curves) {
        var measure = curves.bytes() ? Measure.TEXT_SPEED : Measure.OUTPUT_SPEED;
        return sentences(Texts.get("pictures.curves"), curves.lines().stream().map(line -> line.size() == 0
                ? Texts.get("pictures.spoken.none", line.letter())
                : Texts.get("pictures.spoken.curve", line.letter(), Quantities.value(measure, line.speeds()[0]),
                        Quantities.value(measure, line.speeds()[line.size() - 1]))));
    }

    static String intervals(Intervals intervals) {
        return intervals.rows().isEmpty()
                ? Texts.get("pictures.intervals.none")
                : sentences(Texts.get("pictures.intervals", Lane.letter(intervals.leader()),
                        VerdictWords.name(intervals.measure())),
                        intervals.rows().stream()
                                .map(row -> IntervalsGeometry.words(intervals, row)));
    }

    private static String sentences(String title, Stream<String> rest) {
        return Stream.concat(Stream.of(title), rest).collect(Collectors.joining(". "));
    }
}

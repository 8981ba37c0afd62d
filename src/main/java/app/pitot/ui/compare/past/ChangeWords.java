package app.pitot.ui.compare.past;

import app.pitot.base.Texts;
import app.pitot.compare.Change;
import app.pitot.compare.Change.LaneChange;
import app.pitot.compare.Lane;
import app.pitot.compare.Measure;
import app.pitot.ui.common.Format;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What changed between two runs, in sentences. */
final class ChangeWords {
    private static final double PERCENT = 100;

    private ChangeWords() {}

    static List<String> of(Change change, ZoneId zone) {
        var day = PastRun.apart(change.then().startedAt(), change.now().startedAt(), zone);
        var said = new ArrayList<String>();
        for (var lane : change.lanes()) {
            if (lane.ratio() != null) {
                said.add(lane(change, lane, day));
            }
        }
        if (!change.added().isEmpty()) {
            said.add(Texts.get("past.change.added", letters(change.added())));
        }
        if (!change.gone().isEmpty()) {
            said.add(Texts.get("past.change.gone", change.gone().stream()
                    .map(lane -> change.then().lanes().get(lane).modelId()).collect(Collectors.joining(", "))));
        }
        if (!change.cautions().isEmpty()) {
            said.add(Texts.get("past.change.cautions", change.cautions().stream().sorted()
                    .map(each -> Texts.get("past.change.caution." + key(each))).collect(Collectors.joining(", "))));
        }
        return said;
    }

    private static String lane(Change change, LaneChange lane, String day) {
        var letter = Lane.letter(lane.now());
        var from = value(change.measure(), lane.medianThen());
        var to = value(change.measure(), lane.medianNow());
        if (lane.interval() == null) {
            return Texts.get("past.change.few", letter, from, to, day);
        }
        double low = (lane.interval().low() - 1) * PERCENT;
        double high = (lane.interval().high() - 1) * PERCENT;
        return switch (lane.verdict()) {
            case FASTER -> Texts.get("past.change.faster", letter, percent((lane.ratio() - 1) * PERCENT), day,
                    percent(low), percent(high));
            case SLOWER -> Texts.get("past.change.slower", letter, percent((1 - lane.ratio()) * PERCENT), day,
                    percent(-high), percent(-low));
            case TIE -> Texts.get("past.change.tie", letter, day, signed(low), signed(high));
            case UNDECIDED, NOT_ENOUGH -> Texts.get("past.change.open", letter, day, signed(low), signed(high));
        };
    }

    /** "2,951 tokens/s", "142 ms". */
    static String value(Measure measure, Double value) {
        return switch (measure) {
            case OUTPUT_SPEED, END_TO_END_SPEED -> Texts.get("past.unit.tokens", Format.speed(value));
            case TEXT_SPEED -> Texts.get("past.unit.bytes", Format.speed(value));
            case TTFT, FIRST_ANSWER, TOTAL -> Format.duration(value);
        };
    }

    /** The same where its unit is said already, or is in sight: "2,951", "142 ms". */
    static String brief(Measure measure, double value) {
        return switch (measure) {
            case OUTPUT_SPEED, END_TO_END_SPEED, TEXT_SPEED -> Format.speed(value);
            case TTFT, FIRST_ANSWER, TOTAL -> Format.duration(value);
        };
    }

    private static String percent(double value) {
        return String.format(Locale.US, Math.abs(value) < 9.95 ? "%.1f" : "%.0f", value);
    }

    private static String signed(double value) {
        return (value < 0 ? "−" : "+") + percent(Math.abs(value));
    }

    private static String letters(List<Integer> lanes) {
        return lanes.stream().map(Lane::letter).collect(Collectors.joining(", "));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

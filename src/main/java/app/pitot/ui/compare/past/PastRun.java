package app.pitot.ui.compare.past;

import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.compare.Mode;
import app.pitot.ui.common.Format;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A run in the list.
 *
 * @param setId null without a set
 * @param at when it began
 * @param when the same in words
 * @param title its set's name, or how its prompt begins
 * @param what lanes, rounds and how it ended
 * @param verdict what it says; empty while that is not known
 */
public record PastRun(String id, String setId, Instant at, String when, String title, String what, String verdict) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.US);
    private static final int TITLE = 60;

    static PastRun of(Comparison head, ZoneId zone) {
        var state = head.state() == Comparison.State.RUNNING ? "cut" : head.state().name().toLowerCase(Locale.ROOT);
        var rounds = head.mode() == Mode.RACE
                ? Texts.get("past.race")
                : Texts.get("past.rounds", head.setup().rounds());
        var models = head.lanes().stream().map(lane -> lane.modelId()).collect(Collectors.joining(", "));
        return new PastRun(head.id(), head.setId(), head.startedAt(), moment(head.startedAt(), zone), title(head),
                Texts.get("past.what", rounds, Texts.get("past.state." + state), models), "");
    }

    PastRun with(String said) {
        return new PastRun(id, setId, at, when, title, what, said);
    }

    /** "14 Apr 2026, 14:02". */
    static String moment(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone)) + ", " + Format.time(at, zone);
    }

    /** What tells {@code at} from {@code other}: the day, or on the same day the moment. */
    static String apart(Instant at, Instant other, ZoneId zone) {
        var day = DAY.format(at.atZone(zone));
        return day.equals(DAY.format(other.atZone(zone))) ? moment(at, zone) : day;
    }

    private static String title(Comparison head) {
        if (head.name() != null && !head.name().isBlank()) {
            return head.name();
        }
        var line = head.setup().prompt().strip().lines().findFirst().orElse("");
        if (line.isEmpty()) {
            return Texts.get("past.untitled");
        }
        return line.codePointCount(0, line.length()) > TITLE
                ? line.substring(0, line.offsetByCodePoints(0, TITLE)).strip() + "…"
                : line;
    }
}

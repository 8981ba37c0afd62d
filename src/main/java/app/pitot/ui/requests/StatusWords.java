package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.RequestRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How a request stands, in words and with a colour that never says more than they do. */
final class StatusWords {
    /** What began longer ago and has no end will have none: no provider takes so long. */
    private static final Duration RUNS = Duration.ofHours(2);

    private StatusWords() {}

    /** What a colour stands for; the name of a style class. */
    enum Tone {
        GOOD, WARN, BAD, MUTED, ACCENT;

        String styleClass() {
            return "text-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** "Complete", "Rate limited". */
    static String of(Status status) {
        return Texts.get("requests.status." + status.name().toLowerCase(Locale.ROOT));
    }

    /** The same of one request, where a missing end tells more. */
    static String of(RequestRow row, Instant now) {
        return row.status() == Status.OPEN && !runs(row, now) ? Texts.get("requests.status.lost") : of(row.status());
    }

    static boolean runs(RequestRow row, Instant now) {
        return row.status() == Status.OPEN && row.startedAt().isAfter(now.minus(RUNS));
    }

    static Tone tone(Status status) {
        return switch (status) {
            case COMPLETE -> Tone.GOOD;
            case TRUNCATED -> Tone.WARN;
            case STOPPED -> Tone.MUTED;
            case LIMITED, TOO_LONG, REFUSED, FAILED -> Tone.BAD;
            case OPEN -> Tone.ACCENT;
        };
    }

    /** What happened, in a sentence; never empty. */
    static String sentence(RequestRow row, Instant now) {
        if (row.status() == Status.OPEN) {
            return Texts.get(runs(row, now) ? "requests.said.open" : "requests.said.lost");
        }
        if (!row.sent()) {
            return row.error() == null
                    ? Texts.get("requests.said.unsent")
                    : Texts.get("requests.said.unsent.why",
                            kind(row));
        }
        return switch (row.status()) {
            case COMPLETE -> row.finishReason() == null
                    ? Texts.get("requests.said.complete")
                    : Texts.get("requests.said.complete.reason", row.finishReason());
            case LIMITED -> row.limitedBy() == null
                    ? Texts.get("requests.said.limited")
                    : Texts.get("requests.said.limited.by", row.limitedBy());
            case TRUNCATED, STOPPED, TOO_LONG, REFUSED, FAILED, OPEN -> why(row);
        };
    }

    private static String why(RequestRow row) {
        var said = Texts.get("requests.said." + row.status().name().toLowerCase(Locale.ROOT));
        return row.error() == null
                ? Texts.get("requests.said.plain", said)
                : Texts.get("requests.said.why", said, kind(row));
    }

    /** The title under which the error stands in the chat. */
    private static String kind(RequestRow row) {
        var key = "error." + row.error().name().toLowerCase(Locale.ROOT) + ".title";
        return Texts.has(key) ? Texts.get(key) : row.error().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

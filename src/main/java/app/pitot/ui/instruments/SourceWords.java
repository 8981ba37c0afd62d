package app.pitot.ui.instruments;

import app.pitot.base.Provenance;
import app.pitot.base.Texts;
import app.pitot.provider.Plan;
import app.pitot.quota.WindowState;
import app.pitot.ui.common.Format;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Says where a figure comes from and how old it is. Ages count only while the window is on the move and for a minute at
 * most; then the time of day stands there, so that a window at rest needs no clock.
 *
 * @param now time of day of the snapshot
 * @param zone of the user
 * @param plan whose date a planned figure wears; null if unknown
 */
record SourceWords(Instant now, ZoneId zone, Plan plan) {
    static final long FRESH_MS = 60_000;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL uuuu", Locale.US);

    String of(WindowState w) {
        var source = effective(w);
        return switch (source) {
            case REPORTED -> reported(w);
            case PLANNED -> plan == null
                    ? Texts.get("instruments.source.plan")
                    : Texts.get("instruments.source.planned", MONTH.format(plan.asOf()));
            case PROJECTED, MEASURED, ESTIMATED, SET -> Texts.get("instruments.source.gauge." + source);
        };
    }

    /** Where the figure of {@code w} comes from. */
    Provenance kind(WindowState w) {
        return effective(w);
    }

    /** True if the provider stands behind the figure. */
    boolean firm(WindowState w) {
        var source = effective(w);
        return source == Provenance.REPORTED || source == Provenance.PROJECTED;
    }

    /** True while the words of {@code w} change by the second. */
    static boolean aging(WindowState w) {
        return effective(w) == Provenance.REPORTED && w.ageMs() != null && w.ageMs() < FRESH_MS && w.nextMs() != null;
    }

    private static Provenance effective(WindowState w) {
        return w.remaining() == null ? w.limitSource() : w.source();
    }

    private String reported(WindowState w) {
        if (w.ageMs() == null) {
            return Texts.get("instruments.source.reported");
        }
        return aging(w)
                ? Texts.get("instruments.source.reported.ago", Format.age(w.ageMs()))
                : Texts.get("instruments.source.reported.at", Format.time(now.minusMillis(w.ageMs()), zone));
    }
}

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
    /** An older time of day would be taken for one of today. */
    private static final long DAY_MS = 20 * 3_600_000L;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL uuuu", Locale.US);

    String of(WindowState w) {
        return stale(w) ? Texts.get("instruments.source.stale", plain(w)) : plain(w);
    }

    private String plain(WindowState w) {
        var source = kind(w);
        return switch (source) {
            case REPORTED -> reported(w);
            case PLANNED -> plan == null
                    ? Texts.get("instruments.source.plan")
                    : Texts.get("instruments.source.planned", MONTH.format(plan.asOf()));
            case PROJECTED, MEASURED, ESTIMATED, SET -> Texts.get("instruments.source.gauge." + source);
        };
    }

    /** Where the figure of {@code w} comes from. */
    static Provenance kind(WindowState w) {
        return w.remaining() == null ? w.limitSource() : w.source();
    }

    /** True if the provider stands behind the figure. */
    static boolean firm(WindowState w) {
        var source = kind(w);
        return source == Provenance.REPORTED || source == Provenance.PROJECTED;
    }

    /** True if the provider's word is older than the window is long: it says nothing of what the window holds now. */
    static boolean stale(WindowState w) {
        return firm(w) && w.ageMs() != null && w.ageMs() >= w.period().length().toMillis();
    }

    /** True while the words of {@code w} change by the second. */
    static boolean aging(WindowState w) {
        return kind(w) == Provenance.REPORTED && w.ageMs() != null && w.ageMs() < FRESH_MS && w.nextMs() != null;
    }

    private String reported(WindowState w) {
        if (w.ageMs() == null) {
            return Texts.get("instruments.source.reported");
        }
        if (aging(w)) {
            return Texts.get("instruments.source.reported.ago", Format.age(w.ageMs()));
        }
        var at = now.minusMillis(w.ageMs());
        return Texts.get("instruments.source.reported.at",
                w.ageMs() < DAY_MS ? Format.time(at, zone) : Format.day(at, zone));
    }
}

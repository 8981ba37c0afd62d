package app.pitot.ui.instruments;

import app.pitot.base.Texts;
import app.pitot.provider.Allowance;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import app.pitot.quota.WindowLabels;
import app.pitot.quota.WindowState;
import app.pitot.quota.WindowState.Level;
import app.pitot.quota.WindowState.Next;
import app.pitot.ui.common.Format;
import app.pitot.ui.controls.GaugeBar.Tone;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the windows of a snapshot into words and shares. */
final class GaugeFaces {
    /** What comes back within this time is drawn lighter. */
    static final double SOON_MS = 5_000;
    /** Up to so many gauges stand in full in a window 768 px high. */
    static final int ROOMY = 4;
    /** Above so many only the one that refuses first stands in full. */
    static final int CROWD = 6;

    private GaugeFaces() {}

    static List<GaugeFace> of(List<WindowState> windows, SourceWords sources) {
        return windows.stream().map(w -> face(w, windows, sources)).toList();
    }

    /** Where many windows stand, those that move slowly and do not decide give up their line; of very many, all others. */
    static boolean compact(WindowState w, int count) {
        return count > ROOMY && !w.binding() && (slow(w) || count > CROWD);
    }

    private static boolean slow(WindowState w) {
        return w.period() != Period.MINUTE;
    }

    private static GaugeFace face(WindowState w, List<WindowState> all, SourceWords sources) {
        var title = WindowLabels.title(w.metric(), w.period());
        var left = w.allowance() == Allowance.UNLIMITED ? "" : Format.amount(w.metric(), w.remaining());
        var compact = compact(w, all.size());
        var ofs = ofs(w, compact);
        var most = w.limit() == null ? left : Format.amount(w.metric(), w.limit());
        var tag = w.binding()
                ? Texts.get(w.level() == Level.EXHAUSTED ? "instruments.refuses" : "instruments.binding")
                : null;
        var word = word(w, compact);
        var next = next(w);
        var source = sources.of(w);
        var spoken = Stream.of(title, left + " " + ofs.getFirst(), tag, word, next, source)
                .filter(Objects::nonNull).filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
        return new GaugeFace(w.metric(), w.period(), titles(w, title), w.binding(), slow(w), compact, left, ofs, most,
                used(w), refill(w), share(w, w.reserved()), tone(w), word, tag, next, source,
                SourceWords.firm(w), SourceWords.stale(w),
                GaugeHelp.of(w, title, left + " " + ofs.getFirst(), next, source), spoken);
    }

    /** Only uncached tokens have a title too long to stand beside a tag. */
    private static List<String> titles(WindowState w, String title) {
        var shorter = "instruments.window.short." + w.metric() + "." + w.period();
        return Texts.has(shorter) ? List.of(title, Texts.get(shorter)) : List.of(title);
    }

    private static List<String> ofs(WindowState w, boolean compact) {
        var limit = w.limit();
        if (w.allowance() == Allowance.UNLIMITED) {
            return List.of(Texts.get("instruments.unlimited"));
        }
        if (w.allowance() == Allowance.BLOCKED) {
            // In full it stands in the line below, beside the tag.
            return compact
                    ? List.of(Texts.get("instruments.blocked"), Texts.get("instruments.blocked.short"), "")
                    : List.of("");
        }
        if (limit == null) {
            return List.of(Texts.get("instruments.left"), "");
        }
        var count = Format.amount(w.metric(), limit);
        if (w.metric() == Metric.USD) {
            return List.of(Texts.get("instruments.of", count), Texts.get("instruments.of.short", count), "");
        }
        return List.of(Texts.get("instruments.of", count), Texts.get("instruments.of.short", count),
                Texts.get("instruments.of.short", Format.shortCount(limit)), "");
    }

    private static String word(WindowState w, boolean compact) {
        if (w.allowance() == Allowance.BLOCKED) {
            return compact ? null : Texts.get("instruments.blocked");
        }
        return pressing(w.level()) ? Texts.get("instruments.level." + w.level().name()) : null;
    }

    private static boolean pressing(Level level) {
        return level == Level.AMBER || level == Level.RED || level == Level.EXHAUSTED;
    }

    private static Tone tone(WindowState w) {
        if (w.limit() == null || w.remaining() == null) {
            return Tone.UNKNOWN;
        }
        if (SourceWords.stale(w)) {
            return Tone.STALE;
        }
        return switch (w.level()) {
            case NORMAL -> Tone.NORMAL;
            case AMBER -> Tone.AMBER;
            case RED, EXHAUSTED -> Tone.RED;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }

    private static double share(WindowState w, Long amount) {
        return amount == null || w.limit() == null || w.limit() == 0
                ? 0
                : Math.clamp((double) amount / w.limit(), 0, 1);
    }

    /** Where there is nothing to have, all of it is gone. */
    private static double used(WindowState w) {
        return w.allowance() == Allowance.BLOCKED ? 1 : share(w, w.used());
    }

    private static double refill(WindowState w) {
        var used = share(w, w.used());
        if (w.refill() == Refill.CONTINUOUS) {
            return Math.min(used, SOON_MS / w.period().length().toMillis());
        }
        return w.next() == Next.RESET && w.nextMs() != null && w.nextMs() <= SOON_MS ? used : 0;
    }

    private static String next(WindowState w) {
        if (w.next() != Next.NOTHING && w.nextMs() != null) {
            return Texts.get("instruments.next." + w.next(), Format.countdown(Cadence.shown(w.nextMs())));
        }
        var untouched = w.allowance() == Allowance.LIMITED && w.limit() != null && w.limit().equals(w.remaining());
        return untouched ? Texts.get("instruments.next.full") : "";
    }
}

package app.pitot.ui.instruments;

import app.pitot.base.Texts;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
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

    private GaugeFaces() {}

    static List<GaugeFace> of(List<WindowState> windows, SourceWords sources) {
        return windows.stream().map(w -> face(w, windows, sources)).toList();
    }

    /** Requests per hour or day move slowly and seldom decide: they give way first. */
    static boolean compact(WindowState w, int count) {
        if (w.binding() || count <= ROOMY || pressing(w.level())) {
            return false;
        }
        return w.metric() == Metric.REQUESTS && w.period() != Period.MINUTE
                || count > ROOMY + 2 && w.period() == Period.HOUR;
    }

    private static GaugeFace face(WindowState w, List<WindowState> all, SourceWords sources) {
        var title = title(w, all);
        var left = Format.count(w.remaining());
        var of = w.limit() == null
                ? Texts.get("instruments.left")
                : Texts.get("instruments.of", Format.count(w.limit()));
        var tag = w.binding()
                ? Texts.get(w.level() == Level.EXHAUSTED ? "instruments.refuses" : "instruments.binding")
                : null;
        var word = pressing(w.level()) ? Texts.get("instruments.level." + w.level().name()) : null;
        var next = next(w);
        var source = sources.of(w);
        var spoken = Stream.of(title, left + " " + of, tag, word, next, source)
                .filter(Objects::nonNull).filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
        return new GaugeFace(title, w.binding(), compact(w, all.size()), left, of, share(w, w.used()), refill(w),
                share(w, w.reserved()), tone(w), word, tag, next, source, sources.firm(w), help(w), spoken);
    }

    private static String title(WindowState w, List<WindowState> all) {
        var alone = all.stream().filter(o -> o.period() == w.period()).count() == 1;
        if (alone && w.period() == Period.DAY && w.metric() == Metric.TOKENS) {
            return Texts.get("instruments.window.day");
        }
        return Texts.get("instruments.window." + w.metric() + "." + w.period());
    }

    private static boolean pressing(Level level) {
        return level == Level.AMBER || level == Level.RED || level == Level.EXHAUSTED;
    }

    private static Tone tone(WindowState w) {
        if (w.limit() == null || w.remaining() == null) {
            return Tone.UNKNOWN;
        }
        return switch (w.level()) {
            case NORMAL -> Tone.NORMAL;
            case AMBER -> Tone.AMBER;
            case RED, EXHAUSTED -> Tone.RED;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }

    private static double share(WindowState w, Long amount) {
        return amount == null || w.limit() == null ? 0 : Math.clamp((double) amount / w.limit(), 0, 1);
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
            return Texts.get("instruments.next." + w.next(), Format.countdown(w.nextMs()));
        }
        var untouched = w.limit() != null && w.limit().equals(w.remaining());
        return untouched ? Texts.get("instruments.next.full") : "";
    }

    private static String help(WindowState w) {
        return Texts.get("instruments.help.window." + w.metric()) + "\n"
                + Texts.get("instruments.help.refill." + w.refill()) + "\n" + Texts.get("instruments.help.bar");
    }
}

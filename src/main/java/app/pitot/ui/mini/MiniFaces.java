package app.pitot.ui.mini;

import app.pitot.base.Texts;
import app.pitot.ui.common.Format;
import app.pitot.ui.controls.GaugeBar.Tone;
import app.pitot.ui.instruments.DayFace;
import app.pitot.ui.instruments.GaugeFace;
import app.pitot.ui.instruments.SpeedFace;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses from the instruments what fits a corner of the screen. */
final class MiniFaces {
    /** Shares such as 0.29 end a hair below the whole percent they stand for. */
    private static final double HAIR = 1e-9;

    private MiniFaces() {}

    static MiniFace of(List<GaugeFace> gauges, DayFace day, SpeedFace speed) {
        var window = window(gauges);
        var today = day(day);
        var note = speed.note() == null ? "" : speed.note();
        var spoken = Stream
                .of(words(window), words(today), Texts.get("mini.speed.spoken", speed.figure()), note)
                .filter(each -> !each.isEmpty()).collect(Collectors.joining(". "));
        return new MiniFace(window, today, speed.figure(), speed.quiet(), note, speed.stalled(), spoken);
    }

    private static MiniFace.Row window(List<GaugeFace> gauges) {
        var first = gauges.stream().filter(GaugeFace::binding).findFirst()
                .or(() -> gauges.stream().findFirst()).orElse(null);
        if (first == null) {
            return new MiniFace.Row(Texts.get("mini.window.none"), Format.UNKNOWN, "", "", 0, 0, 0, Tone.UNKNOWN);
        }
        var word = first.word() == null
                ? first.next()
                : first.next().isEmpty() ? first.word() : Texts.get("mini.word.next", first.word(), first.next());
        return new MiniFace.Row(first.title(), first.left(), first.ofs().getFirst(), word, first.used(), first.refill(),
                first.held(), first.tone());
    }

    private static MiniFace.Row day(DayFace day) {
        var title = Texts.get(day.own() ? "mini.day.own" : "mini.day");
        var curve = day.curve();
        if (curve == null) {
            return new MiniFace.Row(title, Format.UNKNOWN, "", "", 0, 0, 0, Tone.UNKNOWN);
        }
        if (curve.limit() == null) {
            return new MiniFace.Row(title, day.used(), Texts.get("mini.day.used"), day.headline(), 0,
                    0, 0, Tone.UNKNOWN);
        }
        double share = curve.limit() == 0 ? 1 : Math.clamp((double) curve.usedNow() / curve.limit(), 0, 1);
        return new MiniFace.Row(title, percent(share), Texts.get("mini.day.used"), day.headline(), share, 0, 0,
                switch (day.tone()) {
                    case CALM -> Tone.NORMAL;
                    case WARN -> Tone.AMBER;
                    case BAD -> Tone.RED;
                });
    }

    /** Whole percent, rounded down as on the page of budgets: what is not all gone is never called 100. */
    static String percent(double share) {
        long whole = (long) (share * 100 + HAIR);
        return whole == 0 && share > 0 ? Texts.get("mini.percent.few") : Texts.get("mini.percent", whole);
    }

    private static String words(MiniFace.Row row) {
        return Stream.of(row.words(), row.word()).map(String::strip)
                .filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
    }
}

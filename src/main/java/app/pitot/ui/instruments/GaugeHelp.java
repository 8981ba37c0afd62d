package app.pitot.ui.instruments;

import app.pitot.base.Texts;
import app.pitot.quota.WindowState;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains one gauge: its figures, their formula in words, when they change and who says so. */
final class GaugeHelp {
    private GaugeHelp() {}

    /**
     * @param title the window's full name
     * @param figures as beside the title
     * @param next as in the line below; may be empty
     * @param source as in the line below
     */
    static String of(WindowState w, String title, String figures, String next, String source) {
        var lines = new ArrayList<String>();
        lines.add(title + ": " + figures);
        lines.add(Stream.of(next, source).filter(s -> !s.isEmpty()).collect(Collectors.joining(" · ")));
        if (w.binding()) {
            lines.add(Texts.get("instruments.help.binding"));
        }
        lines.add(Texts.get("instruments.help.window." + w.metric()));
        lines.add(Texts.get("instruments.help.left") + " " + Texts.get("instruments.help.refill." + w.refill()));
        lines.add(Texts.get("instruments.help.source." + SourceWords.kind(w)));
        if (SourceWords.stale(w)) {
            lines.add(Texts.get("instruments.help.stale"));
        }
        lines.add(Texts.get("instruments.help.bar"));
        lines.add(Texts.get("instruments.help.open"));
        return String.join("\n", lines);
    }
}

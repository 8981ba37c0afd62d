package app.pitot.ui.instruments;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.ui.controls.GaugeBar;
import java.util.List;

/**
 * What one gauge shows.
 *
 * @param metric what the window counts
 * @param period over which it counts
 * @param titles such as "Tokens / min", the full one first, shorter ones for want of room
 * @param binding it would refuse first
 * @param slow its window is longer than a minute
 * @param compact without the line below
 * @param left the figure
 * @param ofs rest of that line, the full one first: "of 60,000 left"
 * @param most the figure at its longest
 * @param used share of the limit, 0 to 1
 * @param refill share that comes back within seconds, part of {@code used}
 * @param held share held by requests in flight
 * @param tone colour of bar and word
 * @param word what the colour means, or null while all is well
 * @param tag "refuses first", or null
 * @param next when it changes for the better; may be empty
 * @param source where the figure comes from, with its age
 * @param firm true if the source is the provider, now or carried forward
 * @param stale the provider's word is older than the window is long
 * @param help what the gauge is and where its figures come from, for a tooltip
 * @param spoken all of it for a screen reader
 */
public record GaugeFace(Metric metric, Period period, List<String> titles, boolean binding, boolean slow,
        boolean compact, String left,
        List<String> ofs, String most, double used, double refill, double held, GaugeBar.Tone tone, String word,
        String tag, String next, String source, boolean firm, boolean stale, String help, String spoken) {
    public GaugeFace {
        titles = List.copyOf(titles);
        ofs = List.copyOf(ofs);
    }

    /** The full title. */
    public String title() {
        return titles.getFirst();
    }

    /** The same gauge with the words of {@code other}: they tick more slowly than its bar. */
    GaugeFace withLineOf(GaugeFace other) {
        return new GaugeFace(metric, period, titles, binding, slow, compact, left, ofs, most, used, refill, held, tone,
                word, tag,
                other.next, other.source, firm, stale, other.help, other.spoken);
    }
}

package app.pitot.ui.instruments;

import app.pitot.ui.controls.GaugeBar;

/**
 * What one gauge shows.
 *
 * @param title such as "Tokens / min"
 * @param binding it would refuse first
 * @param compact one line instead of three
 * @param left the figure, @param of the rest of that line: "of 60,000 left"
 * @param used share of the limit, 0 to 1
 * @param refill share that comes back within seconds, part of {@code used}
 * @param held share held by requests in flight
 * @param tone colour of bar and word
 * @param word what the colour means, or null while all is well
 * @param tag "refuses first", or null
 * @param next when it changes for the better; may be empty
 * @param source where the figure comes from, with its age
 * @param firm true if the source is the provider, now or carried forward
 * @param help what the gauge is, for a tooltip
 * @param spoken all of it for a screen reader
 */
public record GaugeFace(String title, boolean binding, boolean compact, String left, String of, double used,
        double refill, double held, GaugeBar.Tone tone, String word, String tag, String next, String source,
        boolean firm, String help, String spoken) {
    /** The same gauge with the line below of {@code other}: its words tick more slowly than its bar. */
    GaugeFace withLineOf(GaugeFace other) {
        return new GaugeFace(title, binding, compact, left, of, used, refill, held, tone, word, tag, other.next,
                other.source, firm, help, other.spoken);
    }
}

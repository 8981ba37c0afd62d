package app.pitot.ui.instruments;

import java.util.List;

/**
 * What the panel says of an account's key: money and free requests, as the provider reports them.
 *
 * @param lines never empty
 * @param source where the figures come from and how old they are
 * @param tone how urgent it is
 */
public record KeyFace(List<Line> lines, String source, DayFace.Tone tone) {
    public KeyFace {
        lines = List.copyOf(lines);
    }

    /** One figure with what it is. */
    public record Line(String what, String figure) {}
}

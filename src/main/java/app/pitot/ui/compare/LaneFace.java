package app.pitot.ui.compare;

/**
 * What a lane shows beside its text.
 *
 * @param state of the request, in a word or two; empty for nothing
 * @param tone of that word
 * @param speed output tokens per second, an en dash if unknown
 * @param dim true if the speed is not that of a reply that streams or just ended whole
 * @param unit behind the speed
 * @param foot TTFT, tokens and cost; empty if nothing is known
 */
public record LaneFace(String state, Tone tone, String speed, boolean dim, String unit, String foot) {
    /** How the state is coloured; the word says the same. */
    public enum Tone {
        NEUTRAL, GOOD, CAREFUL, BAD
    }
}

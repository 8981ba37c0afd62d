package app.pitot.compare;

import java.util.List;

/**
 * What is compared: everything needed to do it again.
 *
 * @param mode how the lanes share the time
 * @param systemPrompt never null; blank for none
 * @param prompt never null
 * @param lanes in the order of their letters, at most {@link #MOST_LANES}
 * @param rounds measured requests of each lane, 1 to {@link #MOST_ROUNDS}; without effect in a race
 * @param nonce true if each request begins with another few letters, so that no cache of prompts knows it
 * @param warmUp true if connections are opened and a round is thrown away before the first that counts
 * @param untilPrecise true if no more rounds are made once the output speed of every pair is known within 5 % either way, which
 *        favours nobody; without effect in a race
 */
public record ComparisonSetup(Mode mode, String systemPrompt, String prompt, List<LaneSetup> lanes, int rounds,
        boolean nonce, boolean warmUp, boolean untilPrecise) {
    public static final int MOST_LANES = 8;
    public static final int FEWEST_LANES = 2;
    public static final int MOST_ROUNDS = 300;
    public static final int USUAL_ROUNDS = 12;

    /** Nothing is chosen yet. */
    public static final ComparisonSetup NONE = new ComparisonSetup(Mode.ROUNDS, "", "", List.of(), USUAL_ROUNDS, true,
            true);

    public ComparisonSetup {
        lanes = List.copyOf(lanes);
    }

    /** All rounds are made. */
    public ComparisonSetup(Mode mode, String systemPrompt, String prompt, List<LaneSetup> lanes, int rounds,
            boolean nonce, boolean warmUp) {
        this(mode, systemPrompt, prompt, lanes, rounds, nonce, warmUp, false);
    }
}

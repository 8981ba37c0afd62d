package app.pitot.ui.compare.answers;

import app.pitot.compare.difference.Difference;
import app.pitot.ui.transcript.Notice;

/**
 * One lane's answer in the round that is shown.
 *
 * @param lane index, from 0
 * @param letter of the lane; a number while names are hidden
 * @param provider empty while hidden
 * @param model empty while hidden
 * @param text never null; empty if none came
 * @param reasoning never null
 * @param facts length, tokens and how it ended, in one line; empty if there is no answer
 * @param notice what went wrong or is missing; null for nothing
 * @param difference from the answer that it is compared with; null while that is not asked for or not found yet, and for that
 *        answer itself
 * @param base true if the others are compared with it
 * @param chosen true if it was found best
 */
public record Answer(int lane, String letter, String provider, String model, String text, String reasoning,
        String facts, Notice notice, Difference difference, boolean base, boolean chosen) {
    /** The same with the difference. */
    Answer with(Difference found) {
        return new Answer(lane, letter, provider, model, text, reasoning, facts, notice, found, base, chosen);
    }

    /** Who gave it, in words. */
    public String who() {
        return model.isEmpty() ? letter : letter + " " + provider + " " + model;
    }
}

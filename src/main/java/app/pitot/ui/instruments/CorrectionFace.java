package app.pitot.ui.instruments;

/**
 * A limit that the provider states otherwise than the plan, or what came of it.
 *
 * @param brief the same as {@code sentence} in a few words
 * @param sentence what the two say, or what was done
 * @param use takes the provider's figure over; null if that is done
 * @param keep stays with the plan's; null if that is done
 * @param undo takes back what was done; null while nothing was
 * @param help what the buttons do
 */
public record CorrectionFace(String brief, String sentence, String use, String keep, String undo, String help) {}

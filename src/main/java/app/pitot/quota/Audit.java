package app.pitot.quota;

/**
 * What requests set aside, beside what they used: with a smaller cap, more of them fit.
 *
 * @param reserved tokens that the last request set aside
 * @param used tokens that it took in the end
 * @param replies how many replies the suggestion rests on
 * @param suggestedMaxTokens a cap that nearly all of those replies would have kept to; null if there are too few, or if it
 *     would save less than a fifth of the present cap
 */
public record Audit(long reserved, long used, int replies, Integer suggestedMaxTokens) {}

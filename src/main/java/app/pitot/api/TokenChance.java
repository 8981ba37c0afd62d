package app.pitot.api;

import java.util.List;

/**
 * How sure the model was of one token.
 *
 * @param token as text, cleaned
 * @param logprob natural logarithm of its probability, 0 or less
 * @param others what else could have stood there, most likely first; may be empty
 */
public record TokenChance(String token, double logprob, List<Other> others) {
    public TokenChance {
        others = List.copyOf(others);
    }

    /** One alternative. */
    public record Other(String token, double logprob) {}
}

package app.pitot.api;

import java.util.List;

/**
 * What the user set for a request beside its text. Null and empty values are not sent.
 *
 * @param temperature 0 to 2
 * @param topP above 0, to 1
 * @param maxTokens cap on the completion, at least 1
 * @param seed any number
 * @param stop texts before which the model stops, at most four in most places; never null
 * @param reasoningEffort a word that the model knows, such as {@code low}
 * @param responseFormat the form of the answer
 * @param topLogprobs 0 to 20: asks for token probabilities with so many alternatives
 * @param tools JSON text of the array of tool definitions
 * @param toolChoice {@code auto}, {@code none}, {@code required}, or the name of one tool
 * @param extraBody JSON text of an object whose fields are added to the body; what the fields above set wins
 */
public record ChatParameters(Double temperature, Double topP, Integer maxTokens, Long seed, List<String> stop,
        String reasoningEffort, ResponseFormat responseFormat, Integer topLogprobs, String tools, String toolChoice,
        String extraBody) {
    /** Nothing is set. */
    public static final ChatParameters NONE = new ChatParameters(null, null, null, null, List.of(), null, null, null,
            null, null, null);

    public ChatParameters {
        stop = List.copyOf(stop);
    }

    /** With nothing else set. */
    public static ChatParameters of(Double temperature, Integer maxTokens) {
        return new ChatParameters(temperature, null, maxTokens, null, List.of(), null, null, null, null, null, null);
    }
}

package app.pitot.provider;

import java.util.Map;

/**
 * What requests to a provider look like beyond what all have. Nothing of it is ever sent to another provider.
 *
 * @param completionCap true to cap the output under {@code max_completion_tokens}, false under {@code max_tokens}
 * @param asksUsage true to send {@code stream_options.include_usage}, false where usage comes unasked
 * @param headers names and values that identify the app, such as {@code X-OpenRouter-Title}; may be empty
 */
public record WireRules(boolean completionCap, boolean asksUsage, Map<String, String> headers) {
    /** For an endpoint of which nothing is known. */
    public static final WireRules PLAIN = new WireRules(false, true, Map.of());

    public WireRules {
        headers = Map.copyOf(headers);
    }
}

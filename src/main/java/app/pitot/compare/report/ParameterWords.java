package app.pitot.compare.report;

import app.pitot.api.ChatParameters;
import java.util.ArrayList;
import java.util.List;

/** What is set in a lane, as the endpoint calls it; long texts by their names alone. */
final class ParameterWords {
    private ParameterWords() {}

    /** Empty if nothing is set. */
    static String of(ChatParameters set) {
        var said = new ArrayList<String>();
        add(said, "temperature", set.temperature());
        add(said, "top_p", set.topP());
        add(said, "max_tokens", set.maxTokens());
        add(said, "seed", set.seed());
        add(said, "reasoning_effort", set.reasoningEffort());
        add(said, "top_logprobs", set.topLogprobs());
        addName(said, "stop", !set.stop().isEmpty());
        addName(said, "response_format", set.responseFormat() != null);
        addName(said, "tools", set.tools() != null);
        addName(said, "extra_body", set.extraBody() != null);
        return String.join(", ", said);
    }

    private static void add(List<String> said, String name, Object value) {
        if (value != null) {
            said.add(name + " " + value);
        }
    }

    private static void addName(List<String> said, String name, boolean set) {
        if (set) {
            said.add(name);
        }
    }
}

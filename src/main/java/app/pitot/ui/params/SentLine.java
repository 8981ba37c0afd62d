package app.pitot.ui.params;

import app.pitot.api.ResponseFormat;
import app.pitot.base.Texts;
import app.pitot.history.Setup;
import app.pitot.ui.common.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in one line what of the parameters will be sent, so that nobody need wonder about the rest. */
public final class SentLine {
    private SentLine() {}

    public static String of(Setup setup) {
        var parts = new ArrayList<String>();
        var set = setup.parameters();
        if (!setup.systemPrompt().isBlank()) {
            parts.add(Texts.get("param.sent.system"));
        }
        add(parts, "temperature", set.temperature());
        add(parts, "top_p", set.topP());
        add(parts, "max_tokens", set.maxTokens() == null ? null : Format.count(set.maxTokens()));
        add(parts, "seed", set.seed());
        add(parts, "stop", set.stop().isEmpty() ? null : set.stop().size());
        add(parts, "effort", set.reasoningEffort());
        add(parts, "format", set.responseFormat() == null ? null : words(set.responseFormat().kind()));
        add(parts, "logprobs", set.topLogprobs());
        if (set.tools() != null) {
            parts.add(Texts.get("param.sent.tools", ToolDefinitions.of(set.tools()).names().size()));
            add(parts, "tool_choice", set.toolChoice());
        }
        if (set.extraBody() != null) {
            parts.add(Texts.get("param.sent.extra"));
        }
        return parts.isEmpty() ? Texts.get("param.sent.none") : Texts.get("param.sent", String.join(" · ", parts));
    }

    static String words(ResponseFormat.Kind kind) {
        return Texts.get("param.format." + kind.name().toLowerCase(Locale.ROOT));
    }

    private static void add(List<String> parts, String name, Object value) {
        if (value != null) {
            parts.add(Texts.get("param.sent." + name, value.toString()));
        }
    }
}

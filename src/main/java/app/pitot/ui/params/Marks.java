package app.pitot.ui.params;

import app.pitot.api.ChatParameters;
import app.pitot.api.ResponseFormat.Kind;
import app.pitot.base.Texts;
import app.pitot.provider.Capability;
import app.pitot.provider.RequestRules;
import app.pitot.ui.offer.ModelChoice;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the selected model is known not to take. Nothing is hidden for it, since our facts may be out of date. */
final class Marks {
    /** Words that most models which reason take. */
    private static final List<String> EFFORTS = List.of("low", "medium", "high");

    private Marks() {}

    /** A sentence for each field that is set and known not to be taken; {@code choice} may be null. */
    static Map<Field, String> of(ModelChoice choice, ChatParameters set) {
        var marks = new EnumMap<Field, String>(Field.class);
        if (choice == null) {
            return marks;
        }
        var model = choice.model().id();
        var can = choice.model().extras().capabilities();
        var format = set.responseFormat();
        if (set.reasoningEffort() != null) {
            var efforts = choice.model().extras().efforts();
            if (!efforts.isEmpty() && !efforts.contains(set.reasoningEffort())) {
                marks.put(Field.EFFORT, Texts.get("param.mark.effort", model, String.join(", ", efforts)));
            } else if (Boolean.FALSE.equals(choice.model().reasons())) {
                marks.put(Field.EFFORT, Texts.get("param.mark.reasoning", model));
            }
        }
        var provider = choice.account().provider();
        marks.putAll(byProvider(provider.name(), provider.requests(), set));
        if (can != null && set.tools() != null && !can.contains(Capability.TOOLS)) {
            marks.put(Field.TOOLS, Texts.get("param.mark.tools", model));
        }
        if (can != null && format != null && lacks(can, format.kind())) {
            marks.put(Field.FORMAT, Texts.get("param.mark.format", model, SentLine.words(format.kind())));
        }
        return marks;
    }

    private static Map<Field, String> byProvider(String name, RequestRules rules, ChatParameters set) {
        var marks = new EnumMap<Field, String>(Field.class);
        sent(set).forEach((field, wire) -> {
            if (rules.refused().contains(wire)) {
                marks.put(field, Texts.get("param.mark.refused", name));
            }
        });
        if (rules.maxStops() != null && set.stop().size() > rules.maxStops()) {
            marks.put(Field.STOP, Texts.get("param.mark.stops", name, rules.maxStops()));
        }
        var format = set.responseFormat();
        if (format != null && format.kind() == Kind.JSON && !rules.streamsJson()) {
            marks.put(Field.FORMAT, Texts.get("param.mark.stream", name));
        }
        if (format != null && format.kind() != Kind.TEXT && set.tools() != null && !rules.toolsWithFormat()) {
            marks.put(Field.TOOLS, Texts.get("param.mark.both", name));
        }
        if (format != null && format.schema() != null && rules.maxSchemaChars() != null
                && format.schema().length() > rules.maxSchemaChars()) {
            marks.put(Field.SCHEMA, Texts.get("param.mark.schema", name, rules.maxSchemaChars()));
        }
        if (set.tools() != null && rules.maxTools() != null && set.tools().length() <= ParameterChecks.LONGEST
                && ToolDefinitions.of(set.tools()).names().size() > rules.maxTools()) {
            marks.put(Field.TOOLS, Texts.get("param.mark.many", name, rules.maxTools()));
        }
        return marks;
    }

    /** What is set, by its name on the wire. */
    private static Map<Field, String> sent(ChatParameters set) {
        var sent = new EnumMap<Field, String>(Field.class);
        put(sent, Field.TEMPERATURE, set.temperature(), "temperature");
        put(sent, Field.TOP_P, set.topP(), "top_p");
        put(sent, Field.SEED, set.seed(), "seed");
        put(sent, Field.STOP, set.stop().isEmpty() ? null : set.stop(), "stop");
        put(sent, Field.EFFORT, set.reasoningEffort(), "reasoning_effort");
        put(sent, Field.FORMAT, set.responseFormat(), "response_format");
        put(sent, Field.LOGPROBS, set.topLogprobs(), "logprobs");
        put(sent, Field.TOOLS, set.tools(), "tools");
        put(sent, Field.TOOL_CHOICE, set.toolChoice(), "tool_choice");
        return sent;
    }

    private static void put(Map<Field, String> sent, Field field, Object value, String name) {
        if (value != null) {
            sent.put(field, name);
        }
    }

    /** The words to offer for the reasoning effort. */
    static List<String> efforts(ModelChoice choice) {
        var known = choice == null ? List.<String>of() : choice.model().extras().efforts();
        if (!known.isEmpty() || choice == null) {
            return known.isEmpty() ? EFFORTS : known;
        }
        var anywhere = choice.account().provider().requests().efforts();
        return anywhere.isEmpty() ? EFFORTS : anywhere;
    }

    private static boolean lacks(java.util.Set<Capability> can, Kind kind) {
        return kind == Kind.JSON && !can.contains(Capability.JSON)
                || kind == Kind.SCHEMA && !can.contains(Capability.SCHEMA);
    }
}

package app.pitot.ui.params;

import app.pitot.api.ChatParameters;
import app.pitot.api.JsonText;
import app.pitot.api.JsonText.Kind;
import app.pitot.api.ResponseFormat;
import app.pitot.base.Texts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what would be refused at once, or never reach the endpoint, before anything is sent. */
public final class ParameterChecks {
    /** Longest JSON text that a parameter may be, in UTF-16 units. */
    static final int LONGEST = 512 * 1024;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SCHEMA_NAME = "[A-Za-z0-9_-]{1,64}";

    private ParameterChecks() {}

    /** What must be mended before anything is sent, in the order of the pane; empty if all is well. */
    static List<Problem> of(ChatParameters set) {
        var problems = new ArrayList<Problem>();
        schema(set.responseFormat(), problems);
        if (set.tools() != null) {
            var tools = set.tools().length() > LONGEST ? null : ToolDefinitions.of(set.tools());
            if (tools == null) {
                problems.add(new Problem(Field.TOOLS, tooLong()));
            } else if (tools.problem() != null) {
                problems.add(new Problem(Field.TOOLS, tools.problem(), tools.syntax()));
            } else if (set.toolChoice() != null && !tools.names().contains(set.toolChoice())
                    && !Set.of("auto", "none", "required").contains(set.toolChoice())) {
                problems.add(new Problem(Field.TOOL_CHOICE, Texts.get("param.tool_choice.unknown")));
            }
        }
        json(Field.EXTRA, set.extraBody(), problems);
        return problems;
    }

    /** Fields of {@code extraBody} that are not sent, because something else sets them; empty if it is no JSON object. */
    static Set<String> ignored(ChatParameters set) {
        var ignored = new LinkedHashSet<String>();
        if (set.extraBody() == null || set.extraBody().length() > LONGEST
                || JsonText.check(set.extraBody(), Kind.OBJECT).isPresent()) {
            return ignored;
        }
        try {
            MAPPER.readTree(set.extraBody()).fieldNames().forEachRemaining(ignored::add);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("was JSON a moment ago", e);
        }
        ignored.retainAll(taken(set));
        return ignored;
    }

    /** A problem of JSON with its place. */
    static String words(JsonText.Problem problem) {
        return Texts.get("param.json.at", problem.message(), problem.line(), problem.column());
    }

    private static void schema(ResponseFormat format, List<Problem> problems) {
        if (format == null || format.kind() != ResponseFormat.Kind.SCHEMA) {
            return;
        }
        if (format.schema() == null || format.schema().isBlank()) {
            problems.add(new Problem(Field.SCHEMA, Texts.get("param.schema.missing")));
        } else {
            json(Field.SCHEMA, format.schema(), problems);
        }
        if (!format.name().matches(SCHEMA_NAME)) {
            problems.add(new Problem(Field.SCHEMA, Texts.get("param.schema.name.bad")));
        }
    }

    private static void json(Field field, String text, List<Problem> problems) {
        if (text != null && text.length() > LONGEST) {
            problems.add(new Problem(field, tooLong()));
        } else if (text != null) {
            JsonText.check(text, Kind.OBJECT).ifPresent(wrong -> problems.add(new Problem(field, words(wrong), true)));
        }
    }

    private static String tooLong() {
        return Texts.get("param.json.long", LONGEST / 1024);
    }

    private static Set<String> taken(ChatParameters set) {
        var taken = new LinkedHashSet<>(List.of("model", "messages", "stream", "stream_options"));
        add(taken, set.temperature(), "temperature");
        add(taken, set.topP(), "top_p");
        add(taken, set.maxTokens(), "max_tokens", "max_completion_tokens");
        add(taken, set.seed(), "seed");
        add(taken, set.stop().isEmpty() ? null : set.stop(), "stop");
        add(taken, set.reasoningEffort(), "reasoning_effort");
        add(taken, set.responseFormat(), "response_format");
        add(taken, set.topLogprobs(), "logprobs", "top_logprobs");
        add(taken, set.tools(), "tools");
        add(taken, set.toolChoice(), "tool_choice");
        return taken;
    }

    private static void add(Set<String> taken, Object value, String... names) {
        if (value != null) {
            taken.addAll(List.of(names));
        }
    }
}

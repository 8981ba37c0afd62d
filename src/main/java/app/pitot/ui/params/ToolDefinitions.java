package app.pitot.ui.params;

import app.pitot.api.Harmless;
import app.pitot.api.JsonText;
import app.pitot.api.JsonText.Kind;
import app.pitot.base.Texts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tools that a user defined, as far as every endpoint agrees on them.
 *
 * @param names of the functions, in order; only those before the first trouble
 * @param problem one sentence; null if there is none
 * @param syntax true if the text is no JSON array at all
 */
public record ToolDefinitions(List<String> names, String problem, boolean syntax) {
    /** More than any provider takes. */
    static final int MOST = 128;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NAME = "[A-Za-z0-9_.-]{1,64}";
    private static final int QUOTED = 40;

    /** Reads JSON text; a blank one defines nothing. */
    static ToolDefinitions of(String json) {
        if (json.isBlank()) {
            return new ToolDefinitions(List.of(), null, false);
        }
        var wrong = JsonText.check(json, Kind.ARRAY);
        if (wrong.isPresent()) {
            return new ToolDefinitions(List.of(), ParameterChecks.words(wrong.get()), true);
        }
        try {
            return of(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            return new ToolDefinitions(List.of(), Texts.get("param.json.bad"), true);
        }
    }

    private static ToolDefinitions of(JsonNode array) {
        var names = new LinkedHashSet<String>();
        int count = 0;
        for (var tool : array) {
            count++;
            var problem = problem(tool, count, names);
            if (problem != null) {
                return new ToolDefinitions(List.copyOf(names), problem, false);
            }
            names.add(tool.path("function").path("name").asText());
        }
        return new ToolDefinitions(List.copyOf(names),
                count == 0
                        ? Texts.get("param.tools.empty")
                        : count > MOST ? Texts.get("param.tools.many", count, MOST) : null,
                false);
    }

    private static String problem(JsonNode tool, int number, Set<String> names) {
        var function = tool.path("function");
        var name = function.path("name");
        if (!tool.isObject()) {
            return Texts.get("param.tools.object", number);
        }
        if (!"function".equals(tool.path("type").asText())) {
            return Texts.get("param.tools.type", number);
        }
        if (!function.isObject()) {
            return Texts.get("param.tools.function", number);
        }
        if (!name.isTextual() || !name.textValue().matches(NAME)) {
            return Texts.get("param.tools.name", number);
        }
        if (names.contains(name.textValue())) {
            return Texts.get("param.tools.twice", Harmless.line(name.textValue(), QUOTED));
        }
        var parameters = function.path("parameters");
        return parameters.isMissingNode() || parameters.isObject()
                ? null
                : Texts.get("param.tools.parameters", Harmless.line(name.textValue(), QUOTED));
    }
}

package app.pitot.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * In what form a request wants its answer.
 *
 * @param stop texts before which the answer ends; may be empty
 * @param schema that the answer must fit; missing if it may be any object; null if it is to be text
 * @param tools that may be called; may be empty
 * @param choice {@code auto}, {@code none}, {@code required} or the name of a tool
 * @param topLogprobs alternatives to each token of the answer; null if no probabilities are wanted
 */
record Wants(List<String> stop, JsonNode schema, List<Tool> tools, String choice, Integer topLogprobs) {
    private static final int MOST_STOPS = 4;
    private static final int MOST_ALTERNATIVES = 20;

    /** @param parameters schema of its arguments; missing if it takes none */
    record Tool(String name, JsonNode parameters) {}

    static Wants of(JsonNode root) throws ChatBody.Invalid {
        var tools = tools(root.path("tools"));
        return new Wants(stop(root.path("stop")), schema(root.path("response_format")), tools,
                choice(root.path("tool_choice"), tools), topLogprobs(root));
    }

    /** Tokens that the definitions add to the prompt. */
    static int tokens(JsonNode root) {
        return text(root.path("tools")) + text(root.at("/response_format/json_schema/schema"));
    }

    private static int text(JsonNode node) {
        return node.isContainerNode() ? Tokenizer.count(node.toString()) : 0;
    }

    private static List<String> stop(JsonNode node) throws ChatBody.Invalid {
        if (node.isMissingNode() || node.isNull())
            return List.of();
        var texts = node.isArray() ? node.valueStream().toList() : List.of(node);
        if (texts.size() > MOST_STOPS)
            throw new ChatBody.Invalid("\"stop\" may hold at most " + MOST_STOPS + " texts.", "stop");
        if (!texts.stream().allMatch(text -> text.isTextual() && !text.asText().isEmpty()))
            throw new ChatBody.Invalid("\"stop\" must be a text or a list of texts, none of them empty.", "stop");
        return texts.stream().map(JsonNode::asText).toList();
    }

    private static JsonNode schema(JsonNode format) throws ChatBody.Invalid {
        if (format.isMissingNode() || format.isNull())
            return null;
        switch (format.path("type").asText("")) {
            case "text" -> {
                return null;
            }
            case "json_object" -> {
                return format.path("none");
            }
            case "json_schema" -> {
                var named = format.path("json_schema");
                if (!named.path("name").isTextual())
                    throw new ChatBody.Invalid("\"response_format.json_schema\" needs a \"name\".",
                            "response_format");
                Schemas.check(named.path("schema"), "response_format");
                return named.path("schema");
            }
            default -> throw new ChatBody.Invalid(
                    "\"response_format.type\" must be text, json_object or json_schema.", "response_format");
        }
    }

    private static List<Tool> tools(JsonNode list) throws ChatBody.Invalid {
        if (list.isMissingNode() || list.isNull())
            return List.of();
        if (!list.isArray())
            throw new ChatBody.Invalid("\"tools\" must be a list.", "tools");
        var tools = new ArrayList<Tool>();
        var names = new HashSet<String>();
        for (var tool : list) {
            var function = tool.path("function");
            var name = function.path("name").asText("");
            if (!tool.path("type").asText("").equals("function") || !name.matches("[A-Za-z0-9_.-]{1,64}"))
                throw new ChatBody.Invalid("\"tools[" + tools.size() + "]\" must be of type function and have a "
                        + "function with a name of letters, digits, _ and -.", "tools");
            if (!names.add(name))
                throw new ChatBody.Invalid("There are two tools called " + name + ".", "tools");
            if (function.has("parameters"))
                Schemas.check(function.path("parameters"), "tools");
            tools.add(new Tool(name, function.path("parameters")));
        }
        return tools;
    }

    private static String choice(JsonNode node, List<Tool> tools) throws ChatBody.Invalid {
        if (node.isMissingNode() || node.isNull())
            return "auto";
        var word = node.asText("");
        var named = node.at("/function/name").asText("");
        if (node.isTextual() && List.of("auto", "none", "required").contains(word)
                && (!tools.isEmpty() || !word.equals("required")))
            return word;
        if (node.isObject() && tools.stream().anyMatch(tool -> tool.name().equals(named)))
            return named;
        throw new ChatBody.Invalid("\"tool_choice\" must be auto, none, required or a function in \"tools\".",
                "tool_choice");
    }

    private static Integer topLogprobs(JsonNode root) throws ChatBody.Invalid {
        var top = root.path("top_logprobs");
        var wanted = root.path("logprobs").asBoolean();
        if (top.isMissingNode() || top.isNull())
            return wanted ? 0 : null;
        if (!top.isInt() || top.intValue() < 0 || top.intValue() > MOST_ALTERNATIVES)
            throw new ChatBody.Invalid("\"top_logprobs\" must be a whole number from 0 to " + MOST_ALTERNATIVES + ".",
                    "top_logprobs");
        if (!wanted)
            throw new ChatBody.Invalid("\"top_logprobs\" needs \"logprobs\" to be true.", "top_logprobs");
        return top.intValue();
    }
}

package app.pitot.inspect;

import app.pitot.api.ChatParameters;
import app.pitot.api.ResponseFormat;
import app.pitot.base.Texts;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what stands in a body beside its messages back, so that it is written again as it was: what we would write byte for
 * byte alike at this place becomes a parameter, all else an extra field, whose text is never changed.
 */
final class SentParameters {
    /** In the order in which they are written. */
    private static final List<String> ORDER = List.of("temperature", "max_tokens", "max_completion_tokens", "top_p",
            "seed",
            "stop", "reasoning_effort", "response_format", "tools", "tool_choice", "logprobs", "top_logprobs",
            "stream_options");
    private static final List<String> CHOICES = List.of("auto", "none", "required");

    private final byte[] body;
    private final List<String> said;
    private final StringBuilder extra = new StringBuilder();
    private int reached = -1;

    private Double temperature;
    private Integer maxTokens;
    private Double topP;
    private Long seed;
    private List<String> stop = List.of();
    private String effort;
    private ResponseFormat format;
    private String tools;
    private String choice;
    private Integer logprobs;
    private String pendingLogprobs;

    SentParameters(byte[] body, List<String> said) {
        this.body = body;
        this.said = said;
    }

    /** Null if the body is no JSON object. */
    ChatParameters read() {
        try (var parser = Trees.MAPPER.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                // A number is read to its end only when it is asked for.
                parser.getTextLength();
                int to = (int) parser.currentLocation().getByteOffset();
                member(name, new String(body, from, to - from, StandardCharsets.UTF_8).strip());
            }
        } catch (IOException e) {
            return null;
        }
        settleLogprobs();
        return new ChatParameters(temperature, topP, maxTokens, seed, stop, effort, format, logprobs, tools, choice,
                extra.isEmpty() ? null : "{" + extra + "}");
    }

    private void member(String name, String raw) {
        if (List.of("model", "messages", "stream").contains(name)) {
            return;
        }
        int place = ORDER.indexOf(name);
        boolean taken = place > reached && take(name, raw);
        if (taken) {
            reached = place;
        } else {
            // From here on all are extra fields, which come last.
            reached = ORDER.size();
            extra(name, raw);
        }
    }

    private void extra(String name, String raw) {
        extra.append(extra.isEmpty() ? "" : ",").append(Trees.MAPPER.getNodeFactory().textNode(name)).append(':')
                .append(raw);
    }

    /** False if we would not write it so. */
    private boolean take(String name, String raw) {
        var value = Trees.of(raw.getBytes(StandardCharsets.UTF_8));
        return value != null && switch (name) {
            case "temperature" -> value.isNumber() && (temperature = exact(value, raw)) != null;
            case "top_p" -> value.isNumber() && (topP = exact(value, raw)) != null;
            case "max_tokens", "max_completion_tokens" -> cap(value, raw);
            case "seed" -> value.isIntegralNumber() && value.canConvertToLong() && seed(value.longValue(), raw);
            case "stop" -> stop(value, raw);
            case "reasoning_effort" -> effort(value);
            case "response_format" -> format(value, raw);
            case "tools" -> tools(value, raw);
            case "tool_choice" -> choice(value, raw);
            case "logprobs" -> value.isBoolean() && value.booleanValue() && (pendingLogprobs = raw) != null;
            case "top_logprobs" -> logprobs(value);
            case "stream_options" -> options(raw);
            default -> false;
        };
    }

    private static Double exact(JsonNode value, String raw) {
        double number = value.doubleValue();
        return Double.toString(number).equals(raw) ? Double.valueOf(number) : null;
    }

    private boolean cap(JsonNode value, String raw) {
        if (maxTokens != null || !value.canConvertToInt() || !Integer.toString(value.intValue()).equals(raw)) {
            return false;
        }
        maxTokens = value.intValue();
        return true;
    }

    private boolean seed(long number, String raw) {
        seed = Long.toString(number).equals(raw) ? Long.valueOf(number) : null;
        return seed != null;
    }

    private boolean stop(JsonNode value, String raw) {
        if (!value.isArray() || value.isEmpty() || !value.toString().equals(raw)) {
            return false;
        }
        var words = new ArrayList<String>();
        for (var each : value) {
            if (!each.isTextual()) {
                return false;
            }
            words.add(each.textValue());
        }
        stop = words;
        return true;
    }

    private boolean effort(JsonNode value) {
        effort = value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
        return effort != null;
    }

    private boolean format(JsonNode value, String raw) {
        var schema = value.at("/json_schema/schema");
        format = switch (value.path("type").asText("")) {
            case "text" -> new ResponseFormat(ResponseFormat.Kind.TEXT, null, null);
            case "json_object" -> new ResponseFormat(ResponseFormat.Kind.JSON, null, null);
            case "json_schema" -> schema.isObject()
                    ? new ResponseFormat(ResponseFormat.Kind.SCHEMA, value.at("/json_schema/name").asText(""),
                            RawMember.of(raw, "json_schema", "schema"))
                    : null;
            default -> null;
        };
        if (format != null && !written(format).equals(raw)) {
            format = null;
        }
        return format != null;
    }

    private static String written(ResponseFormat format) {
        return switch (format.kind()) {
            case TEXT -> "{\"type\":\"text\"}";
            case JSON -> "{\"type\":\"json_object\"}";
            case SCHEMA -> "{\"type\":\"json_schema\",\"json_schema\":{\"name\":"
                    + Trees.MAPPER.getNodeFactory().textNode(format.name()) + ",\"schema\":" + format.schema()
                    + ",\"strict\":true}}";
        };
    }

    private boolean tools(JsonNode value, String raw) {
        tools = value.isArray() ? raw : null;
        return tools != null;
    }

    private boolean choice(JsonNode value, String raw) {
        if (value.isTextual()) {
            choice = CHOICES.contains(value.textValue()) ? value.textValue() : null;
        } else {
            var name = value.at("/function/name").asText("");
            var written = "{\"type\":\"function\",\"function\":{\"name\":"
                    + Trees.MAPPER.getNodeFactory().textNode(name)
                    + "}}";
            choice = written.equals(raw) && !name.isBlank() && !CHOICES.contains(name) ? name : null;
        }
        return choice != null;
    }

    private boolean logprobs(JsonNode value) {
        if (pendingLogprobs == null || !value.canConvertToInt() || !value.isIntegralNumber()) {
            return false;
        }
        logprobs = value.intValue();
        pendingLogprobs = null;
        return true;
    }

    /** Asked for without a number of alternatives, which we never write: then it is an extra field. */
    private void settleLogprobs() {
        if (pendingLogprobs != null) {
            extra("logprobs", pendingLogprobs);
        }
    }

    /** Our own, which is added again where the endpoint takes it. */
    private boolean options(String raw) {
        if (!raw.equals("{\"include_usage\":true}")) {
            said.add(Texts.get("inspect.resend.options"));
        }
        return raw.equals("{\"include_usage\":true}");
    }
}

package app.pitot.api;

import app.pitot.api.JsonText.Kind;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Writes what the user set beside the messages, and remembers under which names, so that no extra field repeats one. */
final class RequestParameters {
    private static final String CAP = "max_tokens";
    private static final String COMPLETION_CAP = "max_completion_tokens";

    private final JsonGenerator g;
    /** What an extra field can never be. */
    private final Set<String> taken = new HashSet<>(Set.of("model", "messages", "stream"));

    private RequestParameters(JsonGenerator g) {
        this.g = g;
    }

    static void write(JsonGenerator g, ChatParameters set, boolean completionCap, boolean askUsage)
            throws IOException {
        var to = new RequestParameters(g);
        to.numbers(set, completionCap);
        to.texts(set);
        to.tools(set);
        if (set.topLogprobs() != null) {
            to.name("logprobs").writeBoolean(true);
            to.name("top_logprobs").writeNumber(set.topLogprobs());
        }
        if (askUsage) {
            to.name("stream_options").writeStartObject();
            g.writeBooleanField("include_usage", true);
            g.writeEndObject();
        }
        if (given(set.extraBody())) {
            to.extra(set.extraBody());
        }
    }

    /** True if there is something to send. */
    static boolean given(String text) {
        return text != null && !text.isBlank();
    }

    private void numbers(ChatParameters set, boolean completionCap) throws IOException {
        if (set.temperature() != null) {
            name("temperature").writeNumber(set.temperature());
        }
        if (set.maxTokens() != null) {
            name(completionCap ? COMPLETION_CAP : CAP).writeNumber(set.maxTokens());
            // Both at once is an error in most places.
            taken.add(completionCap ? CAP : COMPLETION_CAP);
        }
        if (set.topP() != null) {
            name("top_p").writeNumber(set.topP());
        }
        if (set.seed() != null) {
            name("seed").writeNumber(set.seed());
        }
    }

    private void texts(ChatParameters set) throws IOException {
        if (!set.stop().isEmpty()) {
            name("stop").writeStartArray();
            for (var stop : set.stop()) {
                g.writeString(RequestBodies.whole(stop));
            }
            g.writeEndArray();
        }
        if (given(set.reasoningEffort())) {
            name("reasoning_effort").writeString(RequestBodies.whole(set.reasoningEffort()));
        }
        if (set.responseFormat() != null) {
            name("response_format").writeStartObject();
            format(set.responseFormat());
            g.writeEndObject();
        }
    }

    private void format(ResponseFormat format) throws IOException {
        switch (format.kind()) {
            case TEXT -> g.writeStringField("type", "text");
            case JSON -> g.writeStringField("type", "json_object");
            case SCHEMA -> {
                g.writeStringField("type", "json_schema");
                g.writeObjectFieldStart("json_schema");
                g.writeStringField("name", given(format.name()) ? RequestBodies.whole(format.name()) : "answer");
                raw("schema", format.schema());
                g.writeBooleanField("strict", true);
                g.writeEndObject();
            }
        }
    }

    private void tools(ChatParameters set) throws IOException {
        if (given(set.tools())) {
            taken.add("tools");
            raw("tools", set.tools());
        }
        if (given(set.toolChoice())) {
            name("tool_choice");
            switch (set.toolChoice()) {
                case "auto", "none", "required" -> g.writeString(set.toolChoice());
                default -> {
                    g.writeStartObject();
                    g.writeStringField("type", "function");
                    g.writeObjectFieldStart("function");
                    g.writeStringField("name", RequestBodies.whole(set.toolChoice()));
                    g.writeEndObject();
                    g.writeEndObject();
                }
            }
        }
    }

    private void extra(String json) throws IOException {
        for (var member : new JsonCheck(json, Kind.OBJECT).members()) {
            if (taken.add(member.name())) {
                raw(member.name(), json.substring(member.from(), member.to()));
            }
        }
    }

    private JsonGenerator name(String name) throws IOException {
        taken.add(name);
        g.writeFieldName(name);
        return g;
    }

    /** As the user wrote it. */
    private void raw(String name, String json) throws IOException {
        g.writeFieldName(RequestBodies.whole(name));
        g.writeRawValue(RequestBodies.whole(json.strip()));
    }
}

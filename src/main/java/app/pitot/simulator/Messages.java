package app.pitot.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the messages of a request. */
final class Messages {
    private static final String FIELD = "messages";

    private Messages() {}

    static List<ChatBody.Message> of(JsonNode list, Rules rules) throws ChatBody.Invalid {
        var messages = new ArrayList<ChatBody.Message>();
        var called = new HashSet<String>();
        for (var one : list) {
            if (!one.path("role").isTextual())
                throw new ChatBody.Invalid("Every message needs a \"role\".", FIELD);
            var role = one.path("role").asText();
            var calls = calls(one.path("tool_calls"));
            called.addAll(calls.keySet());
            var callId = role.equals("tool") ? one.path("tool_call_id").asText("") : null;
            if (callId != null && !called.contains(callId))
                throw new ChatBody.Invalid("A message of the role \"tool\" needs the \"tool_call_id\" of a call in "
                        + "an earlier message.", FIELD);
            messages.add(new ChatBody.Message(role, text(one.path("content")), pictures(one, rules), calls, callId,
                    one.path("tool_calls").valueStream().mapToInt(Messages::tokens).sum()));
        }
        return messages;
    }

    private static Map<String, String> calls(JsonNode list) throws ChatBody.Invalid {
        var calls = new LinkedHashMap<String, String>();
        for (var call : list) {
            if (call.path("id").asText("").isEmpty() || call.at("/function/name").asText("").isEmpty()
                    || !call.at("/function/arguments").isTextual())
                throw new ChatBody.Invalid("Every one of the \"tool_calls\" needs an id, a function name and "
                        + "arguments as a text.", FIELD);
            calls.put(call.path("id").asText(), call.at("/function/name").asText());
        }
        return calls;
    }

    private static int tokens(JsonNode call) {
        return Tokenizer.count(call.at("/function/name").asText())
                + Tokenizer.count(call.at("/function/arguments").asText());
    }

    private static List<Picture> pictures(JsonNode message, Rules rules) throws ChatBody.Invalid {
        var pictures = new ArrayList<Picture>();
        if (!message.path("content").isArray())
            return pictures;
        for (var part : message.path("content")) {
            switch (part.path("type").asText("text")) {
                case "text" -> {
                    // Read with the others.
                }
                case "image_url" -> {
                    if (!message.path("role").asText().equals("user"))
                        throw new ChatBody.Invalid("Only messages of the user can hold pictures.", FIELD);
                    pictures.add(Picture.of(part, rules));
                }
                default -> throw new ChatBody.Invalid("A part of a message must be of type text or image_url.", FIELD);
            }
        }
        return pictures;
    }

    private static String text(JsonNode content) {
        if (!content.isArray())
            return content.asText("");
        return content.valueStream().filter(part -> part.has("text")).map(part -> part.path("text").asText(""))
                .collect(Collectors.joining("\n"));
    }
}

package app.pitot.inspect;

import app.pitot.api.ChatImage;
import app.pitot.api.ChatMessage;
import app.pitot.api.ChatMessage.Role;
import app.pitot.api.ToolCall;
import app.pitot.base.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the messages of a body back, and says what of them a request of ours cannot have. */
final class SentMessages {
    private static final Pattern PICTURE = Pattern.compile("data:(image/[a-z0-9.+-]{1,40});base64,");
    private static final List<String> MEMBERS = List.of("role", "content", "tool_calls", "tool_call_id");

    private final List<String> said;

    SentMessages(List<String> said) {
        this.said = said;
    }

    /** Null if one cannot be made at all, which is said. */
    List<ChatMessage> of(JsonNode messages) {
        var all = new ArrayList<ChatMessage>();
        for (var each : messages) {
            var message = message(each);
            if (message == null) {
                return null;
            }
            all.add(message);
        }
        return all;
    }

    private ChatMessage message(JsonNode node) {
        var role = role(node.path("role").asText(""));
        if (role == null) {
            said.add(Texts.get("inspect.resend.role", Excerpts.of(node.path("role").asText(""))));
            return null;
        }
        Resend.others(node, MEMBERS, "inspect.resend.member", said);
        var images = new ArrayList<ChatImage>();
        var text = text(node.path("content"), images);
        var calls = new ArrayList<ToolCall>();
        for (var call : node.path("tool_calls")) {
            calls.add(new ToolCall(call.path("id").asText(""), call.at("/function/name").asText(""),
                    call.at("/function/arguments").asText("")));
        }
        var answered = node.path("tool_call_id");
        return new ChatMessage(role, text, images, calls, answered.isTextual() ? answered.textValue() : null);
    }

    private static Role role(String word) {
        for (var each : Role.values()) {
            if (each.wireName().equals(word)) {
                return each;
            }
        }
        return null;
    }

    private String text(JsonNode content, List<ChatImage> images) {
        if (!content.isArray()) {
            if (content.isObject()) {
                said.add(Texts.get("inspect.resend.part", Excerpts.of(content.toString())));
            }
            return content.asText("");
        }
        var texts = new ArrayList<String>();
        for (var part : content) {
            var type = part.path("type").asText("");
            var image = type.equals("image_url") ? picture(part.at("/image_url/url").asText("")) : null;
            if (image != null) {
                images.add(image);
            } else if (type.equals("text") && images.isEmpty()) {
                texts.add(part.path("text").asText(""));
            } else if (type.equals("text")) {
                said.add(Texts.get("inspect.resend.order"));
                texts.add(part.path("text").asText(""));
            } else {
                said.add(Texts.get("inspect.resend.part", Excerpts.of(type)));
            }
        }
        if (texts.size() > 1) {
            said.add(Texts.get("inspect.resend.texts"));
        }
        return String.join("\n\n", texts);
    }

    /** Null if it is not in the body itself. */
    private static ChatImage picture(String url) {
        var start = PICTURE.matcher(url);
        if (!start.lookingAt()) {
            return null;
        }
        try {
            return new ChatImage(start.group(1), Base64.getDecoder().decode(url.substring(start.end())));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

package app.pitot.transfer;

import app.pitot.api.Harmless;
import app.pitot.api.ToolCall;
import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.Picture;
import app.pitot.history.Setup;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Makes conversations of messages as the OpenAI API takes them, and counts what cannot be taken. */
final class OpenAiReading {
    private static final int LONGEST_TITLE = 60;

    private final Taking taking;
    private final Supplier<String> ids;
    private final Instant now;
    private final Map<ImportReport.Left, Integer> left = new EnumMap<>(ImportReport.Left.class);
    private Conversation open;
    private String last;
    private boolean said;

    /** @param ids gives a new one each time */
    OpenAiReading(Taking taking, Supplier<String> ids, Instant now) {
        this.taking = taking;
        this.ids = ids;
        this.now = now;
    }

    /** What was passed over, by kind. */
    Map<ImportReport.Left, Integer> left() {
        return left;
    }

    void begin() throws IOException {
        end();
        start();
    }

    void end() throws IOException {
        end("");
    }

    /** @param title blank for the first words that were said */
    void end(String title) throws IOException {
        if (open != null) {
            var line = Harmless.line(title, LONGEST_TITLE);
            taking.ended(line.isBlank() ? open : open.withTitle(line, true));
            open = null;
        }
    }

    void message(JsonNode node) throws IOException {
        if (open == null) {
            start();
        }
        switch (node.path("role").asText("")) {
            case "system", "developer" -> system(node);
            case "user" -> {
                var content = content(node);
                name(content.text());
                add(Message.question(ids.get(), open.id(), last, now, content.text(), content.pictures()));
            }
            case "assistant" -> reply(node);
            case "tool", "function" -> add(Message.toolResult(ids.get(), open.id(), last, now,
                    node.path("tool_call_id").asText(node.path("name").asText("")), content(node).text()));
            default -> leave(ImportReport.Left.MESSAGE);
        }
    }

    private void start() throws IOException {
        open = Conversation.begin(ids.get(), now, Setup.NONE);
        last = null;
        said = false;
        taking.conversation(open);
    }

    /** One before anything was said is the conversation's; Pitot has no place for a later one. */
    private void system(JsonNode node) {
        if (said) {
            leave(ImportReport.Left.SYSTEM);
            return;
        }
        var before = open.setup().systemPrompt();
        var text = content(node).text();
        open = open.withSetup(new Setup(before.isEmpty() ? text : before + "\n\n" + text, open.setup().parameters(),
                null, null));
    }

    private void reply(JsonNode node) throws IOException {
        var content = content(node);
        if (!content.pictures().isEmpty()) {
            leave(ImportReport.Left.PICTURE);
        }
        var thoughts = node.path("reasoning_content").asText(node.path("reasoning").asText(""));
        add(new Message(ids.get(), open.id(), last, Message.Kind.REPLY, now, content.text(), thoughts, List.of(),
                calls(node), null, null, Message.State.COMPLETE, null, false));
    }

    private static List<ToolCall> calls(JsonNode node) {
        var calls = new ArrayList<ToolCall>();
        for (var each : node.path("tool_calls")) {
            calls.add(call(each.path("id").asText(""), each.path("function")));
        }
        if (node.path("function_call").isObject()) {
            calls.add(call("", node.path("function_call")));
        }
        return calls;
    }

    private static ToolCall call(String id, JsonNode function) {
        var arguments = function.path("arguments");
        return new ToolCall(id, function.path("name").asText(""),
                arguments.isTextual() ? arguments.textValue() : arguments.isMissingNode() ? "" : arguments.toString());
    }

    private void add(Message message) throws IOException {
        said = true;
        last = message.id();
        open = open.withLeaf(message.id());
        taking.message(message);
    }

    private void name(String text) {
        if (open.title().isEmpty()) {
            open = open.withTitle(
                    Harmless.line(text.strip().lines().findFirst().orElse(""), LONGEST_TITLE), false);
        }
    }

    private record Content(String text, List<Picture> pictures) {}

    private Content content(JsonNode node) {
        var content = node.path("content");
        if (!content.isArray()) {
            return new Content(content.isTextual() ? content.textValue() : "", List.of());
        }
        var text = new StringBuilder();
        var pictures = new ArrayList<Picture>();
        for (var part : content) {
            switch (part.isTextual() ? "plain" : part.path("type").asText("")) {
                case "plain" -> paragraph(text, part.textValue());
                case "text", "input_text", "output_text", "refusal" -> paragraph(text,
                        part.path("text").asText(part.path("refusal").asText("")));
                case "image_url", "input_image" -> DataPicture.of(part).ifPresentOrElse(pictures::add,
                        () -> leave(ImportReport.Left.PICTURE));
                default -> leave(ImportReport.Left.PART);
            }
        }
        return new Content(text.toString(), pictures);
    }

    private static void paragraph(StringBuilder text, String more) {
        text.append(text.isEmpty() || more.isEmpty() ? "" : "\n\n").append(more);
    }

    private void leave(ImportReport.Left kind) {
        left.merge(kind, 1, Integer::sum);
    }
}

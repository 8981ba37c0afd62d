package app.pitot.transfer;

import app.pitot.api.Harmless;
import app.pitot.base.Texts;
import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.Tree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Conversations to read: the branch that is shown, with who said what when, and what each reply took. */
final class MarkdownWriting implements Writing {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final int LONGEST_LINE = 500;

    private final OutputStream out;
    private final ZoneId zone;
    private boolean any;

    MarkdownWriting(OutputStream out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    @Override
    public void conversation(Conversation conversation, List<Message> messages) throws IOException {
        if (any) {
            paragraph("---");
        }
        any = true;
        var title = line(conversation.title());
        paragraph("# " + Contained.words(title.isBlank() ? Texts.get("transfer.untitled") : title));
        paragraph("*" + Texts.get("transfer.begun", time(conversation.createdAt())) + "*");
        if (!conversation.setup().systemPrompt().isBlank()) {
            paragraph("**" + Texts.get("transfer.system") + "**");
            paragraph(Contained.quoted(conversation.setup().systemPrompt()));
        }
        var tree = new Tree(messages);
        var path = tree.path(tree.leaf(conversation.leafId()));
        for (var message : path) {
            message(message);
        }
        int others = messages.size() - path.size();
        if (others > 0) {
            paragraph("*" + Texts.get("transfer.branches", others) + "*");
        }
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    private void message(Message message) throws IOException {
        switch (message.kind()) {
            case QUESTION -> {
                paragraph("## " + Texts.get("transfer.question", time(message.at())));
                body(Contained.quoted(message.text()));
                pictures(message);
            }
            case TOOL_RESULT -> {
                paragraph("## " + Texts.get("transfer.result", time(message.at())));
                paragraph(Contained.fenced(message.text(), ""));
            }
            case REPLY -> reply(message);
        }
        if (message.damaged()) {
            paragraph("*" + Texts.get("transfer.damaged") + "*");
        }
    }

    private void reply(Message message) throws IOException {
        var facts = message.facts();
        paragraph("## " + (facts == null
                ? Texts.get("transfer.reply", time(message.at()))
                : Texts.get("transfer.reply.of", Contained.words(line(facts.modelId())), time(message.at()))));
        if (!message.reasoning().isBlank()) {
            paragraph("<details><summary>" + Texts.get("transfer.reasoning") + "</summary>");
            paragraph(Contained.fenced(message.reasoning(), ""));
            paragraph("</details>");
        }
        body(Contained.reply(message.text()));
        for (var call : message.toolCalls()) {
            paragraph(Texts.get("transfer.call", Contained.code(line(call.name()))));
            paragraph(Contained.fenced(call.arguments(), "json"));
        }
        if (message.state() != Message.State.COMPLETE) {
            paragraph("*" + Texts.get("transfer.state." + message.state().name().toLowerCase(Locale.ROOT)) + "*");
        }
        if (facts != null) {
            if (facts.error() != null) {
                paragraph(Contained.quoted(facts.error().message()));
            }
            paragraph("*" + Contained.words(MetricWords.of(facts)) + "*");
        }
    }

    private void pictures(Message message) throws IOException {
        for (var picture : message.pictures()) {
            paragraph(Texts.get("transfer.picture",
                    Contained.code(picture.name().isBlank() ? picture.image().mediaType() : line(picture.name())),
                    picture.width(), picture.height()));
        }
    }

    private void body(String text) throws IOException {
        if (!text.isBlank()) {
            paragraph(text);
        }
    }

    private void paragraph(String text) throws IOException {
        out.write((text + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    private static String line(String text) {
        return Harmless.line(text, LONGEST_LINE);
    }
}

package app.pitot.transfer;

import app.pitot.history.Conversation;
import app.pitot.history.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pitot's own file, one message a line. See {@code src/docs/formats/conversation-json.md}. */
final class JsonWriting implements Writing {
    static final int VERSION = 1;

    private final OutputStream out;
    private boolean any;

    JsonWriting(OutputStream out) throws IOException {
        this.out = out;
        text("{\"pitot\":" + VERSION + ",\"conversations\":[");
    }

    @Override
    public void conversation(Conversation conversation, List<Message> messages) throws IOException {
        text(any ? ",\n" : "\n");
        any = true;
        var header = JsonText.bytes(ConversationJson.write(conversation));
        out.write(header, 0, header.length - 1);
        text(",\"messages\":[");
        boolean first = true;
        for (var message : messages) {
            text(first ? "\n" : ",\n");
            first = false;
            out.write(JsonText.bytes(ConversationJson.write(message)));
        }
        text("]}");
    }

    @Override
    public void end() throws IOException {
        text("\n]}\n");
    }

    private void text(String ascii) throws IOException {
        out.write(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}

package app.pitot.transfer;

import app.pitot.base.Texts;
import app.pitot.history.Conversation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a file of conversations piece by piece: Pitot's own, or messages as the OpenAI API takes them, in an array, in an
 * object or one object a line. Never holds more than one message.
 */
final class ConversationFile {
    private final JsonParser parser;
    private final Taking taking;
    private final OpenAiReading others;
    private boolean ours;
    private boolean any;
    /** A file of ours had its list, be it empty. */
    private boolean list;

    /** @param others makes conversations of messages that are not ours */
    ConversationFile(InputStream in, Taking taking, OpenAiReading others) throws IOException {
        this.parser = JsonText.factory().createParser(in);
        this.taking = taking;
        this.others = others;
    }

    /** @throws IOException if it cannot be read, is no JSON, or is something else; {@link NotOurs} says what */
    void read() throws IOException {
        try (parser) {
            while (parser.nextToken() != null) {
                if (ours) {
                    throw new NotOurs(Texts.get("transfer.behind"));
                }
                switch (parser.currentToken()) {
                    case START_OBJECT -> object();
                    case START_ARRAY -> array();
                    default -> throw new NotOurs(Texts.get("transfer.not.conversations"));
                }
            }
        }
        others.end();
        if (ours && !list) {
            throw new NotOurs(Texts.get("transfer.no.list"));
        }
        if (!any && !ours) {
            throw new NotOurs(Texts.get("transfer.not.conversations"));
        }
    }

    /** A file of ours, or one conversation, or one message of others. */
    private void object() throws IOException {
        var fields = JsonNodeFactory.instance.objectNode();
        var bounded = new BoundedJson(parser);
        boolean messages = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (name.equals("pitot") && fields.isEmpty() && !messages) {
                version();
            } else if (ours && name.equals("conversations") && value == JsonToken.START_ARRAY) {
                own();
                list = true;
            } else if (!ours && name.equals("messages") && value == JsonToken.START_ARRAY) {
                others.begin();
                messages();
                messages = true;
            } else if (ours) {
                parser.skipChildren();
            } else {
                bounded.field(fields, name);
            }
        }
        if (messages) {
            others.end(fields.path("title").asText(fields.path("name").asText("")));
            any = true;
        } else if (!ours) {
            message(fields);
        }
    }

    private void version() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || parser.getIntValue() < 1) {
            throw new NotOurs(Texts.get("transfer.not.conversations"));
        }
        if (parser.getIntValue() > JsonWriting.VERSION) {
            throw new NotOurs(Texts.get("transfer.newer"));
        }
        ours = true;
    }

    private void own() throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new NotOurs(Texts.get("transfer.damaged.file", line()));
            }
            ownConversation();
        }
    }

    private void ownConversation() throws IOException {
        var fields = JsonNodeFactory.instance.objectNode();
        var bounded = new BoundedJson(parser);
        Conversation begun = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("messages") && begun == null) {
                begun = begin(fields);
                ownMessages(begun);
            } else {
                bounded.field(fields, name);
            }
        }
        if (begun == null) {
            begin(fields);
        }
        taking.ended(header(fields));
    }

    /** What stands behind the messages is not known yet, except that the id must be. */
    private Conversation begin(ObjectNode fields) throws IOException {
        var begun = header(fields);
        taking.conversation(begun);
        return begun;
    }

    private Conversation header(ObjectNode fields) throws NotOurs {
        try {
            return ConversationJson.conversation(fields);
        } catch (IllegalArgumentException e) {
            throw new NotOurs(Texts.get("transfer.damaged.file", line()));
        }
    }

    private void ownMessages(Conversation home) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var node = new BoundedJson(parser).read();
            try {
                taking.message(ConversationJson.message(node, home.id()));
            } catch (IllegalArgumentException e) {
                throw new NotOurs(Texts.get("transfer.damaged.file", line()));
            }
        }
    }

    /** Messages of one conversation, or conversations. */
    private void array() throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new NotOurs(Texts.get("transfer.not.conversations"));
            }
            object();
        }
        others.end();
    }

    private void messages() throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            others.message(new BoundedJson(parser).read());
        }
    }

    private void message(ObjectNode fields) throws IOException {
        if (!fields.path("role").isTextual()) {
            throw new NotOurs(Texts.get("transfer.not.conversations"));
        }
        any = true;
        others.message(fields);
    }

    private int line() {
        return parser.currentLocation().getLineNr();
    }

    /** It is something else; the message is for the user. */
    static final class NotOurs extends IOException {
        private static final long serialVersionUID = 1L;

        NotOurs(String message) {
            super(message);
        }
    }
}

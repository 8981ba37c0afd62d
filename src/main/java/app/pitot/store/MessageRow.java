package app.pitot.store;

import app.pitot.history.Message;
import app.pitot.history.Picture;
import app.pitot.history.json.FactsJson;
import app.pitot.history.json.ToolCallsJson;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * One row of {@code message}; see there.
 *
 * @param good false if the checksum does not fit
 */
record MessageRow(long seq, String id, String conversation, String parent, String kind, long at, String state,
        String owner, String exchange, String toolCall, String toolCalls, String pictures, String facts, String text,
        String reasoning, boolean good) {
    private static final CheckedTable TABLE = new CheckedTable("message", "seq", "id", "conversation", "parent", "kind",
            "at_us", "state", "owner", "exchange", "tool_call", "tool_calls", "pictures", "facts", "text", "reasoning");
    private static final String STREAMING = Stored.word(Message.State.STREAMING);

    /**
     * @param owner who streams it; kept only while it is streamed
     * @param shown JSON of its pictures
     */
    static MessageRow of(long seq, Message m, String owner, String shown) {
        var calls = JsonNodeFactory.instance.arrayNode();
        m.toolCalls().forEach(call -> calls.add(ToolCallsJson.write(call)));
        return new MessageRow(seq, Stored.text(m.id()), Stored.text(m.conversationId()), Stored.text(m.parentId()),
                Stored.word(m.kind()), Stored.micros(m.at()), Stored.word(m.state()),
                m.state() == Message.State.STREAMING ? owner : null, Stored.text(m.exchangeId()),
                Stored.text(m.toolCallId()), Stored.json(calls), shown,
                m.facts() == null ? null : Stored.json(FactsJson.write(m.facts())), Stored.text(m.text()),
                Stored.text(m.reasoning()), !m.damaged());
    }

    /** @param whole false if one of the pictures is not what it was */
    Message message(List<Picture> shown, boolean whole) {
        return new Message(id, conversation, parent, Stored.word(kind, Message.Kind.QUESTION), Stored.instant(at), text,
                reasoning, shown, ToolCallsJson.read(Stored.json(toolCalls)), toolCall, exchange,
                Stored.word(state, Message.State.FAILED), FactsJson.read(Stored.json(facts)), !good || !whole);
    }

    boolean streaming() {
        return state.equals(STREAMING);
    }

    /** True if nobody who asked for it lived to see its end. */
    boolean abandoned() {
        return facts == null && state.equals(Stored.word(Message.State.TRUNCATED));
    }

    MessageRow withText(String answer, String thoughts, boolean whole) {
        return new MessageRow(seq, id, conversation, parent, kind, at, state, owner, exchange, toolCall, toolCalls,
                pictures, facts, answer, thoughts, good && whole);
    }

    /** Ended by whatever ended Pitot. */
    MessageRow cutOff() {
        return new MessageRow(seq, id, conversation, parent, kind, at, Stored.word(Message.State.TRUNCATED), null,
                exchange, toolCall, toolCalls, pictures, facts, text, reasoning, good);
    }

    /** @param where with as many parameters as {@code parameters} */
    static List<MessageRow> find(Connection connection, String where, Object... parameters) throws SQLException {
        return TABLE.find(connection, where, MessageRow::read, parameters);
    }

    /** Null if there is none. */
    static MessageRow byId(Connection connection, String id) throws SQLException {
        var found = find(connection, "WHERE id = ?", Stored.text(id));
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Takes the place of the row with this number, if there is one. */
    void write(Connection connection) throws SQLException {
        TABLE.put(connection, good, seq, id, conversation, parent, kind, at, state, owner, exchange, toolCall,
                toolCalls, pictures, facts, text, reasoning);
    }

    private static MessageRow read(ResultSet rows, boolean good) throws SQLException {
        return new MessageRow(rows.getLong("seq"), Stored.there(rows, "id"), Stored.there(rows, "conversation"),
                rows.getString("parent"), Stored.there(rows, "kind"), rows.getLong("at_us"),
                Stored.there(rows, "state"),
                rows.getString("owner"), rows.getString("exchange"), rows.getString("tool_call"),
                Stored.there(rows, "tool_calls"), good ? Stored.there(rows, "pictures") : shown(rows),
                rows.getString("facts"),
                Stored.there(rows, "text"), Stored.there(rows, "reasoning"), good);
    }

    private static String shown(ResultSet rows) throws SQLException {
        var found = rows.getString("pictures");
        return Stored.json(found).isArray() ? found : "[]";
    }
}

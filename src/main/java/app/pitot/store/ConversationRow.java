package app.pitot.store;

import app.pitot.base.Texts;
import app.pitot.history.Conversation;
import app.pitot.history.json.SetupJson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * One row of {@code conversation}.
 *
 * @param deleted when it was deleted, in microseconds; null unless it was
 * @param good false if the checksum does not fit
 */
record ConversationRow(long seq, String id, String title, boolean titled, boolean pinned, long created, long changed,
        String leaf, String draft, String setup, Long deleted, boolean good) {
    private static final CheckedTable TABLE = new CheckedTable("conversation", "seq", "id", "title", "titled", "pinned",
            "created_us",
            "changed_us", "leaf", "draft", "setup", "deleted_us");

    /** @param old JSON of a setup whose unknown fields are to survive; may be null */
    static ConversationRow of(long seq, Conversation c, String old, Long deleted) {
        return new ConversationRow(seq, Stored.text(c.id()), Stored.text(c.title()), c.titled(), c.pinned(),
                Stored.micros(c.createdAt()), Stored.micros(c.changedAt()), Stored.text(c.leafId()),
                Stored.text(c.draft()), Stored.json(SetupJson.write(c.setup(), Stored.object(old))), deleted, true);
    }

    /** With the title marked if it is damaged: no other place shows all that a conversation is. */
    Conversation conversation() {
        return new Conversation(id, good ? title : Texts.get("history.damaged.title", title), titled, pinned,
                Stored.instant(created), Stored.instant(changed), leaf, draft, SetupJson.read(Stored.json(setup)));
    }

    ConversationRow withDeleted(Long at) {
        return new ConversationRow(seq, id, title, titled, pinned, created, changed, leaf, draft, setup, at, good);
    }

    /** @param json of a setup and all else that stands there */
    ConversationRow withSetup(String json) {
        return new ConversationRow(seq, id, title, titled, pinned, created, changed, leaf, draft, json, deleted, good);
    }

    /** @param where with as many parameters as {@code parameters} */
    static List<ConversationRow> find(Connection connection, String where, Object... parameters) throws SQLException {
        return TABLE.find(connection, where, ConversationRow::read, parameters);
    }

    /** Null if there is none. */
    static ConversationRow byId(Connection connection, String id) throws SQLException {
        var found = find(connection, "WHERE id = ?", Stored.text(id));
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Takes the place of the row with this number, if there is one. */
    void write(Connection connection) throws SQLException {
        TABLE.put(connection, good, seq, id, title, titled, pinned, created, changed, leaf, draft, setup, deleted);
    }

    private static ConversationRow read(ResultSet rows, boolean good) throws SQLException {
        return new ConversationRow(rows.getLong("seq"), Stored.there(rows, "id"), Stored.there(rows, "title"),
                rows.getBoolean("titled"), rows.getBoolean("pinned"), rows.getLong("created_us"),
                rows.getLong("changed_us"), rows.getString("leaf"), Stored.there(rows, "draft"),
                Stored.there(rows, "setup"),
                Stored.number(rows, "deleted_us"), good);
    }
}

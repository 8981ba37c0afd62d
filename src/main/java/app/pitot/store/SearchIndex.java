package app.pitot.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The table {@code said}. It holds no text, so what is taken out must be said as it was put in; where that is not known any
 * more, {@link #rebuild} makes it anew from the rows.
 */
final class SearchIndex {
    private SearchIndex() {}

    /** After the row was written. */
    static void add(Connection connection, MessageRow row) throws SQLException {
        if (!row.streaming()) {
            add(connection, row.seq() * 2, "", row.text(), row.reasoning());
        }
    }

    /** Before the row is written. */
    static void remove(Connection connection, MessageRow row) throws SQLException {
        if (!row.streaming()) {
            remove(connection, row.seq() * 2, "", row.text(), row.reasoning());
        }
    }

    /** After the row was written. */
    static void add(Connection connection, ConversationRow row) throws SQLException {
        add(connection, row.seq() * 2 + 1, row.title(), "", "");
    }

    /** Before the row is written. */
    static void remove(Connection connection, ConversationRow row) throws SQLException {
        remove(connection, row.seq() * 2 + 1, row.title(), "", "");
    }

    /** True if the index is at fault, not the file. */
    static boolean damaged(SQLException e) {
        // The driver gives the extended code in no other way to who must not know its classes.
        return e.getMessage() != null && e.getMessage().contains("SQLITE_CORRUPT_VTAB");
    }

    /** In the transaction of the caller; does nothing where an earlier schema has no index. */
    static void rebuild(Connection connection) throws SQLException {
        String sql;
        try (var select = connection.prepareStatement("SELECT sql FROM sqlite_master WHERE name = 'said'");
                var rows = select.executeQuery()) {
            if (!rows.next()) {
                return;
            }
            sql = rows.getString(1);
        }
        Sql.run(connection, "DROP TABLE said");
        Sql.run(connection, sql);
        Sql.run(connection, "INSERT INTO said (said, rank) VALUES ('secure-delete', 1)");
        for (var row : ConversationRow.find(connection, "ORDER BY seq")) {
            put(connection, row.seq() * 2 + 1, row.title(), "", "");
        }
        try (var select = connection.prepareStatement(
                "SELECT seq, text, reasoning FROM message WHERE state <> 'streaming' ORDER BY seq");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                put(connection, rows.getLong(1) * 2, "", rows.getString(2), rows.getString(3));
            }
        }
    }

    private static void add(Connection connection, long id, String title, String text, String reasoning)
            throws SQLException {
        try {
            put(connection, id, title, text, reasoning);
        } catch (SQLException e) {
            if (!damaged(e)) {
                throw e;
            }
            rebuild(connection);
        }
    }

    private static void remove(Connection connection, long id, String title, String text, String reasoning)
            throws SQLException {
        try {
            take(connection, id, title, text, reasoning);
        } catch (SQLException e) {
            if (!damaged(e)) {
                throw e;
            }
            rebuild(connection);
            take(connection, id, title, text, reasoning);
        }
    }

    private static void put(Connection connection, long id, String title, String text, String reasoning)
            throws SQLException {
        run(connection, "INSERT INTO said (rowid, title, text, reasoning) VALUES (?, ?, ?, ?)", id, title, text,
                reasoning);
    }

    private static void take(Connection connection, long id, String title, String text, String reasoning)
            throws SQLException {
        run(connection, "INSERT INTO said (said, rowid, title, text, reasoning) VALUES ('delete', ?, ?, ?, ?)", id,
                title, text, reasoning);
    }

    private static void run(Connection connection, String sql, long id, String title, String text, String reasoning)
            throws SQLException {
        try (var insert = connection.prepareStatement(sql)) {
            Sql.bind(insert, id, SearchText.words(title), SearchText.words(text), SearchText.words(reasoning));
            insert.executeUpdate();
        }
    }
}

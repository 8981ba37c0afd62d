package app.pitot.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The tables {@code said} and {@code titles}. They hold no text, so what is taken out must be said as it was put in; where
 * that is not known any more, {@link #rebuild} makes them anew from the rows.
 */
final class SearchIndex {
    private static final String SAID = "said (rowid, text, reasoning) VALUES (?, ?, ?)";
    private static final String NOT_SAID = "said (said, rowid, text, reasoning) VALUES ('delete', ?, ?, ?)";
    private static final String TITLE = "titles (rowid, title) VALUES (?, ?)";
    private static final String NO_TITLE = "titles (titles, rowid, title) VALUES ('delete', ?, ?)";

    private SearchIndex() {}

    /** After the row was written. */
    static void add(Connection connection, MessageRow row) throws SQLException {
        if (!row.streaming()) {
            add(connection, SAID, row.seq(), row.text(), row.reasoning());
        }
    }

    /** Before the row is written. */
    static void remove(Connection connection, MessageRow row) throws SQLException {
        if (!row.streaming()) {
            remove(connection, NOT_SAID, row.seq(), row.text(), row.reasoning());
        }
    }

    /** After the row was written. */
    static void add(Connection connection, ConversationRow row) throws SQLException {
        add(connection, TITLE, row.seq(), row.title());
    }

    /** Before the row is written. */
    static void remove(Connection connection, ConversationRow row) throws SQLException {
        remove(connection, NO_TITLE, row.seq(), row.title());
    }

    /** True if the index is at fault, not the file. */
    static boolean damaged(SQLException e) {
        // The driver gives the extended code in no other way to who must not know its classes.
        return e.getMessage() != null && e.getMessage().contains("SQLITE_CORRUPT_VTAB");
    }

    /** In the transaction of the caller; does nothing where an earlier schema has no index. */
    static void rebuild(Connection connection) throws SQLException {
        empty(connection, "said");
        empty(connection, "titles");
        fill(connection, TITLE, "SELECT seq, title FROM conversation ORDER BY seq");
        fill(connection, SAID, "SELECT seq, text, reasoning FROM message WHERE state <> 'streaming' ORDER BY seq");
    }

    private static void empty(Connection connection, String table) throws SQLException {
        for (var sql : Sql.texts(connection, "SELECT sql FROM sqlite_schema WHERE name = '" + table + "'")) {
            Sql.run(connection, "DROP TABLE " + table);
            Sql.run(connection, sql);
            Sql.run(connection, "INSERT INTO " + table + " (" + table + ", rank) VALUES ('secure-delete', 1)");
        }
    }

    private static void fill(Connection connection, String into, String sql) throws SQLException {
        if (Sql.texts(connection, "SELECT name FROM sqlite_schema WHERE name = 'said'").isEmpty()) {
            return;
        }
        try (var select = connection.prepareStatement(sql); var rows = select.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var texts = new String[columns - 1];
                for (int i = 0; i < texts.length; i++) {
                    texts[i] = rows.getString(i + 2);
                }
                run(connection, into, rows.getLong(1), texts);
            }
        }
    }

    private static void add(Connection connection, String into, long seq, String... texts) throws SQLException {
        try {
            run(connection, into, seq, texts);
        } catch (SQLException e) {
            if (!damaged(e)) {
                throw e;
            }
            rebuild(connection);
        }
    }

    private static void remove(Connection connection, String into, long seq, String... texts) throws SQLException {
        try {
            run(connection, into, seq, texts);
        } catch (SQLException e) {
            if (!damaged(e)) {
                throw e;
            }
            rebuild(connection);
            run(connection, into, seq, texts);
        }
    }

    private static void run(Connection connection, String into, long seq, String... texts) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO " + into)) {
            insert.setLong(1, seq);
            for (int i = 0; i < texts.length; i++) {
                insert.setString(i + 2, SearchText.words(texts[i]));
            }
            insert.executeUpdate();
        }
    }
}

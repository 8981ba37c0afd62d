package app.pitot.store;

import java.sql.Connection;
import java.sql.SQLException;

/** The table {@code piece}: what came so far of a running reply. */
final class Pieces {
    private Pieces() {}

    /** One more piece, unless the reply has ended meanwhile. @param kept to be run once it is on the disk */
    record Piece(String message, int part, String answer, String reasoning, Runnable kept)
            implements
                Database.Change {
        @Override
        public void write(Connection connection) throws SQLException {
            try (var insert = connection.prepareStatement("""
                    INSERT OR IGNORE INTO piece (message, part, answer, reasoning, checksum)
                    SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS
                      (SELECT 1 FROM message WHERE id = ?1 AND state = 'streaming')""")) {
                Sql.bind(insert, RowSum.sealed(message, part, answer, reasoning));
                insert.executeUpdate();
            }
        }
    }

    /** The row with all that came of it; the same if it is not streamed. */
    static MessageRow complete(Connection connection, MessageRow row) throws SQLException {
        if (!row.streaming()) {
            return row;
        }
        var answer = new StringBuilder();
        var reasoning = new StringBuilder();
        boolean whole = true;
        try (var select = connection.prepareStatement(
                "SELECT part, answer, reasoning, checksum FROM piece WHERE message = ? ORDER BY part")) {
            select.setString(1, row.id());
            try (var rows = select.executeQuery()) {
                for (int part = 0; rows.next(); part++) {
                    answer.append(rows.getString(2));
                    reasoning.append(rows.getString(3));
                    whole &= rows.getInt(1) == part
                            && RowSum.of(row.id(), part, rows.getString(2), rows.getString(3)) == rows.getLong(4);
                }
            }
        }
        return row.withText(answer.toString(), reasoning.toString(), whole);
    }

    static void forget(Connection connection, String message) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM piece WHERE message = ?")) {
            delete.setString(1, message);
            delete.executeUpdate();
        }
    }
}

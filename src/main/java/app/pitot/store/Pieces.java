package app.pitot.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The table {@code piece}: what came so far of a running reply. */
final class Pieces {
    private static final CheckedTable TABLE = new CheckedTable("piece", "message", "part", "answer", "reasoning");

    private Pieces() {}

    /** One more piece, unless the reply has ended meanwhile. @param kept to be run once it is on the disk */
    record Piece(String message, int part, String answer, String reasoning, Runnable kept)
            implements
                Database.Change {
        @Override
        public void write(Connection connection) throws SQLException {
            var reply = MessageRow.byId(connection, message);
            if (reply != null && reply.streaming()) {
                TABLE.add(connection, message, part, answer, reasoning);
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
        int next = 0;
        for (var piece : TABLE.find(connection, "WHERE message = ? ORDER BY part", Pieces::read, row.id())) {
            answer.append(piece.answer());
            reasoning.append(piece.reasoning());
            whole &= piece.good() && piece.part() == next++;
        }
        return row.withText(answer.toString(), reasoning.toString(), whole);
    }

    static void forget(Connection connection, String message) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM piece WHERE message = ?")) {
            delete.setString(1, message);
            delete.executeUpdate();
        }
    }

    private static Kept read(ResultSet row, boolean good) throws SQLException {
        return new Kept(row.getInt("part"), row.getString("answer"), row.getString("reasoning"), good);
    }

    private record Kept(int part, String answer, String reasoning, boolean good) {}
}

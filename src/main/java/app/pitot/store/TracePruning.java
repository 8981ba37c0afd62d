package app.pitot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes away what is older or more than the user allows. */
final class TracePruning {
    private static final int TOGETHER = 64;
    /** What is over the bound goes with a little more, so that not every new trace has something to take away. */
    private static final double ROOM = 0.95;

    private TracePruning() {}

    /** True if something went. */
    static boolean run(Connection connection, Settings.Bodies allowed, Instant now) throws SQLException {
        boolean gone = delete(connection, "started_ms < ?",
                now.minus(Duration.ofDays(allowed.days())).toEpochMilli()) > 0;
        long most = (long) allowed.megabytes() << 20;
        if (used(connection) > most) {
            gone |= shrink(connection, (long) (most * ROOM));
        }
        return gone;
    }

    /** Bytes of pages in use. */
    static long used(Connection connection) throws SQLException {
        return (long) (Sql.number(connection, "PRAGMA page_count") - Sql.number(connection, "PRAGMA freelist_count"))
                * Sql.number(connection, "PRAGMA page_size");
    }

    /** Returns how many rows went. */
    static int delete(Connection connection, String where, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM trace WHERE " + where)) {
            Sql.bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** Free pages are no longer the file's. */
    static void giveBack(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // As an update it runs to its end, of which a query would do one page.
            statement.executeUpdate("PRAGMA incremental_vacuum");
        }
    }

    private static boolean shrink(Connection connection, long most) throws SQLException {
        boolean gone = false;
        while (used(connection) > most) {
            var oldest = oldest(connection, used(connection) - most);
            if (oldest.isEmpty()) {
                break;
            }
            for (long each : oldest) {
                delete(connection, "rowid = ?", each);
            }
            gone = true;
        }
        return gone;
    }

    /** As many as make up {@code bytes}, but not too many at once. */
    private static List<Long> oldest(Connection connection, long bytes) throws SQLException {
        var found = new ArrayList<Long>();
        try (var query = connection
                .prepareStatement("SELECT rowid, size FROM trace ORDER BY started_ms, rowid LIMIT " + TOGETHER);
                var rows = query.executeQuery()) {
            long sum = 0;
            while (sum < bytes && rows.next()) {
                found.add(rows.getLong(1));
                sum += rows.getLong(2);
            }
        }
        return found;
    }
}

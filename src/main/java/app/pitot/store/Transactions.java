package app.pitot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** How changes reach the disk. */
final class Transactions {
    /** Others who read are not worth a longer wait: traces go with a later change then. */
    private static final int CHECKPOINT_MS = 500;

    private Transactions() {}

    /** All of them or none. */
    static void write(Connection connection, List<Database.Change> changes) throws SQLException {
        Sql.run(connection, "BEGIN IMMEDIATE");
        try {
            for (var each : changes) {
                each.write(connection);
            }
            Sql.run(connection, "COMMIT");
        } catch (SQLException e) {
            Sql.rollBack(connection, e);
            throw e;
        }
    }

    /** Empties the log, where removed text would stay otherwise. False if somebody still reads from it. */
    static boolean wiped(Connection connection, Duration busyTimeout) throws SQLException {
        Sql.run(connection, "PRAGMA busy_timeout = " + CHECKPOINT_MS);
        try {
            return Sql.number(connection, "PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        } finally {
            Sql.run(connection, "PRAGMA busy_timeout = " + busyTimeout.toMillis());
        }
    }
}

package app.pitot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Consumer;

/** Sees what other processes changed of the conversations. */
final class OtherInstances {
    /** All that is kept of a conversation, as one number. */
    private static final String SUMS = """
            SELECT id, checksum FROM conversation
            UNION ALL SELECT conversation, sum(checksum) FROM message GROUP BY conversation""";

    private final Database database;
    private final Consumer<String> told;

    // Touched by the database's thread only.
    private int version;
    /** Empty until another process changed something: then all of them count as changed. */
    private Map<String, Long> sums = Map.of();

    OtherInstances(Database database, Consumer<String> told) {
        this.database = database;
        this.told = told;
    }

    /** What is there now is known. */
    void begin() {
        database.readSoon(connection -> version = version(connection));
    }

    /** Tells which differ from the last time, if another process wrote anything since. Returns at once. */
    void look() {
        database.readSoon(connection -> {
            int now = version(connection);
            if (now == version) {
                return;
            }
            version = now;
            var before = sums;
            sums = sums(connection);
            var changed = new HashSet<String>();
            sums.forEach((id, sum) -> {
                if (!sum.equals(before.get(id))) {
                    changed.add(id);
                }
            });
            before.keySet().stream().filter(id -> !sums.containsKey(id)).forEach(changed::add);
            changed.forEach(told);
        });
    }

    /** Differs after each commit of another connection. */
    private static int version(Connection connection) throws SQLException {
        return Sql.number(connection, "PRAGMA data_version");
    }

    private static Map<String, Long> sums(Connection connection) throws SQLException {
        var found = new HashMap<String, Long>();
        try (var select = connection.prepareStatement(SUMS); var rows = select.executeQuery()) {
            while (rows.next()) {
                found.merge(rows.getString(1), rows.getLong(2), (a, b) -> a * 31 + b);
            }
        }
        return found;
    }
}

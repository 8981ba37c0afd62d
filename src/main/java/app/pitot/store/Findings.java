package app.pitot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a look through a whole database found.
 *
 * @param whole true if SQLite finds no fault in its structure
 * @param rows how many each table has
 * @param bad how many rows are not what was written
 */
record Findings(boolean whole, Map<String, Long> rows, long bad) {
    /** Reads everything, which takes about a second for 100 MB. */
    static Findings of(Connection connection) throws SQLException {
        var faults = Sql.texts(connection, "PRAGMA integrity_check(1)");
        return new Findings(faults.size() == 1 && "ok".equals(faults.getFirst()), counts(connection),
                bad(connection));
    }

    static Map<String, Long> counts(Connection connection) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        for (var table : Sql.tables(connection)) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT count(*) FROM " + Sql.name(table))) {
                counts.put(table, rows.getLong(1));
            }
        }
        return counts;
    }

    static long bad(Connection connection) throws SQLException {
        long bad = 0;
        for (var table : Checksum.tables(connection)) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT * FROM " + Sql.name(table))) {
                while (rows.next()) {
                    bad += Checksum.good(table, rows) ? 0 : 1;
                }
            }
        }
        return bad;
    }

    /** True if each table has as many rows as at one of two moments, or between. */
    boolean between(Map<String, Long> before, Map<String, Long> after) {
        return rows.keySet().equals(after.keySet()) && rows.entrySet().stream().allMatch(each -> {
            long one = before.getOrDefault(each.getKey(), 0L);
            long other = after.get(each.getKey());
            return each.getValue() >= Math.min(one, other) && each.getValue() <= Math.max(one, other);
        });
    }
}

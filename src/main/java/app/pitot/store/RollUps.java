package app.pitot.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sums of the ledger by minute, hour and day, so that no look back has to read every request. They change in the transaction
 * in which a request ends, and can be made anew from the ledger.
 */
final class RollUps {
    /** How long the stretches are and how long they are kept. */
    private enum Level {
        MINUTE(Duration.ofMinutes(1), Duration.ofDays(7)), HOUR(Duration.ofHours(1), Duration.ofDays(400)), DAY(
                Duration.ofDays(1), null);

        private final long length;
        private final Duration kept;
        private final CheckedTable table;

        Level(Duration length, Duration kept) {
            this.length = length.toMillis();
            this.kept = kept;
            var columns = new ArrayList<>(List.of("at_ms", "account", "model"));
            columns.addAll(Sums.COLUMNS);
            table = new CheckedTable(table(), columns.toArray(String[]::new));
        }

        private String table() {
            return "usage_" + name().toLowerCase(java.util.Locale.ROOT);
        }

        private long begin(long ms) {
            return Math.floorDiv(ms, length) * length;
        }

        /** What begins earlier is not kept. */
        private long oldest(long nowMs) {
            return kept == null ? Long.MIN_VALUE : nowMs - kept.toMillis();
        }
    }

    private static final Level[] LEVELS = Level.values();

    private RollUps() {}

    /** Which row of sums a request belongs to. */
    private record Key(long at, String account, String model) {
        static Key of(Level level, ResultSet row) throws SQLException {
            return new Key(level.begin(row.getLong("started_ms")), row.getString("account"), row.getString("model"));
        }
    }

    /**
     * Counts a request that has just been written as ended; it must not have been counted before. What is too old goes.
     *
     * @param id of a good row of the ledger
     */
    static void count(Connection connection, String id) throws SQLException {
        try (var select = connection.prepareStatement("SELECT * FROM request WHERE id = ?")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    long now = row.getLong("ended_ms");
                    for (var level : LEVELS) {
                        count(connection, level, row, now);
                    }
                }
            }
        }
    }

    private static void count(Connection connection, Level level, ResultSet row, long nowMs) throws SQLException {
        var key = Key.of(level, row);
        if (key.at() >= level.oldest(nowMs)) {
            put(connection, level, key, with(connection, level, key, row));
        }
        if (level.kept != null) {
            try (var delete = connection.prepareStatement("DELETE FROM " + level.table() + " WHERE at_ms < ?")) {
                delete.setLong(1, level.oldest(nowMs));
                delete.executeUpdate();
            }
        }
    }

    /** The sums that are there and {@code row}; what is damaged is summed up anew. */
    private static Sums with(Connection connection, Level level, Key key, ResultSet row) throws SQLException {
        var there = level.table.find(connection, "WHERE at_ms = ? AND account = ? AND model = ?",
                (sums, good) -> Optional.ofNullable(good ? Sums.of(sums) : null), key.at(), key.account(), key.model());
        if (!there.isEmpty() && there.getFirst().isEmpty()) {
            return anew(connection, level, key, row.getString("provider"));
        }
        var sums = there.isEmpty() ? Sums.none(row.getString("provider")) : there.getFirst().orElseThrow();
        sums.add(row);
        return sums;
    }

    /** From the ledger, in which the request that is being counted stands already. */
    private static Sums anew(Connection connection, Level level, Key key, String provider) throws SQLException {
        var sums = Sums.none(provider);
        try (var select = connection.prepareStatement("SELECT * FROM request WHERE account = ? AND model = ?"
                + " AND started_ms >= ? AND started_ms < ? AND ended_ms IS NOT NULL")) {
            Sql.bind(select, key.account(), key.model(), key.at(), key.at() + level.length);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    if (Checksum.good(LedgerRow.TABLE, rows)) {
                        sums.add(rows);
                    }
                }
            }
        }
        return sums;
    }

    private static void put(Connection connection, Level level, Key key, Sums sums) throws SQLException {
        var values = new ArrayList<Object>(List.of(key.at(), key.account(), key.model()));
        values.addAll(List.of(sums.values()));
        level.table.put(connection, true, values.toArray());
    }

    /** Sums up all that has ended, where there are tables for it and nothing is in them yet. */
    static void fill(Connection connection) throws SQLException {
        if (Sql.texts(connection, "SELECT name FROM sqlite_schema WHERE name = '" + Level.DAY.table() + "'").isEmpty()
                || Sql.number(connection, "SELECT count(*) FROM " + Level.DAY.table()) > 0) {
            return;
        }
        long now = newest(connection);
        for (var level : LEVELS) {
            fill(connection, level, level.oldest(now));
        }
    }

    /**
     * Makes the sums anew of which some were taken away too early, as a clock that was years ahead for a while has it done.
     * Reads little unless there is something to mend.
     */
    static void mend(Connection connection, long nowMs) throws SQLException {
        for (var level : LEVELS) {
            long oldest = level.kept == null ? 0 : level.begin(level.oldest(nowMs)) + level.length;
            var range = " >= " + oldest + " AND %s <= " + nowMs;
            long there = sum(connection, "SELECT total(requests) FROM " + level.table() + " WHERE at_ms"
                    + range.formatted("at_ms"));
            long wanted = sum(connection, "SELECT count(*) FROM request WHERE ended_ms IS NOT NULL AND started_ms"
                    + range.formatted("started_ms"));
            if (there < wanted) {
                Sql.run(connection, "DELETE FROM " + level.table() + " WHERE at_ms >= " + oldest);
                fill(connection, level, oldest);
            }
        }
    }

    private static long sum(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }

    private static long newest(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT max(ended_ms) FROM request")) {
            return row.getLong(1);
        }
    }

    private static void fill(Connection connection, Level level, long oldest) throws SQLException {
        var open = new HashMap<Key, Sums>();
        long at = Long.MIN_VALUE;
        try (var select = connection.prepareStatement("SELECT * FROM request WHERE ended_ms IS NOT NULL"
                + " AND started_ms >= ? ORDER BY started_ms")) {
            select.setLong(1, oldest);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var key = Key.of(level, rows);
                    if (!Checksum.good(LedgerRow.TABLE, rows) || key.at() < oldest) {
                        continue;
                    }
                    if (key.at() != at) {
                        putAll(connection, level, open);
                        at = key.at();
                    }
                    var sums = open.get(key);
                    if (sums == null) {
                        sums = Sums.none(rows.getString("provider"));
                        open.put(key, sums);
                    }
                    sums.add(rows);
                }
            }
        }
        putAll(connection, level, open);
    }

    private static void putAll(Connection connection, Level level, Map<Key, Sums> open) throws SQLException {
        for (var each : open.entrySet()) {
            put(connection, level, each.getKey(), each.getValue());
        }
        open.clear();
    }
}

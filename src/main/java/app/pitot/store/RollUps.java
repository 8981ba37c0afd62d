package app.pitot.store;

import java.sql.Connection;
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
            return "usage_" + Stored.word(this);
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
        static Key of(Level level, RowValues row) throws SQLException {
            return new Key(level.begin(row.number("started_ms")), row.there("account"), row.there("model"));
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
                var values = new TableRow(LedgerRow.TABLE, row);
                while (values.next()) {
                    long now = values.number("ended_ms");
                    for (var level : LEVELS) {
                        count(connection, level, values, now);
                    }
                }
            }
        }
    }

    private static void count(Connection connection, Level level, RowValues row, long nowMs) throws SQLException {
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
    private static Sums with(Connection connection, Level level, Key key, RowValues row) throws SQLException {
        var there = level.table.find(connection, "WHERE at_ms = ? AND account = ? AND model = ?",
                (sums, good) -> Optional.ofNullable(good ? Sums.of(sums) : null), key.at(), key.account(), key.model());
        if (!there.isEmpty() && there.getFirst().isEmpty()) {
            return anew(connection, level, key, row.text("provider"));
        }
        var sums = there.isEmpty() ? Sums.none(row.text("provider")) : there.getFirst().orElseThrow();
        sums.add(row);
        return sums;
    }

    /** From the ledger, in which the request that is being counted stands already. */
    private static Sums anew(Connection connection, Level level, Key key, String provider) throws SQLException {
        var sums = Sums.none(provider);
        LedgerRows.read(connection, new LedgerRows.Range(key.at(), key.at() + level.length, false),
                "account = ? AND model = ? AND ended_ms IS NOT NULL", List.of(key.account(), key.model()),
                (row, good) -> {
                    if (!key.equals(Key.of(level, row))) {
                        return true;
                    }
                    if (good) {
                        sums.add(row);
                    } else {
                        sums.addDamaged();
                    }
                    return true;
                });
        return sums;
    }

    private static void put(Connection connection, Level level, Key key, Sums sums) throws SQLException {
        var values = new ArrayList<Object>(List.of(key.at(), key.account(), key.model()));
        values.addAll(List.of(sums.values()));
        level.table.put(connection, true, values.toArray());
    }

    /** True if there are tables of today; false in a file of an earlier schema. */
    static boolean asked(Connection connection) throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM pragma_table_info('" + Level.DAY.table()
                + "') WHERE name = '" + Count.DAMAGED.column() + "'") > 0;
    }

    /** Sums up all that has ended, where there are tables of today for it and nothing is in them yet. */
    static void fill(Connection connection) throws SQLException {
        if (!asked(connection) || Sql.number(connection, "SELECT count(*) FROM " + Level.DAY.table()) > 0) {
            return;
        }
        long now = number(connection, "SELECT max(ended_ms) FROM request");
        var days = new Filling(Level.DAY, Level.DAY.oldest(now), null);
        var hours = new Filling(Level.HOUR, Level.HOUR.oldest(now), days);
        var minutes = new Filling(Level.MINUTE, Level.MINUTE.oldest(now), null);
        fill(connection, Long.MIN_VALUE, List.of(minutes, hours));
        days.putAll(connection);
    }

    /**
     * Makes the sums anew of which some were taken away too early, as a clock that was years ahead for a while has it done.
     * Reads little unless there is something to mend.
     */
    static void mend(Connection connection, long nowMs) throws SQLException {
        long tomorrow = Level.DAY.begin(nowMs) + Level.DAY.length;
        var range = " started_ms >= 0 AND started_ms < " + tomorrow;
        long wanted = number(connection, "SELECT (SELECT count(*) FROM request WHERE" + range
                + ") - (SELECT count(*) FROM request INDEXED BY request_open WHERE ended_ms IS NULL AND" + range + ")");
        long days = counted(connection, Level.DAY, 0, tomorrow);
        // What a damaged sheet holds is missing in what would be made anew.
        if (days < wanted + Archive.count(connection, 0, tomorrow, false)
                && days < wanted + Archive.count(connection, 0, tomorrow, true)) {
            refill(connection, Level.DAY, 0);
        }
        for (var level : List.of(Level.HOUR, Level.MINUTE)) {
            var above = LEVELS[level.ordinal() + 1];
            long oldest = level.begin(level.oldest(nowMs)) + level.length;
            long whole = above.begin(oldest + above.length - 1);
            if (counted(connection, level, whole, tomorrow) < counted(connection, above, whole, tomorrow)) {
                refill(connection, level, oldest);
            }
        }
    }

    private static void refill(Connection connection, Level level, long oldest) throws SQLException {
        Sql.run(connection, "DELETE FROM " + level.table() + " WHERE at_ms >= " + oldest);
        fill(connection, oldest, List.of(new Filling(level, oldest, null)));
    }

    private static long counted(Connection connection, Level level, long from, long until) throws SQLException {
        return number(connection, "SELECT ifnull(sum(requests + damaged), 0) FROM " + level.table() + " WHERE at_ms >= "
                + from + " AND at_ms < " + until);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }

    private static void fill(Connection connection, long oldest, List<Filling> fillings) throws SQLException {
        LedgerRows.read(connection, LedgerRows.Range.since(oldest), "ended_ms IS NOT NULL", List.of(), (row, good) -> {
            for (var filling : fillings) {
                filling.take(connection, row, good);
            }
            return true;
        });
        for (var filling : fillings) {
            filling.putAll(connection);
        }
    }

    /** Sums of one level that are being made, those of one stretch at a time. */
    private static final class Filling {
        private final Level level;
        private final long oldest;
        private final Filling upper;
        private final Map<Key, Sums> open = new HashMap<>();
        private long at = Long.MIN_VALUE;

        /**
         * @param oldest what begins earlier is not written
         * @param upper made of these; null for none
         */
        Filling(Level level, long oldest, Filling upper) {
            this.level = level;
            this.oldest = oldest;
            this.upper = upper;
        }

        void take(Connection connection, RowValues row, boolean good) throws SQLException {
            var key = Key.of(level, row);
            if (upper == null && key.at() < oldest) {
                return;
            }
            var sums = sums(connection, key, row.there("provider"));
            if (good) {
                sums.add(row);
            } else {
                sums.addDamaged();
            }
        }

        private Sums sums(Connection connection, Key key, String provider) throws SQLException {
            if (key.at() != at) {
                putAll(connection);
                at = key.at();
            }
            return open.computeIfAbsent(key, _ -> Sums.none(provider));
        }

        void putAll(Connection connection) throws SQLException {
            for (var each : open.entrySet()) {
                var key = each.getKey();
                var sums = each.getValue();
                if (key.at() >= oldest) {
                    put(connection, level, key, sums);
                }
                if (upper != null) {
                    upper.sums(connection, new Key(upper.level.begin(key.at()), key.account(), key.model()),
                            sums.provider()).add(sums);
                }
            }
            open.clear();
        }
    }
}

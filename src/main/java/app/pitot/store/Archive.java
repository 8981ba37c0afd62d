package app.pitot.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Requests that ended long ago, many to a row: a {@link Sheet} with a checksum, as every row has. Until the last of them has
 * been taken out of the table of requests they stand in both; there they count.
 */
final class Archive {
    static final String NAME = "archive";
    /** Requests of a sheet at most. More would save a percent, and one takes longer to be found. */
    static final int MOST = 2_048;

    private static final CheckedTable TABLE = new CheckedTable(NAME, "sheet", "from_ms", "to_ms", "requests", "ids",
            "packed");

    private Archive() {}

    /**
     * What there is to know of a sheet without unpacking it.
     *
     * @param fromMs when the first of its requests began
     * @param toMs when the last of them began
     */
    record Head(long sheet, long fromMs, long toMs, int requests) {}

    /** False in a file of an earlier schema. */
    static boolean there(Connection connection) throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM sqlite_schema WHERE name = '" + NAME + "'") > 0;
    }

    /**
     * Sheets in which a request may stand that began in this stretch of time, by the start of their first; empty where there is
     * no archive. The heads alone are read, without a look at the checksum.
     *
     * @param until exclusive
     */
    static List<Head> heads(Connection connection, long from, long until) throws SQLException {
        var found = new ArrayList<Head>();
        if (!there(connection)) {
            return found;
        }
        try (var query = connection.prepareStatement("SELECT sheet, from_ms, to_ms, requests FROM archive"
                + " WHERE to_ms >= ? AND from_ms < ? ORDER BY from_ms, sheet")) {
            Sql.bind(query, from, until);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Head(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getInt(4)));
                }
            }
        }
        return found;
    }

    /** Null if it is not what was written, or not there. */
    static Sheet open(Connection connection, long sheet) throws SQLException {
        var found = TABLE.find(connection, "WHERE sheet = ?", Archive::sheet, sheet);
        return found.isEmpty() ? null : found.getFirst();
    }

    private static Sheet sheet(ResultSet row, boolean good) throws SQLException {
        try {
            return good ? Sheet.of(row.getBytes("packed")) : null;
        } catch (IllegalArgumentException e) {
            org.slf4j.LoggerFactory.getLogger(Archive.class).warn("A sheet of the archive is of no use.", e);
            return null;
        }
    }

    /** The row of a request, with all but its checksum, which was good; null if it is in no good sheet. */
    static RowValues find(Connection connection, String id) throws SQLException {
        return first(connection, id, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** True if a request that began then is in a good sheet. */
    static boolean has(Connection connection, String id, long startedMs) throws SQLException {
        // By the index first: asked before each request, and hardly ever is there such a sheet.
        return !heads(connection, startedMs, startedMs + 1).isEmpty()
                && first(connection, id, startedMs, startedMs + 1) != null;
    }

    private static RowValues first(Connection connection, String id, long from, long until) throws SQLException {
        var found = new RowValues[1];
        find(connection, Set.of(id), from, until, (row, _) -> {
            found[0] = row;
            return false;
        });
        return found[0];
    }

    /**
     * Hands out requests by their ids, the newest sheet first; only sheets that seem to have one are unpacked.
     *
     * @param from of requests that began no earlier, milliseconds
     * @param until exclusive
     */
    static void find(Connection connection, Set<String> ids, long from, long until, LedgerRows.Sink sink)
            throws SQLException {
        if (!there(connection)) {
            return;
        }
        var hashes = new IdHashes(ids);
        try (var query = connection.prepareStatement(
                "SELECT sheet, ids FROM archive WHERE to_ms >= ? AND from_ms < ? ORDER BY sheet DESC")) {
            Sql.bind(query, from, until);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var sheet = hashes.mayBeIn(rows.getBytes(2)) ? open(connection, rows.getLong(1)) : null;
                    for (int i = 0; sheet != null && i < sheet.size(); i++) {
                        var row = sheet.row(i);
                        long started = row.number("started_ms");
                        if (ids.contains(row.text("id")) && started >= from && started < until
                                && !sink.row(row, true)) {
                            return;
                        }
                    }
                }
            }
        }
    }

    /**
     * How many requests are in the archive alone that began in this stretch of time. Sheets that are in it as a whole are
     * not unpacked, unless the table of requests still has some that began with theirs.
     *
     * @param until exclusive
     * @param sure true to look at every checksum, and to leave out what is in a damaged sheet
     */
    static long count(Connection connection, long from, long until, boolean sure) throws SQLException {
        long sum = 0;
        long oldest = oldest(connection);
        for (var head : heads(connection, from, until)) {
            boolean whole = !sure && head.fromMs() >= from && head.toMs() < until;
            var elsewhere = head.toMs() < oldest ? Set.<String>of() : ids(connection, head);
            sum += whole && elsewhere.isEmpty()
                    ? head.requests()
                    : count(open(connection, head.sheet()), from, until, elsewhere);
        }
        return sum;
    }

    private static long count(Sheet sheet, long from, long until, Set<String> elsewhere) throws SQLException {
        long sum = 0;
        for (int i = 0; sheet != null && i < sheet.size(); i++) {
            var row = sheet.row(i);
            long started = row.number("started_ms");
            sum += started >= from && started < until && !elsewhere.contains(row.text("id")) ? 1 : 0;
        }
        return sum;
    }

    /** When the first of the requests in the table began that have ended. */
    private static long oldest(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT coalesce(min(started_ms), " + Long.MAX_VALUE
                        + ") FROM request WHERE ended_ms IS NOT NULL")) {
            return row.getLong(1);
        }
    }

    /** Of the requests in the table that began between the first and the last of a sheet. */
    private static Set<String> ids(Connection connection, Head head) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT id FROM request WHERE started_ms >= ? AND started_ms <= ? AND ended_ms IS NOT NULL")) {
            Sql.bind(query, head.fromMs(), head.toMs());
            try (var rows = query.executeQuery()) {
                var found = new HashSet<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }

    /**
     * What a new sheet holds.
     *
     * @param ids in the order of the rows
     */
    record Packed(long fromMs, long toMs, List<String> ids, byte[] rows) {
        /**
         * @param columns with {@code id} and {@code started_ms}, without the checksum
         * @param rows good ones, in the order of their start
         */
        static Packed of(List<String> columns, List<Object[]> rows) {
            int id = columns.indexOf("id");
            int started = columns.indexOf("started_ms");
            return new Packed((Long) rows.getFirst()[started], (Long) rows.getLast()[started],
                    rows.stream().map(each -> (String) each[id]).toList(), Sheet.pack(columns, rows));
        }
    }

    /** Puts a sheet behind all others. */
    static void add(Connection connection, Packed sheet) throws SQLException {
        TABLE.put(connection, true, last(connection) + 1, sheet.fromMs(), sheet.toMs(), (long) sheet.ids().size(),
                IdHashes.of(sheet.ids()), sheet.rows());
    }

    /** Number of the newest sheet; 0 if there is none. */
    static long last(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT coalesce(max(sheet), 0) FROM archive")) {
            return row.getLong(1);
        }
    }
}

package app.pitot.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Old requests that follow each other in their table, as {@link Archiver} moves them.
 *
 * @param sheet of those that are to be packed; null for none, or if there are any of the others
 * @param taken ids of those that a sheet has already; they only have to go
 * @param last the newest sheet when they were read
 * @param next where to go on; null at the end
 */
record ArchiveBatch(Archive.Packed sheet, List<String> taken, long last, Place next) {
    /** In the order of the table's rows. */
    record Place(long startedMs, String id) {
        static final Place FIRST = new Place(Long.MIN_VALUE, "");
    }

    /** @param good false if it is not what was written */
    private record Row(Place place, Object[] values, long sum, boolean good) {}

    /**
     * Reads up to a sheet full, in one snapshot. Damaged rows stay where they are, and damaged, unless a sheet has them as they
     * were. So does the newest row, by whose number others see what is new.
     *
     * @param from those behind it
     * @param before only those that began earlier
     * @param patience where there are fewer than a sheet holds: only if the first of them began before
     */
    static ArchiveBatch read(Connection connection, Place from, long before, long patience) throws SQLException {
        var columns = new ArrayList<String>();
        List<Row> rows;
        Map<String, Long> known;
        long last;
        Sql.run(connection, "BEGIN");
        try {
            rows = rows(connection, from, before, columns);
            known = known(connection, rows, columns);
            last = Archive.last(connection);
        } finally {
            Sql.run(connection, "ROLLBACK");
        }
        var pack = new ArrayList<Row>();
        var taken = new ArrayList<String>();
        for (var row : rows) {
            var sum = known.get(row.place().id());
            if (sum == null && row.good()) {
                pack.add(row);
            } else if (sum != null && (!row.good() || sum == row.sum())) {
                taken.add(row.place().id());
            }
        }
        boolean end = rows.size() < Archive.MOST;
        boolean wait = pack.isEmpty() || !taken.isEmpty() || end && pack.getFirst().place().startedMs() >= patience;
        return new ArchiveBatch(wait ? null : pack(columns, pack), taken, last, end ? null : rows.getLast().place());
    }

    private static List<Row> rows(Connection connection, Place from, long before, List<String> columns)
            throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT * FROM request
                WHERE started_ms >= ? AND started_ms < ? AND (started_ms > ? OR id > ?) AND ended_ms IS NOT NULL
                  AND rowid < (SELECT max(rowid) FROM request)
                ORDER BY started_ms, id LIMIT ?""")) {
            Sql.bind(select, from.startedMs(), before, from.startedMs(), from.id(), Archive.MOST);
            try (var found = select.executeQuery()) {
                var names = found.getMetaData();
                for (int i = 1; i <= names.getColumnCount(); i++) {
                    columns.add(names.getColumnLabel(i));
                }
                columns.remove(Checksum.COLUMN);
                var rows = new ArrayList<Row>();
                while (found.next()) {
                    rows.add(row(found, columns));
                }
                return rows;
            }
        }
    }

    private static Row row(ResultSet found, List<String> columns) throws SQLException {
        var values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = RowValues.plain(found.getObject(columns.get(i)));
        }
        return new Row(new Place(found.getLong("started_ms"), Stored.there(found, "id")), values,
                found.getLong(Checksum.COLUMN), Checksum.good(LedgerRow.TABLE, found));
    }

    /** The checksums that those rows would have which a good sheet holds. */
    private static Map<String, Long> known(Connection connection, List<Row> rows, List<String> columns)
            throws SQLException {
        var known = new HashMap<String, Long>();
        if (rows.isEmpty()) {
            return known;
        }
        var asked = new HashMap<String, Row>();
        rows.forEach(each -> asked.put(each.place().id(), each));
        for (var head : Archive.heads(connection, rows.getFirst().place().startedMs(),
                rows.getLast().place().startedMs() + 1)) {
            var sheet = Archive.open(connection, head.sheet());
            for (int i = 0; sheet != null && i < sheet.size(); i++) {
                var id = sheet.row(i).text("id");
                if (asked.containsKey(id)) {
                    known.put(id, sum(sheet.row(i), columns));
                }
            }
        }
        return known;
    }

    private static long sum(RowValues row, List<String> columns) throws SQLException {
        var values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(columns.get(i));
        }
        return Checksum.of(LedgerRow.TABLE, columns, values);
    }

    /** What is to go must be there again, to the bit. */
    private static Archive.Packed pack(List<String> columns, List<Row> rows) throws SQLException {
        var packed = Archive.Packed.of(columns, rows.stream().map(Row::values).toList());
        var sheet = Sheet.of(packed.rows());
        for (int i = 0; i < rows.size(); i++) {
            if (sum(sheet.row(i), columns) != rows.get(i).sum()
                    || !Objects.equals(sheet.row(i).get("id"), rows.get(i).place().id())) {
                throw new SQLException("A sheet does not hold what was packed.");
            }
        }
        return packed;
    }
}

package app.pitot.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Tells whether a row is what was written. A table that takes part has a column {@link #COLUMN}, which covers every other
 * column that is not null by name, type and value: a new column that may be null changes no checksum, and the order of
 * columns does not matter. A row whose checksum is missing is not good.
 *
 * <p>Whoever writes a row knows all of it; what was read without looking at its checksum must never get a new one.
 */
final class Checksum {
    static final String COLUMN = "checksum";

    private final CRC32C crc = new CRC32C();
    private final byte[] table;
    private long sum;

    private Checksum(String table) {
        this.table = bytes(table);
    }

    /**
     * Of a row to be written.
     *
     * @param columns as many as there are values; {@link #COLUMN} itself is skipped
     * @param values null, String, Integer, Long, Double, Boolean or byte[], of the types that their columns store
     */
    static long of(String table, List<String> columns, Object... values) {
        if (columns.size() != values.length) {
            throw new IllegalArgumentException(columns.size() + " columns, " + values.length + " values");
        }
        var checksum = new Checksum(table);
        for (int i = 0; i < values.length; i++) {
            checksum.add(columns.get(i), values[i]);
        }
        return checksum.sum;
    }

    /** Of the row that {@code row} stands on, all columns of which were selected under their own names. */
    static long of(String table, ResultSet row) throws SQLException {
        var columns = row.getMetaData();
        var checksum = new Checksum(table);
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            checksum.add(columns.getColumnLabel(i), row.getObject(i));
        }
        return checksum.sum;
    }

    /** True if the row that {@code row} stands on, selected with all its columns, is what was written. */
    static boolean good(String table, ResultSet row) throws SQLException {
        return row.getObject(COLUMN) instanceof Number kept && kept.longValue() == of(table, row);
    }

    /** The same, but true where rows have no checksums yet: in a file of an earlier schema, which may only be read. */
    static boolean believable(String table, ResultSet row) throws SQLException {
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (columns.getColumnLabel(i).equals(COLUMN)) {
                return good(table, row);
            }
        }
        return true;
    }

    /** The tables whose rows have checksums. */
    static List<String> tables(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var query = connection
                .prepareStatement("SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c"
                        + " WHERE t.type = 'table' AND c.name = ? ORDER BY t.name")) {
            query.setString(1, COLUMN);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    /** Gives one to each row that a migration left without; a row that loses its checksum later is damaged. */
    static void fill(Connection connection) throws SQLException {
        for (var table : tables(connection)) {
            var name = Sql.name(table);
            try (var query = connection.prepareStatement(
                    "SELECT rowid AS \"\", * FROM " + name + " WHERE " + COLUMN + " IS NULL");
                    var update = connection.prepareStatement(
                            "UPDATE " + name + " SET " + COLUMN + " = ? WHERE rowid = ?");
                    var rows = query.executeQuery()) {
                while (rows.next()) {
                    Sql.bind(update, of(table, rows), rows.getLong(1));
                    update.addBatch();
                }
                update.executeBatch();
            }
        }
    }

    private void add(String column, Object value) {
        // The nameless column is a row's number, which is no part of it.
        if (value == null || column.isEmpty() || column.equals(COLUMN)) {
            return;
        }
        crc.reset();
        frame(table);
        frame(bytes(column));
        switch (value) {
            case String text -> typed('T', bytes(text));
            case byte[] blob -> typed('B', blob);
            case Boolean flag -> typed('I', bytes(flag ? 1 : 0));
            case Integer number -> typed('I', bytes(number));
            case Long number -> typed('I', bytes(number));
            case Double number when whole(number) -> typed('I', bytes(number.longValue()));
            case Double number -> typed('R', bytes(Double.doubleToLongBits(number)));
            default -> throw new IllegalArgumentException(value.getClass().getName());
        }
        sum += crc.getValue();
    }

    /** True for what SQLite may store either way, as a whole number that keeps no sign of zero. */
    static boolean whole(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1L << 53;
    }

    private void typed(char type, byte[] content) {
        crc.update(type);
        frame(content);
    }

    /** With its length before it, so that nothing can move from one part into the next. */
    private void frame(byte[] part) {
        crc.update(bytes(part.length));
        crc.update(part);
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    /** As the driver does it: half a surrogate pair becomes a question mark. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package app.pitot.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.zip.CRC32C;

/** Tells of each row of a result whether it is what was written, as {@link Checksum} does, but quickly. Not thread-safe. */
final class RowCheck {
    private static final int NUMBER = Long.BYTES;

    private final ResultSet rows;
    private final CRC32C crc = new CRC32C();
    /** Of each column all that comes before its value's type; null for those that are no part of a checksum. */
    private final byte[][] heads;
    /** The same with type and length of a number, and room for it. */
    private final byte[][] numbers;
    /** The place of the checksum; 0 if there is none. */
    private int kept;

    /** @param rows with all columns of {@code table} under their own names */
    RowCheck(String table, ResultSet rows) throws SQLException {
        this.rows = rows;
        var columns = rows.getMetaData();
        heads = new byte[columns.getColumnCount() + 1][];
        numbers = new byte[heads.length][];
        for (int i = 1; i < heads.length; i++) {
            var name = columns.getColumnLabel(i);
            if (name.equals(Checksum.COLUMN)) {
                kept = i;
            } else if (!name.isEmpty()) {
                heads[i] = head(table, name);
                numbers[i] = ByteBuffer.allocate(heads[i].length + 1 + 2 * NUMBER).put(heads[i]).put((byte) 'I')
                        .putLong(NUMBER).putLong(0).array();
            }
        }
    }

    private static byte[] head(String table, String column) {
        var first = table.getBytes(StandardCharsets.UTF_8);
        var second = column.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * NUMBER + first.length + second.length).putLong(first.length).put(first)
                .putLong(second.length).put(second).array();
    }

    /** Of the row on which the result stands; false without a checksum. */
    boolean good() throws SQLException {
        return good(values());
    }

    /** All columns of the row on which the result stands, each at its place from 1 on. */
    Object[] values() throws SQLException {
        var values = new Object[heads.length];
        for (int i = 1; i < values.length; i++) {
            values[i] = rows.getObject(i);
        }
        return values;
    }

    /** The same of a row that was read. */
    boolean good(Object[] values) {
        return kept > 0 && values[kept] instanceof Number wanted && wanted.longValue() == sum(values);
    }

    /** The same, but true where rows have no checksums yet. */
    boolean believable(Object[] values) {
        return kept == 0 || good(values);
    }

    private long sum(Object[] values) {
        long sum = 0;
        for (int i = 1; i < heads.length; i++) {
            if (heads[i] != null && values[i] != null) {
                crc.reset();
                add(i, values[i]);
                sum += crc.getValue();
            }
        }
        return sum;
    }

    private void add(int column, Object value) {
        switch (value) {
            case String text -> typed(column, 'T', text.getBytes(StandardCharsets.UTF_8));
            case byte[] blob -> typed(column, 'B', blob);
            case Integer number -> number(column, number);
            case Long number -> number(column, number);
            case Double number when Checksum.whole(number) -> number(column, number.longValue());
            case Double number -> typed(column, 'R',
                    ByteBuffer.allocate(NUMBER).putLong(Double.doubleToLongBits(number)).array());
            default -> throw new IllegalArgumentException(value.getClass().getName());
        }
    }

    private void number(int column, long value) {
        var bytes = numbers[column];
        ByteBuffer.wrap(bytes).putLong(bytes.length - NUMBER, value);
        crc.update(bytes);
    }

    private void typed(int column, char type, byte[] content) {
        crc.update(heads[column]);
        crc.update(type);
        crc.update(ByteBuffer.allocate(NUMBER).putLong(content.length).array());
        crc.update(content);
    }
}

package app.pitot.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The checksum of a row: CRC32C over its columns in order, each with its type and length. Damage inside the file that
 * SQLite does not see shows by it.
 */
final class RowSum {
    private RowSum() {}

    /** @param values null, String, Long, Integer, Boolean */
    static long of(Object... values) {
        var sum = new CRC32C();
        var head = ByteBuffer.allocate(Long.BYTES + 1);
        for (var value : values) {
            head.clear();
            switch (value) {
                case null -> sum.update(head.put((byte) 0).flip());
                case String text -> {
                    var bytes = text.getBytes(StandardCharsets.UTF_8);
                    sum.update(head.put((byte) 1).putLong(bytes.length).flip());
                    sum.update(bytes);
                }
                case Boolean flag -> sum.update(head.put((byte) 2).putLong(flag ? 1 : 0).flip());
                case Number number -> sum.update(head.put((byte) 2).putLong(number.longValue()).flip());
                default -> throw new IllegalArgumentException(value.getClass().getName());
            }
        }
        return sum.getValue();
    }

    /** {@code values} and their checksum behind them. */
    static Object[] sealed(Object... values) {
        var all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = of(values);
        return all;
    }

    /** The same with a checksum that does not fit: what was read damaged is never written as good. */
    static Object[] damaged(Object... values) {
        var all = sealed(values);
        all[values.length] = (Long) all[values.length] ^ 1;
        return all;
    }
}

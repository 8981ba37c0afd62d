package app.pitot.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds rows by the pages that hold them, where the way that leads to those pages is lost. Which table a row belongs to,
 * and whether it is good, is for the row's checksum to say. The file format is that of sqlite.org/fileformat.html.
 */
final class Leaves {
    private static final int TABLE_LEAF = 0x0D;
    private static final int MAX_COLUMNS = 200;
    private static final int MAX_ROW_BYTES = 256 << 20;

    private final Pages pages;

    private Leaves(Pages pages) {
        this.pages = pages;
    }

    /** Takes what is found. */
    interface Sink {
        /** @param values null, Long, Double, String or byte[] as they are stored, in the order of the columns */
        void row(long rowid, List<Object> values) throws SQLException;
    }

    /** Hands every row to {@code sink} that looks like one. */
    static void scan(Pages pages, Sink sink) throws IOException, SQLException {
        var leaves = new Leaves(pages);
        for (long number = 1; number <= pages.count(); number++) {
            var page = pages.page(number);
            if (page != null) {
                leaves.scan(page, number == 1 ? 100 : 0, sink);
            }
        }
    }

    private void scan(ByteBuffer page, int start, Sink sink) throws IOException, SQLException {
        if (page.get(start) != TABLE_LEAF) {
            return;
        }
        int cells = page.getShort(start + 3) & 0xffff;
        for (int i = 0; i < cells && start + 10 + 2 * i <= page.limit(); i++) {
            int at = page.getShort(start + 8 + 2 * i) & 0xffff;
            if (at >= page.limit()) {
                continue;
            }
            long rowid;
            List<Object> values;
            try {
                var cell = page.duplicate().position(at);
                long length = varint(cell);
                rowid = varint(cell);
                values = record(payload(cell, length));
            } catch (BufferUnderflowException | IllegalArgumentException e) {
                // Garbage: as little a row as the space between rows.
                continue;
            }
            sink.row(rowid, values);
        }
    }

    private ByteBuffer payload(ByteBuffer cell, long length) throws IOException {
        if (length < 2 || length > MAX_ROW_BYTES) {
            throw new IllegalArgumentException();
        }
        int usable = pages.size();
        long most = usable - 35L;
        if (length <= most) {
            return cell.slice(cell.position(), checked(length, cell.remaining()));
        }
        long least = (usable - 12L) * 32 / 255 - 23;
        long fitting = least + (length - least) % (usable - 4L);
        int local = (int) (fitting <= most ? fitting : least);
        var whole = new ByteArrayOutputStream();
        var first = new byte[local];
        cell.get(first);
        whole.writeBytes(first);
        long next = cell.getInt() & 0xffffffffL;
        while (whole.size() < length) {
            // A chain that runs in a circle ends, too, with the length.
            var page = pages.page(next);
            if (page == null) {
                throw new IllegalArgumentException();
            }
            next = page.getInt() & 0xffffffffL;
            var more = new byte[(int) Math.min(usable - 4L, length - whole.size())];
            page.get(more);
            whole.writeBytes(more);
        }
        return ByteBuffer.wrap(whole.toByteArray());
    }

    private static List<Object> record(ByteBuffer payload) {
        var header = payload.duplicate();
        int headerLength = checked(varint(header), payload.limit());
        var body = payload.duplicate().position(headerLength);
        header.limit(headerLength);
        var values = new ArrayList<Object>();
        while (header.hasRemaining()) {
            if (values.size() == MAX_COLUMNS) {
                throw new IllegalArgumentException();
            }
            values.add(value(varint(header), body));
        }
        return values;
    }

    private static Object value(long type, ByteBuffer body) {
        if (type >= 12) {
            var bytes = new byte[checked((type - 12) / 2, body.remaining())];
            body.get(bytes);
            return type % 2 == 0 ? bytes : new String(bytes, StandardCharsets.UTF_8);
        }
        return switch ((int) type) {
            case 0 -> null;
            case 1 -> whole(body, 1);
            case 2 -> whole(body, 2);
            case 3 -> whole(body, 3);
            case 4 -> whole(body, 4);
            case 5 -> whole(body, 6);
            case 6 -> whole(body, 8);
            case 7 -> body.getDouble();
            case 8 -> 0L;
            case 9 -> 1L;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Long whole(ByteBuffer body, int bytes) {
        long value = body.get();
        for (int i = 1; i < bytes; i++) {
            value = value << 8 | body.get() & 0xff;
        }
        return value;
    }

    private static long varint(ByteBuffer from) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte next = from.get();
            value = value << 7 | next & 0x7f;
            if (next >= 0) {
                return value;
            }
        }
        return value << 8 | from.get() & 0xff;
    }

    private static int checked(long length, int most) {
        if (length < 0 || length > most) {
            throw new IllegalArgumentException();
        }
        return (int) length;
    }
}

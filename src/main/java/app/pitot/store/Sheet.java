package app.pitot.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of one table in few bytes, column by column: numbers as differences to what foretells them, words by their place in
 * a list, random ids as the bytes that they spell. What comes back is what went in, to the bit. A column in which all is
 * null takes nothing, and one that is not there is null, so that a table may get new ones. Not thread-safe.
 */
final class Sheet {
    private static final int FORMAT = 1;
    private static final int MOST_ROWS = 1 << 16;
    private static final int MOST_COLUMNS = 1_000;

    private final int size;
    private final List<byte[]> packed = new ArrayList<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Object[]> read = new ArrayList<>();

    private Sheet(int size) {
        this.size = size;
    }

    /**
     * @param columns their names
     * @param rows each with a value for each column: null, Long, Double, String or byte[]
     */
    static byte[] pack(List<String> columns, List<Object[]> rows) {
        try (var out = new SheetOut()) {
            out.number(FORMAT);
            out.number(rows.size());
            var before = new ArrayList<Object[]>();
            var names = new ArrayList<String>();
            var bodies = new ArrayList<byte[]>();
            for (int i = 0; i < columns.size(); i++) {
                var values = new Object[rows.size()];
                boolean any = false;
                for (int row = 0; row < values.length; row++) {
                    values[row] = rows.get(row)[i];
                    any |= values[row] != null;
                }
                if (any) {
                    names.add(columns.get(i));
                    bodies.add(SheetColumn.pack(values, before));
                    before.add(values);
                }
            }
            out.block(String.join("\n", names).getBytes(StandardCharsets.UTF_8));
            for (var body : bodies) {
                out.number(body.length);
            }
            bodies.forEach(out::raw);
            return out.bytes();
        }
    }

    /** @throws IllegalArgumentException if these are no bytes of a sheet, or of one that a later version made */
    static Sheet of(byte[] bytes) {
        var in = new SheetIn(bytes);
        if (in.number() != FORMAT) {
            throw new IllegalArgumentException("another format");
        }
        var sheet = new Sheet(in.count(MOST_ROWS));
        var names = new String(in.block(), StandardCharsets.UTF_8);
        var lengths = new ArrayList<Integer>();
        for (var name : names.isEmpty() ? new String[0] : names.split("\n", MOST_COLUMNS)) {
            sheet.places.put(name, sheet.places.size());
            lengths.add(in.count(bytes.length));
        }
        for (int length : lengths) {
            sheet.packed.add(in.raw(length));
            sheet.read.add(null);
        }
        return sheet;
    }

    int size() {
        return size;
    }

    /** Those in which something is not null, in the order in which they were given. */
    List<String> columns() {
        return List.copyOf(places.keySet());
    }

    /** A column is unpacked when first asked for. */
    RowValues row(int row) {
        return column -> {
            var place = places.get(column);
            try {
                return place == null ? null : values(place)[row];
            } catch (IllegalArgumentException e) {
                throw new SQLException("A sheet of the archive cannot be unpacked.", e);
            }
        };
    }

    private Object[] values(int place) {
        var values = read.get(place);
        if (values == null) {
            values = SheetColumn.unpack(packed.get(place), size, before -> {
                if (before < 0 || before >= place) {
                    throw new IllegalArgumentException("no column before");
                }
                return values(before);
            });
            read.set(place, values);
        }
        return values;
    }
}

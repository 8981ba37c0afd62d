package app.pitot.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One column of a {@link Sheet}: of which type each value is, then the values of each type. Whole numbers stand as they are,
 * or as the difference to the row before, or to another column of the same row.
 */
final class SheetColumn {
    private static final int NULL = 0;
    private static final int WHOLE = 1;
    private static final int REAL = 2;
    private static final int TEXT = 3;
    private static final int BYTES = 4;
    private static final int TYPES = 5;

    private static final int AS_IT_IS = 0;
    private static final int ROW_BEFORE = 1;
    private static final int FIRST_COLUMN = 2;

    private static final int BITS = 0;
    private static final int THOUSANDTHS = 1;
    private static final double THOUSAND = 1_000;
    private static final double EXACT = 1L << 53;

    private SheetColumn() {}

    /** @param before columns that will be known when this one is unpacked */
    static byte[] pack(Object[] values, List<Object[]> before) {
        try (var out = new SheetOut()) {
            var types = new byte[values.length];
            var counts = new int[TYPES];
            for (int i = 0; i < values.length; i++) {
                types[i] = (byte) type(values[i]);
                counts[types[i]]++;
            }
            boolean one = counts[types[0]] == values.length;
            out.number(one ? types[0] : TYPES);
            if (!one) {
                out.block(types);
            }
            if (counts[WHOLE] > 0) {
                wholes(out, values, counts[WHOLE], before);
            }
            if (counts[REAL] > 0) {
                reals(out, of(values, Double.class));
            }
            if (counts[TEXT] > 0) {
                SheetTexts.pack(out, of(values, String.class));
            }
            for (var bytes : of(values, byte[].class)) {
                out.block(bytes);
            }
            return out.bytes();
        }
    }

    private static int type(Object value) {
        return switch (value) {
            case null -> NULL;
            case Long _ -> WHOLE;
            case Double _ -> REAL;
            case String _ -> TEXT;
            case byte[] _ -> BYTES;
            default -> throw new IllegalArgumentException(value.getClass().getName());
        };
    }

    private static <T> List<T> of(Object[] values, Class<T> type) {
        var found = new ArrayList<T>();
        for (var value : values) {
            if (type.isInstance(value)) {
                found.add(type.cast(value));
            }
        }
        return found;
    }

    private static void wholes(SheetOut out, Object[] values, int count, List<Object[]> before) {
        int best = AS_IT_IS;
        var shortest = differences(values, count, null);
        long least = bits(shortest);
        for (int from = ROW_BEFORE; from < FIRST_COLUMN + before.size(); from++) {
            var next = from == ROW_BEFORE
                    ? rises(differences(values, count, null))
                    : differences(values, count, before.get(from - FIRST_COLUMN));
            long bits = bits(next);
            if (bits < least) {
                best = from;
                shortest = next;
                least = bits;
            }
        }
        out.number(best);
        out.numbers(shortest);
    }

    /** @param from null for none */
    private static long[] differences(Object[] values, int count, Object[] from) {
        var found = new long[count];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Long value) {
                found[at++] = value - foretold(from, i);
            }
        }
        return found;
    }

    private static long foretold(Object[] from, int row) {
        return from != null && from[row] instanceof Long value ? value : 0;
    }

    private static long[] rises(long[] values) {
        var found = values.clone();
        for (int i = 1; i < values.length; i++) {
            found[i] = values[i] - values[i - 1];
        }
        return found;
    }

    private static long bits(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += Long.SIZE - Long.numberOfLeadingZeros(SheetOut.folded(value));
        }
        return sum;
    }

    private static void reals(SheetOut out, List<Double> values) {
        boolean thousandths = values.stream().allMatch(SheetColumn::inThousandths);
        out.number(thousandths ? THOUSANDTHS : BITS);
        out.numbers(values.stream()
                .mapToLong(each -> thousandths ? Math.round(each * THOUSAND) : Double.doubleToRawLongBits(each))
                .toArray());
    }

    /** True if a whole number of thousandths is this very value. */
    private static boolean inThousandths(double value) {
        return Math.abs(value * THOUSAND) < EXACT && Double
                .doubleToRawLongBits(Math.round(value * THOUSAND) / THOUSAND) == Double.doubleToRawLongBits(value);
    }

    /**
     * @param size how many rows there are
     * @param before the columns that {@link #pack} was given
     * @throws IllegalArgumentException if these are no bytes of a column
     */
    static Object[] unpack(byte[] packed, int size, IntFunction<Object[]> before) {
        var in = new SheetIn(packed);
        int one = in.count(TYPES);
        var types = one == TYPES ? in.block() : new byte[size];
        if (one < TYPES) {
            java.util.Arrays.fill(types, (byte) one);
        }
        var counts = new int[TYPES];
        for (var type : types) {
            if (type < 0 || type >= TYPES) {
                throw new IllegalArgumentException("no type");
            }
            counts[type]++;
        }
        if (types.length != size) {
            throw new IllegalArgumentException("another count");
        }
        var values = new Object[size];
        if (counts[WHOLE] > 0) {
            wholes(in, types, counts[WHOLE], before, values);
        }
        if (counts[REAL] > 0) {
            boolean thousandths = in.count(THOUSANDTHS) == THOUSANDTHS;
            var all = in.numbers(counts[REAL]);
            place(types, REAL, values, i -> thousandths
                    ? Double.valueOf(all[i] / THOUSAND)
                    : Double.valueOf(Double.longBitsToDouble(all[i])));
        }
        if (counts[TEXT] > 0) {
            var texts = SheetTexts.unpack(in, counts[TEXT]);
            place(types, TEXT, values, i -> texts[i]);
        }
        place(types, BYTES, values, _ -> in.block());
        return values;
    }

    private static void wholes(SheetIn in, byte[] types, int count, IntFunction<Object[]> before, Object[] values) {
        int from = in.count(Integer.MAX_VALUE);
        var all = in.numbers(count);
        if (from == ROW_BEFORE) {
            for (int i = 1; i < count; i++) {
                all[i] += all[i - 1];
            }
        }
        var base = from < FIRST_COLUMN ? null : before.apply(from - FIRST_COLUMN);
        int at = 0;
        for (int i = 0; i < types.length; i++) {
            if (types[i] == WHOLE) {
                values[i] = all[at++] + foretold(base, i);
            }
        }
    }

    private static void place(byte[] types, int type, Object[] values, IntFunction<Object> next) {
        int at = 0;
        for (int i = 0; i < types.length; i++) {
            if (types[i] == type) {
                values[i] = next.apply(at++);
            }
        }
    }
}

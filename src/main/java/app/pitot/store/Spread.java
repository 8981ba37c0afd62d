package app.pitot.store;

import java.io.ByteArrayOutputStream;

/**
 * How values are spread, to 1 %: counts in steps of 2 %, which can be added to each other. Its bytes are pairs of how many
 * steps lie between, and how many values, seven bits to a byte, the lowest first. Not thread-safe.
 */
final class Spread {
    private static final double STEP = Math.log(1.02);
    /** No value of a double is farther up. */
    private static final int MOST = (int) (Math.log(Double.MAX_VALUE) / STEP) + 2;
    private static final int SPARE = 32;

    /** From step {@link #base} on. */
    private long[] counts = {};
    private int base;
    private long count;

    /** Empty. */
    Spread() {}

    /** @throws IllegalArgumentException if these are no bytes of a spread */
    Spread(byte[] bytes) {
        add(bytes);
    }

    /** @param value values below 1 are as good as 1 */
    void add(double value) {
        add((int) Math.floor(Math.log(Math.max(1, value)) / STEP), 1);
    }

    void add(Spread more) {
        for (int i = 0; i < more.counts.length; i++) {
            if (more.counts[i] > 0) {
                add(more.base + i, more.counts[i]);
            }
        }
    }

    /**
     * @param bytes of another one
     * @throws IllegalArgumentException if they are not
     */
    void add(byte[] bytes) {
        int step = 0;
        for (int at = 0; at < bytes.length;) {
            long skipped = bytes[at];
            if (skipped >= 0) {
                at++;
            } else {
                skipped = number(bytes, at);
                at = behind(bytes, at);
            }
            if (at == bytes.length) {
                throw none();
            }
            long more = bytes[at];
            if (more >= 0) {
                at++;
            } else {
                more = number(bytes, at);
                at = behind(bytes, at);
            }
            if (skipped < 0 || skipped > MOST - step || more < 0) {
                throw none();
            }
            step += (int) skipped;
            add(step, more);
        }
    }

    private void add(int step, long more) {
        int at = step - base;
        if (at < 0 || at >= counts.length) {
            makeRoom(step);
            at = step - base;
        }
        counts[at] += more;
        count += more;
    }

    private void makeRoom(int step) {
        int first = counts.length == 0 ? step : Math.min(base, step - SPARE);
        int last = counts.length == 0 ? step : Math.max(base + counts.length, step + SPARE);
        first = Math.max(0, first);
        var wider = new long[Math.max(last, step + 1) - first];
        System.arraycopy(counts, 0, wider, counts.length == 0 ? 0 : base - first, counts.length);
        counts = wider;
        base = first;
    }

    long count() {
        return count;
    }

    /**
     * The value that so large a share of all is at or below, by nearest rank.
     *
     * @param share above 0, to 1
     * @return null if there is none
     */
    Double quantile(double share) {
        return count == 0 ? null : Double.valueOf(quantiles(share)[0]);
    }

    /**
     * The same of several, of a spread that has values.
     *
     * @param shares the smallest first
     */
    double[] quantiles(double... shares) {
        var found = new double[shares.length];
        long seen = 0;
        int next = 0;
        for (int i = 0; i < counts.length && next < shares.length; i++) {
            seen += counts[i];
            while (next < shares.length && counts[i] > 0 && seen >= (long) Math.ceil(shares[next] * count)) {
                found[next++] = Math.exp((base + i + 0.5) * STEP);
            }
        }
        return found;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        int last = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                put(out, base + i - last);
                put(out, counts[i]);
                last = base + i;
            }
        }
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest > 0x7F) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long number(byte[] bytes, int from) {
        long value = 0;
        for (int at = from, shift = 0; shift < Long.SIZE && at < bytes.length; at++, shift += 7) {
            value |= (long) (bytes[at] & 0x7F) << shift;
            if (bytes[at] >= 0) {
                return value;
            }
        }
        throw none();
    }

    private static int behind(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] < 0) {
            at++;
        }
        return at + 1;
    }

    private static IllegalArgumentException none() {
        return new IllegalArgumentException("no spread");
    }
}

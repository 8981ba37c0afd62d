package app.pitot.store;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * How values are spread, to 1 %: counts in steps of 2 %, which can be added to each other. Its bytes are pairs of how many
 * steps lie between, and how many values, seven bits to a byte, the lowest first. Not thread-safe.
 */
final class Spread {
    private static final double STEP = Math.log(1.02);

    private final TreeMap<Integer, Long> counts = new TreeMap<>();

    /** Empty. */
    Spread() {}

    /** @throws IllegalArgumentException if these are no bytes of a spread */
    Spread(byte[] bytes) {
        var in = new In(bytes);
        int step = 0;
        while (in.at < bytes.length) {
            step += (int) in.next();
            counts.merge(step, in.next(), Long::sum);
        }
    }

    /** @param value values below 1 are as good as 1 */
    void add(double value) {
        counts.merge((int) Math.floor(Math.log(Math.max(1, value)) / STEP), 1L, Long::sum);
    }

    void add(Spread more) {
        more.counts.forEach((step, count) -> counts.merge(step, count, Long::sum));
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The value that so large a share of all is at or below, by nearest rank.
     *
     * @param share above 0, to 1
     * @return null if there is none
     */
    Double quantile(double share) {
        long rank = (long) Math.ceil(share * count());
        for (Map.Entry<Integer, Long> each : counts.entrySet()) {
            rank -= each.getValue();
            if (rank <= 0) {
                return Math.exp((each.getKey() + 0.5) * STEP);
            }
        }
        return null;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        int last = 0;
        for (var each : counts.entrySet()) {
            put(out, each.getKey() - last);
            put(out, each.getValue());
            last = each.getKey();
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

    private static final class In {
        private final byte[] bytes;
        private int at;

        In(byte[] bytes) {
            this.bytes = bytes;
        }

        long next() {
            long value = 0;
            for (int shift = 0; shift < Long.SIZE && at < bytes.length; shift += 7) {
                int part = bytes[at++];
                value |= (long) (part & 0x7F) << shift;
                if (part >= 0) {
                    return value;
                }
            }
            throw new IllegalArgumentException("no spread");
        }
    }
}

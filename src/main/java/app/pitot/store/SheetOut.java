package app.pitot.store;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Writes the parts that a {@link Sheet} is made of. Not thread-safe. */
final class SheetOut implements AutoCloseable {
    /** Shorter blocks do not get shorter. */
    private static final int WORTH_DEFLATING = 16;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);

    /** Seven bits a byte, the lowest first. */
    void number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    void raw(byte[] bytes) {
        out.writeBytes(bytes);
    }

    /** With its length, deflated where that makes it shorter. */
    void block(byte[] bytes) {
        var shorter = deflated(bytes);
        number(bytes.length);
        if (bytes.length > 0) {
            number(shorter == null ? 0 : shorter.length);
            raw(shorter == null ? bytes : shorter);
        }
    }

    /** Numbers of either sign: their lowest bytes, then the next ones, since each of these is spread in its own way. */
    void numbers(long[] values) {
        long all = 0;
        for (long value : values) {
            all |= folded(value);
        }
        int planes = (Long.SIZE - Long.numberOfLeadingZeros(all) + 7) / 8;
        number(planes);
        for (int plane = 0; plane < planes; plane++) {
            var bytes = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                bytes[i] = (byte) (folded(values[i]) >>> 8 * plane);
            }
            block(bytes);
        }
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** Small numbers of either sign have few bits. */
    static long folded(long value) {
        return value << 1 ^ value >> Long.SIZE - 1;
    }

    /** Null if that would not be shorter. */
    private byte[] deflated(byte[] bytes) {
        if (bytes.length < WORTH_DEFLATING) {
            return null;
        }
        var whole = deflated(bytes, Deflater.DEFAULT_STRATEGY);
        // What repeats by chance alone is longer as a reference.
        var plain = deflated(bytes, Deflater.HUFFMAN_ONLY);
        return plain == null || whole != null && whole.length <= plain.length ? whole : plain;
    }

    private byte[] deflated(byte[] bytes, int strategy) {
        deflater.reset();
        deflater.setStrategy(strategy);
        deflater.setInput(bytes);
        deflater.finish();
        var shorter = new byte[bytes.length - 1];
        int length = 0;
        // A new strategy takes a call of its own.
        while (!deflater.finished() && length < shorter.length) {
            length += deflater.deflate(shorter, length, shorter.length - length);
        }
        return deflater.finished() ? Arrays.copyOf(shorter, length) : null;
    }

    @Override
    public void close() {
        deflater.end();
    }
}

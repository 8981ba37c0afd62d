package app.pitot.store;

import app.pitot.base.Texts;
import app.pitot.speed.SpeedCurve;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** What a comparison has hundreds of, in few bytes: texts compressed, curves as differences. */
final class Packed {
    /** Characters of a text that are kept. */
    static final int MOST_CHARS = 200_000;
    private static final int MOST_BYTES = 4 * MOST_CHARS + 1_000;
    private static final int CHUNK = 8_192;
    /** Longest number, in bytes. */
    static final int VARINT = 10;

    private Packed() {}

    /** @param most characters; what is longer ends with words that say so */
    static byte[] text(String text, int most) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        var whole = Stored.text(text.length() <= most
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most)
                        + Texts.get("compare.kept.cut", most));
        return deflated(whole.getBytes(StandardCharsets.UTF_8), Deflater.DEFAULT_COMPRESSION);
    }

    /** @param level of {@link Deflater} */
    static byte[] deflated(byte[] plain, int level) {
        try (var deflater = new Deflater(level)) {
            deflater.setInput(plain);
            deflater.finish();
            var bytes = new ByteArrayOutputStream();
            var chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                bytes.write(chunk, 0, deflater.deflate(chunk));
            }
            return bytes.toByteArray();
        }
    }

    /** Null for what is none, or longer than {@code most} by more than a little. */
    static byte[] inflated(byte[] packed, int most) {
        try (var inflater = new Inflater()) {
            inflater.setInput(packed);
            var bytes = new ByteArrayOutputStream();
            var chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                if (count == 0 && !inflater.finished() || bytes.size() > most) {
                    return null;
                }
                bytes.write(chunk, 0, count);
            }
            return bytes.toByteArray();
        } catch (DataFormatException e) {
            return null;
        }
    }

    /** Null for what is none. */
    static String text(byte[] packed) {
        if (packed == null || packed.length == 0) {
            return packed == null ? null : "";
        }
        var plain = inflated(packed, MOST_BYTES);
        return plain == null ? null : new String(plain, StandardCharsets.UTF_8);
    }

    /** Count, where the answer begins, then of each point how far time, as the bits of its float, and bytes rose. */
    static byte[] curve(SpeedCurve curve) {
        if (curve.ms().length == 0) {
            return new byte[0];
        }
        var bytes = ByteBuffer.allocate(VARINT * 2 * (curve.ms().length + 1));
        put(bytes, curve.ms().length);
        put(bytes, curve.answerFrom());
        long time = 0;
        long sum = 0;
        for (int i = 0; i < curve.ms().length; i++) {
            long bits = Float.floatToIntBits(curve.ms()[i]);
            put(bytes, bits - time);
            put(bytes, curve.bytes()[i] - sum);
            time = bits;
            sum = curve.bytes()[i];
        }
        var packed = new byte[bytes.flip().remaining()];
        bytes.get(packed);
        return packed;
    }

    /** Null for what is none. */
    static SpeedCurve curve(byte[] packed) {
        if (packed == null || packed.length == 0) {
            return packed == null ? null : SpeedCurve.NONE;
        }
        try {
            var bytes = ByteBuffer.wrap(packed);
            long points = next(bytes);
            long answerFrom = next(bytes);
            if (points < 0 || points > packed.length || answerFrom < 0 || answerFrom > points) {
                return null;
            }
            var ms = new float[(int) points];
            var sums = new long[(int) points];
            long time = 0;
            long sum = 0;
            for (int i = 0; i < points; i++) {
                time += next(bytes);
                sum += next(bytes);
                ms[i] = Float.intBitsToFloat((int) time);
                sums[i] = sum;
            }
            return new SpeedCurve(ms, sums, (int) answerFrom);
        } catch (BufferUnderflowException e) {
            return null;
        }
    }

    /** Seven bits a byte, the lowest first; small numbers of either sign take few. */
    static void put(ByteBuffer bytes, long value) {
        long rest = value << 1 ^ value >> Long.SIZE - 1;
        while ((rest & ~0x7FL) != 0) {
            bytes.put((byte) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.put((byte) rest);
    }

    static long next(ByteBuffer bytes) {
        long found = 0;
        int shift = 0;
        byte each;
        do {
            each = bytes.get();
            found |= (each & 0x7FL) << shift;
            shift += 7;
        } while (each < 0 && shift < Long.SIZE);
        return found >>> 1 ^ -(found & 1);
    }
}

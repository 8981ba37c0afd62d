package app.pitot.store;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads what {@link SheetOut} wrote. Each method throws an IllegalArgumentException where there is none of what it is to
 * read. Not thread-safe.
 */
final class SheetIn {
    private static final int MOST_BYTES = 64 << 20;

    private final byte[] bytes;
    private int at;

    SheetIn(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = raw(1)[0];
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("no number");
    }

    /** @param most what it may be */
    int count(int most) {
        long value = number();
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("no count");
        }
        return (int) value;
    }

    byte[] raw(int length) {
        if (length < 0 || length > bytes.length - at) {
            throw new IllegalArgumentException("too short");
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    byte[] block() {
        int length = count(MOST_BYTES);
        if (length == 0) {
            return new byte[0];
        }
        int deflated = count(MOST_BYTES);
        return deflated == 0 ? raw(length) : inflated(raw(deflated), length);
    }

    private static byte[] inflated(byte[] deflated, int length) {
        var whole = new byte[length];
        try (var inflater = new Inflater(true)) {
            inflater.setInput(deflated);
            if (inflater.inflate(whole) == length) {
                return whole;
            }
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(e);
        }
        throw new IllegalArgumentException("too short");
    }

    /** @param count how many there are */
    long[] numbers(int count) {
        var values = new long[count];
        int planes = count(Long.BYTES);
        for (int plane = 0; plane < planes; plane++) {
            var part = block();
            if (part.length != count) {
                throw new IllegalArgumentException("another count");
            }
            for (int i = 0; i < count; i++) {
                values[i] |= (part[i] & 0xffL) << 8 * plane;
            }
        }
        for (int i = 0; i < count; i++) {
            values[i] = values[i] >>> 1 ^ -(values[i] & 1);
        }
        return values;
    }
}

package app.pitot.api;

import java.util.Arrays;

/**
 * Un-escapes JSON strings from UTF-8 bytes into one reused {@code char[]} and counts the UTF-8 bytes of the result, a lone
 * surrogate as three. Overlong, cut or otherwise doubtful sequences are refused. Not thread-safe.
 */
final class TextDecoder {
    private char[] chars = new char[4096];
    private int length;
    private int bytes;

    void clear() {
        length = 0;
    }

    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    /** UTF-8 length of the string decoded last. */
    int bytes() {
        return bytes;
    }

    /**
     * Appends the string whose first byte is at {@code i}.
     *
     * @return the position behind its closing quote, or -1 if it is not surely valid
     */
    int decode(byte[] a, int i, int end) {
        // A character never takes fewer bytes than chars.
        if (chars.length - length < end - i) {
            chars = Arrays.copyOf(chars, Math.max(length + end - i, 2 * chars.length));
        }
        char[] out = chars;
        int start = length;
        int n = start;
        int extra = 0;
        while (i < end) {
            int b = a[i];
            if (b >= ' ' && b != '"' && b != '\\') {
                out[n++] = (char) b;
                i++;
            } else if (b == '"') {
                length = n;
                bytes = n - start + extra;
                return i + 1;
            } else if (b == '\\') {
                int c = i + 1 < end ? escape(a, i + 1, end) : -1;
                if (c < 0) {
                    return -1;
                }
                boolean pair = c >= 0xDC00 && c < 0xE000 && n > start && Character.isHighSurrogate(out[n - 1]);
                extra += c < 0x80 || pair ? 0 : c < 0x800 ? 1 : 2;
                out[n++] = (char) c;
                i += a[i + 1] == 'u' ? 6 : 2;
            } else {
                int c = b < 0 ? codePoint(a, i, end) : -1;
                if (c < 0) {
                    return -1;
                }
                extra += c < 0x800 ? 1 : 2;
                i += c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
                if (c < 0x10000) {
                    out[n++] = (char) c;
                } else {
                    out[n++] = Character.highSurrogate(c);
                    out[n++] = Character.lowSurrogate(c);
                }
            }
        }
        return -1;
    }

    private static int escape(byte[] a, int i, int end) {
        return switch (a[i]) {
            case '"', '\\', '/' -> a[i];
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> i + 4 < end
                    ? hex(a[i + 1]) << 12 | hex(a[i + 2]) << 8 | hex(a[i + 3]) << 4 | hex(a[i + 4])
                    : -1;
            default -> -1;
        };
    }

    private static int hex(byte b) {
        return Character.digit(b, 16);
    }

    private static int codePoint(byte[] a, int i, int end) {
        int b = a[i] & 0xFF;
        if (b >= 0xC2 && b < 0xE0) {
            return i + 1 < end && more(a[i + 1]) ? (b & 0x1F) << 6 | a[i + 1] & 0x3F : -1;
        }
        if (b >= 0xE0 && b < 0xF0) {
            if (i + 2 >= end || !more(a[i + 1]) || !more(a[i + 2])) {
                return -1;
            }
            int c = (b & 0x0F) << 12 | (a[i + 1] & 0x3F) << 6 | a[i + 2] & 0x3F;
            return c < 0x800 || c >= 0xD800 && c < 0xE000 ? -1 : c;
        }
        if (b >= 0xF0 && b < 0xF5) {
            if (i + 3 >= end || !more(a[i + 1]) || !more(a[i + 2]) || !more(a[i + 3])) {
                return -1;
            }
            int c = (b & 0x07) << 18 | (a[i + 1] & 0x3F) << 12 | (a[i + 2] & 0x3F) << 6 | a[i + 3] & 0x3F;
            return c < 0x10000 || c > 0x10FFFF ? -1 : c;
        }
        return -1;
    }

    private static boolean more(byte b) {
        return (b & 0xC0) == 0x80;
    }
}

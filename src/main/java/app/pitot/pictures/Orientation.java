package app.pitot.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The one thing in a photo's EXIF that a reader of the picture needs: which way is up. */
final class Orientation {
    private static final int TAG = 0x0112;
    private static final int UPRIGHT = 1;
    private static final int MOST_ENTRIES = 200;

    private Orientation() {}

    /** 1 to 8 as EXIF has it; 1 if it does not say. */
    static int of(byte[] bytes, int from, int length) {
        int tiff = from + 6;
        if (length < 14 || !new String(bytes, from, 6, ISO_8859_1).equals("Exif\0\0")) {
            return UPRIGHT;
        }
        boolean little = bytes[tiff] == 'I';
        int end = from + length;
        long entries = tiff + u32(bytes, tiff + 4, little);
        if (entries < tiff || entries + 2 > end) {
            return UPRIGHT;
        }
        int count = Math.min(MOST_ENTRIES, u16(bytes, (int) entries, little));
        for (int i = 0; i < count && entries + 2 + 12L * (i + 1) <= end; i++) {
            int entry = (int) entries + 2 + 12 * i;
            if (u16(bytes, entry, little) == TAG) {
                int value = u16(bytes, entry + 8, little);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** A segment that says nothing but this. */
    static byte[] segment(int orientation) {
        return new byte[]{(byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
            1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0};
    }

    private static int u16(byte[] bytes, int at, boolean little) {
        int a = bytes[at] & 0xFF;
        int b = bytes[at + 1] & 0xFF;
        return little ? b << 8 | a : a << 8 | b;
    }

    private static long u32(byte[] bytes, int at, boolean little) {
        long a = u16(bytes, at, little);
        long b = u16(bytes, at + 2, little);
        return little ? b << 16 | a : a << 16 | b;
    }
}

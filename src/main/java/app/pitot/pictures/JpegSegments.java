package app.pitot.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/** A JPEG file segment by segment. */
final class JpegSegments {
    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP13 = 0xED;
    private static final int COMMENT = 0xFE;
    private static final int UPRIGHT = 1;

    private final byte[] jpeg;
    private final ByteArrayOutputStream out;
    private int at = 2;

    private JpegSegments(byte[] jpeg) {
        this.jpeg = jpeg;
        this.out = new ByteArrayOutputStream(jpeg.length);
    }

    /**
     * The picture without place, time, camera, thumbnail and remarks, and without what follows its end; not a pixel and not
     * the way up changes. Null if it is no whole JPEG.
     */
    static byte[] bare(byte[] jpeg) {
        return new JpegSegments(jpeg).run();
    }

    private byte[] run() {
        out.write(0xFF);
        out.write(0xD8);
        boolean scanned = false;
        int turned = UPRIGHT;
        while (at + 1 < jpeg.length && u8(at) == 0xFF) {
            int marker = u8(at + 1);
            if (marker == 0xFF) {
                at++; // filling
                continue;
            }
            if (marker == END) {
                out.write(jpeg, at, 2);
                return scanned ? out.toByteArray() : null;
            }
            int length = at + 3 < jpeg.length ? u8(at + 2) << 8 | u8(at + 3) : 0;
            if (length < 2 || at + 2 + length > jpeg.length) {
                return null;
            }
            if (marker == APP1 && turned == UPRIGHT) {
                turned = Orientation.of(jpeg, at + 4, length - 2);
                if (turned != UPRIGHT) {
                    var exif = Orientation.segment(turned);
                    out.write(exif, 0, exif.length);
                }
            }
            if (!leftOut(marker)) {
                out.write(jpeg, at, 2 + length);
            }
            at += 2 + length;
            if (marker == START_OF_SCAN) {
                scanned = true;
                scan();
            }
        }
        // Without an end, as cameras that lost their power leave it: what is there is shown by every decoder.
        return scanned ? out.toByteArray() : null;
    }

    private boolean leftOut(int marker) {
        return marker == APP1 || marker == APP13 || marker == COMMENT || marker == APP2 && more();
    }

    /** True for an index of more pictures behind this one, which are not sent. */
    private boolean more() {
        return at + 8 <= jpeg.length && new String(jpeg, at + 4, 4, ISO_8859_1).equals("MPF\0");
    }

    /** Copies coded pixels up to the next marker. */
    private void scan() {
        int from = at;
        while (at + 1 < jpeg.length
                && !(u8(at) == 0xFF && u8(at + 1) != 0 && !(u8(at + 1) >= 0xD0 && u8(at + 1) <= 0xD7))) {
            at++;
        }
        if (at + 1 >= jpeg.length) {
            at = jpeg.length;
        }
        out.write(jpeg, from, at - from);
    }

    private int u8(int index) {
        return jpeg[index] & 0xFF;
    }
}

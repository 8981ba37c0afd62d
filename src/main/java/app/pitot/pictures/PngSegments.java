package app.pitot.pictures;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/** A PNG file chunk by chunk. */
final class PngSegments {
    private static final int SIGNATURE = 8;
    /** Length, type and checksum. */
    private static final int FRAME = 12;
    /** Place, time, author and remarks: nothing that changes a pixel. */
    private static final Set<String> LEFT_OUT = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME");

    private PngSegments() {}

    /** The picture without remarks and without what follows its end; null if it is no whole PNG. */
    static byte[] bare(byte[] png) {
        var out = new ByteArrayOutputStream(png.length);
        out.write(png, 0, SIGNATURE);
        int at = SIGNATURE;
        while (at + FRAME <= png.length) {
            int length = (png[at] & 0xFF) << 24 | (png[at + 1] & 0xFF) << 16 | (png[at + 2] & 0xFF) << 8
                    | png[at + 3] & 0xFF;
            if (length < 0 || length > png.length - at - FRAME) {
                return null;
            }
            var type = new String(png, at + 4, 4, US_ASCII);
            if (!LEFT_OUT.contains(type)) {
                out.write(png, at, FRAME + length);
            }
            if (type.equals("IEND")) {
                return out.toByteArray();
            }
            at += FRAME + length;
        }
        return null;
    }
}

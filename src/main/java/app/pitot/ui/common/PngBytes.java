package app.pitot.ui.common;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** Encodes pictures as PNG. JavaFX can only do so through Swing, which this app does not carry. */
public final class PngBytes {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int RGB = 2;
    private static final int RGBA = 6;
    private static final int OPAQUE = 0xFF;

    private PngBytes() {}

    /**
     * The whole of {@code image}, which is not changed meanwhile; any thread.
     *
     * @throws IOException if it has no pixels
     */
    public static byte[] of(Image image) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        if (width < 1 || height < 1 || image.getPixelReader() == null) {
            throw new IOException("no pixels");
        }
        boolean clear = clear(image, width, height);
        var header = new ByteArrayOutputStream();
        var data = new DataOutputStream(header);
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[]{8, (byte) (clear ? RGBA : RGB), 0, 0, 0});
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(SIGNATURE);
        chunk(out, "IHDR", header.toByteArray());
        chunk(out, "IDAT", deflated(image, width, height, clear));
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    /** True if anything shines through. */
    private static boolean clear(Image image, int width, int height) {
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            read(image, y, row);
            for (int pixel : row) {
                if (pixel >>> 24 != OPAQUE) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void read(Image image, int y, int[] row) {
        image.getPixelReader().getPixels(0, y, row.length, 1, PixelFormat.getIntArgbInstance(), row, 0, row.length);
    }

    private static byte[] deflated(Image image, int width, int height, boolean clear) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int size = clear ? 4 : 3;
        var pixels = new int[width];
        var row = new byte[1 + size * width]; // the first byte says "no filter"
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
            for (int y = 0; y < height; y++) {
                read(image, y, pixels);
                for (int x = 0; x < width; x++) {
                    int pixel = pixels[x];
                    row[1 + size * x] = (byte) (pixel >> 16);
                    row[2 + size * x] = (byte) (pixel >> 8);
                    row[3 + size * x] = (byte) pixel;
                    if (clear) {
                        row[4 + size * x] = (byte) (pixel >> 24);
                    }
                }
                out.write(row);
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) crc.getValue());
    }
}

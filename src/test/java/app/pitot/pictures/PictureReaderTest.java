package app.pitot.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.pictures.PictureReader.Reading;
import app.pitot.provider.PictureRules;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureReaderTest {
    @TempDir
    private Path folder;

    private static byte[] picture(String format) throws IOException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int i = 0; i < 1_200; i++) {
            image.setRGB(i % 40, i / 40, random.nextInt());
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String type, String content) {
        var crc = new CRC32();
        crc.update((type + content).getBytes(ISO_8859_1));
        return joined(ByteBuffer.allocate(4).putInt(content.length()).array(), (type + content).getBytes(ISO_8859_1),
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] segment(int marker, byte[] content) {
        return joined(new byte[]{(byte) 0xFF, (byte) marker, (byte) (content.length + 2 >> 8),
            (byte) (content.length + 2)}, content);
    }

    /** EXIF with an orientation and a text that stands for a place. */
    private static byte[] exif(boolean little, int orientation) {
        var tiff = ByteBuffer.allocate(64).order(
                little ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN);
        tiff.put((little ? "II" : "MM").getBytes(ISO_8859_1)).putShort((short) 42).putInt(8).putShort((short) 1)
                .putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation)
                .putShort((short) 0).putInt(0).put("GPS 54.3".getBytes(ISO_8859_1));
        return segment(0xE1, joined("Exif\0\0".getBytes(ISO_8859_1), tiff.array()));
    }

    private static byte[] after(byte[] picture, int at, byte[] inserted) {
        return joined(Arrays.copyOf(picture, at), inserted, Arrays.copyOfRange(picture, at, picture.length));
    }

    private static Reading.Taken taken(byte[] bytes) {
        return (Reading.Taken) PictureReader.read(bytes, "a.png");
    }

    private static String why(byte[] bytes) {
        return ((Reading.Refused) PictureReader.read(bytes, "a.png")).why();
    }

    private static int[] pixels(byte[] bytes) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(bytes));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void whatCarriesNothingElseIsKeptByteForByte() throws IOException {
        for (var format : new String[]{"png", "jpg"}) {
            var bytes = picture(format);
            var taken = taken(bytes);
            assertThat(taken.picture().image().bytes()).isEqualTo(bytes);
            assertThat(taken.cleaned()).isFalse();
            assertThat(taken.picture().width()).isEqualTo(40);
            assertThat(taken.picture().height()).isEqualTo(30);
        }
    }

    @Test
    void theKindIsToldByTheBytesAndNotByTheName() throws IOException {
        assertThat(taken(picture("jpg")).picture().image().mediaType()).isEqualTo("image/jpeg");
        assertThat(why("MZ this is a program called a.png".getBytes(ISO_8859_1))).contains("PNG and JPEG");
        assertThat(why(picture("gif"))).contains("PNG and JPEG");
        assertThat(why(new byte[0])).contains("PNG and JPEG");
    }

    @Test
    void placeTimeAndRemarksAreLeftOutOfAPng() throws IOException {
        var bare = picture("png");
        var full = joined(after(bare, 33, joined(chunk("eXIf", "GPS 54.3"), chunk("tEXt", "Author\0Somebody"))),
                "cropped away".getBytes(ISO_8859_1));
        var taken = taken(full);
        assertThat(taken.cleaned()).isTrue();
        assertThat(taken.picture().image().bytes()).isEqualTo(bare);
    }

    @Test
    void placeTimeAndRemarksAreLeftOutOfAJpegButWhichWayIsUp() throws IOException {
        var bare = picture("jpg");
        for (var little : new boolean[]{true, false}) {
            var full = joined(after(bare, 20,
                    joined(exif(little, 6), segment(0xED, "Photoshop IPTC".getBytes(ISO_8859_1)),
                            segment(0xFE, "a comment".getBytes(ISO_8859_1)),
                            segment(0xE2, "MPF\0index".getBytes(ISO_8859_1)))),
                    "another picture".getBytes(ISO_8859_1));
            var out = taken(full).picture().image().bytes();
            var text = new String(out, ISO_8859_1);
            assertThat(text).doesNotContain("GPS", "IPTC", "comment", "MPF", "another").contains("Exif");
            int at = text.indexOf("Exif");
            assertThat(Orientation.of(out, at, 32)).isEqualTo(6);
            assertThat(pixels(out)).isEqualTo(pixels(bare));
        }
        assertThat(taken(after(bare, 20, exif(true, 1))).picture().image().bytes()).isEqualTo(bare);
    }

    @Test
    void aColourProfileStays() throws IOException {
        var full = after(picture("jpg"), 20, segment(0xE2, "ICC_PROFILE\0\1\1data".getBytes(ISO_8859_1)));
        assertThat(taken(full).picture().image().bytes()).isEqualTo(full);
    }

    @Test
    void aSmallFileThatStandsForAHugePictureIsRefusedUnread() {
        var png = joined(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk("IHDR", new String(ByteBuffer.allocate(13).putInt(50_000).putInt(50_000).array(), ISO_8859_1)),
                chunk("IDAT", "x"), chunk("IEND", ""));
        assertThat(why(png)).contains("2,500").contains("90");
    }

    @Test
    void anythingCutOrTurnedIsRefusedOrTakenAndNeverFails() throws IOException {
        var random = new Random(7);
        for (var format : new String[]{"png", "jpg"}) {
            var good = after(picture(format), format.equals("png") ? 33 : 20,
                    format.equals("png") ? chunk("tEXt", "k\0v") : exif(true, 3));
            for (int i = 0; i < good.length; i += 7) {
                PictureReader.read(Arrays.copyOf(good, i), "cut");
            }
            for (int i = 0; i < 5_000; i++) {
                var bad = good.clone();
                for (int n = 0; n <= i % 4; n++) {
                    bad[random.nextInt(Math.min(bad.length, 200))] = (byte) random.nextInt();
                }
                PictureReader.read(bad, "turned");
            }
        }
        assertThat(why(Arrays.copyOf(picture("png"), 60))).contains("damaged");
    }

    @Test
    void aFileIsReadUpToTheBound() throws IOException {
        var file = folder.resolve("x\u202egnp.png");
        Files.write(file, picture("png"));
        var taken = (Reading.Taken) PictureReader.read(file);
        assertThat(taken.picture().name()).doesNotContain("\u202e").endsWith("gnp.png");
        try (var large = new java.io.RandomAccessFile(folder.resolve("large.png").toFile(), "rw")) {
            large.setLength(PictureRules.MOST_BYTES + 1L);
        }
        assertThat(((Reading.Refused) PictureReader.read(folder.resolve("large.png"))).why()).contains("20 MB");
    }

    @Test
    void textIsReadWhateverItsMarkAndItsLines() throws IOException {
        assertThat(text("\uFEFFa\r\nb\rc\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))).isEqualTo("a\nb\nc\n");
        assertThat(text("\uFEFFhé".getBytes(java.nio.charset.StandardCharsets.UTF_16LE))).isEqualTo("hé");
        assertThat(text("\uFEFFhé".getBytes(java.nio.charset.StandardCharsets.UTF_16BE))).isEqualTo("hé");
    }

    @Test
    void whatIsNoTextIsRefusedWithTheReason() throws IOException {
        assertThat(noText(picture("png"))).contains("text");
        assertThat(noText("a\0b".getBytes(ISO_8859_1))).contains("text");
        assertThat(noText("caf\u00e9".getBytes(ISO_8859_1))).contains("UTF-8");
        assertThat(noText(" \n".getBytes(ISO_8859_1))).contains("empty");
        assertThat(noText(new byte[TextReader.MOST_BYTES + 1])).contains("1 MB");
    }

    private static String text(byte[] bytes) {
        return ((TextReader.Reading.Taken) TextReader.read(bytes, "f.txt")).text();
    }

    private static String noText(byte[] bytes) {
        return ((TextReader.Reading.Refused) TextReader.read(bytes, "f.txt")).why();
    }
}

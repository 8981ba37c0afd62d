package app.pitot.base;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageHeaderTest {
    private static byte[] picture(String format, int width, int height) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    @Test
    void readsTypeAndSize() throws Exception {
        assertThat(ImageHeader.of(picture("png", 640, 48))).contains(new ImageHeader("image/png", 640, 48));
        assertThat(ImageHeader.of(picture("jpg", 1_000, 7))).contains(new ImageHeader("image/jpeg", 1_000, 7));
        assertThat(ImageHeader.of(picture("gif", 3, 3))).contains(new ImageHeader("image/gif", 0, 0));
        assertThat(ImageHeader.of("RIFF\0\0\0\0WEBPVP8 ".getBytes(ISO_8859_1)))
                .contains(new ImageHeader("image/webp", 0, 0));
        assertThat(ImageHeader.of("<svg/>".getBytes(ISO_8859_1))).isEmpty();
        assertThat(ImageHeader.of(new byte[0])).isEmpty();
    }

    @Test
    void aCutOrDamagedPictureNeverThrows() throws Exception {
        var random = new SplittableRandom(1);
        for (var format : new String[]{"png", "jpg"}) {
            var whole = picture(format, 320, 200);
            for (int i = 0; i < 5_000; i++) {
                var bytes = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
                for (int n = random.nextInt(6); n > 0 && bytes.length > 0; n--) {
                    bytes[random.nextInt(Math.min(bytes.length, 700))] = (byte) random.nextInt(256);
                }
                ImageHeader.of(bytes).ifPresent(
                        header -> assertThat(Math.min(header.width(), header.height())).isNotNegative());
            }
        }
    }
}

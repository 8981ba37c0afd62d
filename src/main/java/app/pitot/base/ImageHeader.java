package app.pitot.base;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/**
 * What the first bytes of a picture say of it. The picture itself is never decoded.
 *
 * @param mediaType {@code image/png}, {@code image/jpeg}, {@code image/gif} or {@code image/webp}
 * @param width in pixels; 0 if it does not say
 * @param height in pixels; 0 if it does not say
 */
public record ImageHeader(String mediaType, int width, int height) {
    private static final String PNG = "\u0089PNG\r\n\u001a\n";
    private static final int PNG_WIDTH = 16;

    /** By the bytes alone, whatever a name or a sender says; empty if they begin no picture of a known kind. */
    public static Optional<ImageHeader> of(byte[] bytes) {
        if (begins(bytes, PNG)) {
            boolean sized = bytes.length >= PNG_WIDTH + 8;
            return Optional.of(new ImageHeader("image/png", sized ? size(bytes, PNG_WIDTH) : 0,
                    sized ? size(bytes, PNG_WIDTH + 4) : 0));
        }
        if (begins(bytes, "\u00ff\u00d8\u00ff")) {
            return Optional.of(jpeg(bytes));
        }
        if (begins(bytes, "GIF8")) {
            return Optional.of(new ImageHeader("image/gif", 0, 0));
        }
        return begins(bytes, "RIFF") && bytes.length >= 12 && new String(bytes, 8, 4, ISO_8859_1).equals("WEBP")
                ? Optional.of(new ImageHeader("image/webp", 0, 0))
                : Optional.empty();
    }

    /** Walks over the segments to the one that begins the frame. */
    private static ImageHeader jpeg(byte[] bytes) {
        int at = 2;
        while (at + 9 <= bytes.length && (bytes[at] & 0xFF) == 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (frame(marker)) {
                return new ImageHeader("image/jpeg", u16(bytes, at + 7), u16(bytes, at + 5));
            } else if (marker >= 0xD0 && marker <= 0xD9 || marker == 0x01) {
                at += 2;
            } else {
                at += 2 + Math.max(2, u16(bytes, at + 2));
            }
        }
        return new ImageHeader("image/jpeg", 0, 0);
    }

    private static boolean frame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static int size(byte[] bytes, int at) {
        return Math.max(0, u16(bytes, at) << 16 | u16(bytes, at + 2));
    }

    private static boolean begins(byte[] bytes, String with) {
        return bytes.length >= with.length() && new String(bytes, 0, with.length(), ISO_8859_1).equals(with);
    }
}

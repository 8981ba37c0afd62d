package app.pitot.pictures;

import app.pitot.api.ChatImage;
import app.pitot.api.Harmless;
import app.pitot.base.ImageHeader;
import app.pitot.base.Texts;
import app.pitot.history.Picture;
import app.pitot.provider.PictureRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes pictures of files. Kind and size are told by the bytes and never by the name; nothing is decoded, so that a small
 * file that stands for a huge picture costs nothing. Safe from any thread.
 */
public final class PictureReader {
    /** More pixels than any provider takes, and than could be shown. */
    static final long MOST_PIXELS = 90_000_000;

    private static final int LONGEST_NAME = 120;
    private static final int MEGA = 1_000_000;

    private PictureReader() {}

    /** What became of a file. */
    public sealed interface Reading {
        /** @param cleaned true if something was left out that only said where and how it was taken */
        record Taken(Picture picture, boolean cleaned) implements Reading {}

        /** @param why one sentence */
        record Refused(String why) implements Reading {}
    }

    /**
     * Reads a file. Blocks on the disk.
     *
     * @throws IOException if it cannot be read
     */
    public static Reading read(Path file) throws IOException {
        var name = name(file);
        if (Files.size(file) > PictureRules.MOST_BYTES) {
            return new Reading.Refused(Texts.get("picture.large", name, PictureRules.MOST_BYTES >> 20));
        }
        try (var in = Files.newInputStream(file)) {
            // A file may grow, or be none: never more than the bound is read.
            return read(in.readNBytes(PictureRules.MOST_BYTES + 1), name);
        }
    }

    /** The same for bytes that are there already. @param name as shown; may be empty */
    public static Reading read(byte[] bytes, String name) {
        var shown = name.isEmpty() ? Texts.get("picture.unnamed") : name;
        if (bytes.length > PictureRules.MOST_BYTES) {
            return new Reading.Refused(Texts.get("picture.large", shown, PictureRules.MOST_BYTES >> 20));
        }
        var header = ImageHeader.of(bytes).orElse(null);
        if (header == null || !header.mediaType().equals("image/png") && !header.mediaType().equals("image/jpeg")) {
            return new Reading.Refused(Texts.get("picture.kind", shown));
        }
        long pixels = (long) header.width() * header.height();
        if (pixels > MOST_PIXELS) {
            return new Reading.Refused(Texts.get("picture.pixels", shown, pixels / MEGA, MOST_PIXELS / MEGA));
        }
        var bare = header.mediaType().equals("image/png") ? PngSegments.bare(bytes) : JpegSegments.bare(bytes);
        if (pixels == 0 || bare == null) {
            return new Reading.Refused(Texts.get("picture.damaged", shown));
        }
        return new Reading.Taken(new Picture(new ChatImage(header.mediaType(), bare), name, header.width(),
                header.height()), bare.length != bytes.length);
    }

    /** The last part of its path, fit to show. */
    public static String name(Path file) {
        return file.getFileName() == null ? "" : Harmless.line(file.getFileName().toString(), LONGEST_NAME);
    }
}

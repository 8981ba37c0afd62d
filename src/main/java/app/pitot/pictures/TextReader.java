package app.pitot.pictures;

import app.pitot.base.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads prompts from files. Safe from any thread. */
public final class TextReader {
    /** Longest file, in bytes. */
    static final int MOST_BYTES = 1 << 20;

    private TextReader() {}

    /** What became of a file. */
    public sealed interface Reading {
        /** @param text with line feeds alone, without a mark of its encoding */
        record Taken(String text) implements Reading {}

        /** @param why one sentence */
        record Refused(String why) implements Reading {}
    }

    /**
     * Reads UTF-8, or UTF-16 that says so, by its bytes alone. Blocks on the disk.
     *
     * @throws IOException if it cannot be read
     */
    public static Reading read(Path file) throws IOException {
        var name = PictureReader.name(file);
        try (var in = Files.newInputStream(file)) {
            return read(in.readNBytes(MOST_BYTES + 1), name);
        }
    }

    static Reading read(byte[] bytes, String name) {
        if (bytes.length > MOST_BYTES) {
            return new Reading.Refused(Texts.get("prompt.file.large", name, MOST_BYTES >> 20));
        }
        var charset = charset(bytes);
        int mark = charset == StandardCharsets.UTF_8 ? begins(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0 : 2;
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark)).toString();
            if (text.indexOf('\0') >= 0) {
                return new Reading.Refused(Texts.get("prompt.file.binary", name));
            }
            return text.isBlank()
                    ? new Reading.Refused(Texts.get("prompt.file.empty", name))
                    : new Reading.Taken(text.replace("\r\n", "\n").replace('\r', '\n'));
        } catch (CharacterCodingException e) {
            return new Reading.Refused(Texts.get("prompt.file.binary", name));
        }
    }

    private static Charset charset(byte[] bytes) {
        if (begins(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return begins(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private static boolean begins(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}

package app.pitot.tray;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The word that an X server asks of its callers, from the file in which the session left it. */
final class XCookie {
    static final String NAME = "MIT-MAGIC-COOKIE-1";
    private static final Logger LOG = LoggerFactory.getLogger(XCookie.class);
    private static final int MAX_BYTES = 1 << 20;

    private XCookie() {}

    /** Empty if there is none for that display: some servers ask for none. Blocks on the disk. */
    static byte[] of(XDisplay display, UnaryOperator<String> environment) {
        var named = environment.apply("XAUTHORITY");
        var file = named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home"), ".Xauthority")
                : Path.of(named);
        try (var in = Files.newInputStream(file)) {
            return find(ByteBuffer.wrap(in.readNBytes(MAX_BYTES)), display.number());
        } catch (IOException | BufferUnderflowException e) {
            LOG.debug("no word for the X server: {}", e.toString());
            return new byte[0];
        }
    }

    /** Entries without a display's number are for all. */
    static byte[] find(ByteBuffer entries, int number) {
        while (entries.hasRemaining()) {
            entries.getShort(); // kind of address
            take(entries); // address
            var display = new String(take(entries), StandardCharsets.US_ASCII);
            var name = new String(take(entries), StandardCharsets.US_ASCII);
            var word = take(entries);
            if (name.equals(NAME) && (display.isEmpty() || display.equals(String.valueOf(number)))) {
                return word;
            }
        }
        return new byte[0];
    }

    private static byte[] take(ByteBuffer from) {
        int length = Short.toUnsignedInt(from.getShort());
        if (length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }
}

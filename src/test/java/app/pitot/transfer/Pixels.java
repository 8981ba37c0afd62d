package app.pitot.transfer;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/** The head of a PNG file of 3 by 2 pixels, in base 64: more is not looked at. */
final class Pixels {
    static final String PNG = make();

    private Pixels() {}

    private static String make() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(0x89504E470D0A1A0AL);
            out.writeInt(13);
            out.writeInt(0x49484452);
            out.writeInt(3);
            out.writeInt(2);
            out.writeLong(0x0802000000000000L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}

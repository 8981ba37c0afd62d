package app.pitot.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Arrays;
import okhttp3.Response;

/** A response body as a stream that is watched for silence and for length, and whose start is remembered. */
final class WatchedBody extends FilterInputStream {
    private static final int START = 16 * 1024;

    private final WireCall wire;
    private final int limit;
    private final byte[] start = new byte[START];
    private long length;

    /** @param limit in bytes; a longer body ends in a {@link TooLongException} */
    WatchedBody(Response response, WireCall wire, int limit) throws IOException {
        super(Bodies.source(response).inputStream());
        this.wire = wire;
        this.limit = limit;
    }

    /** The first bytes: reads on until there are enough of them, the body ends, or nothing more comes. */
    byte[] wholeStart() {
        try {
            var more = new byte[1_024];
            while (length < START && read(more, 0, more.length) >= 0) {
                continue;
            }
        } catch (IOException e) {
            // What came before it broke off has to do.
        }
        return Arrays.copyOf(start, (int) Math.min(START, length));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        int read = super.read(into, offset, wanted);
        if (read > 0) {
            wire.heard();
            if (length < START) {
                System.arraycopy(into, offset, start, (int) length, (int) Math.min(read, START - length));
            }
            length += read;
            if (length > limit) {
                throw new TooLongException(limit);
            }
        }
        return read;
    }
}

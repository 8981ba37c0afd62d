package app.pitot.instance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Short lines of ASCII over a socket whose other end may be anybody. */
final class Line {
    static final String SHOW = "pitot/1 show";
    static final String HERE = "pitot/1 here";
    static final String SHOWN = "pitot/1 shown";
    static final String OTHER = "pitot/1 other";

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final int MAX = 128;

    private Line() {}

    /** The next line without its end; null if there is none, or none that is short and of printable ASCII. Blocks. */
    static String read(SocketChannel from) throws IOException {
        var one = ByteBuffer.allocate(1);
        var line = new StringBuilder();
        while (line.length() < MAX) {
            if (from.read(one.clear()) < 1) {
                return null;
            }
            char c = (char) one.get(0);
            if (c == '\n') {
                return line.toString();
            }
            if (c < ' ' || c > '~') {
                return null;
            }
            line.append(c);
        }
        return null;
    }

    static void write(SocketChannel to, String line) throws IOException {
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /** Closes {@code channel} after {@code patience}, which ends every read on it; complete the result to leave it open. */
    static CompletableFuture<Void> closeAfter(SocketChannel channel, Duration patience) {
        Executor later = CompletableFuture.delayedExecutor(patience.toNanos(), TimeUnit.NANOSECONDS);
        var kept = new CompletableFuture<Void>();
        later.execute(() -> {
            if (!kept.isDone()) {
                close(channel);
            }
        });
        return kept;
    }

    static void close(AutoCloseable channel) {
        try {
            channel.close();
        } catch (Exception e) {
            LOG.debug("closing a socket: {}", e.toString());
        }
    }
}

package app.pitot.tray;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection of our own to the X server, of which JavaFX knows nothing: no library that both would share, and errors are
 * packets that harm nobody. One thread asks, another hears; sending is safe from both.
 */
final class XWire implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(XWire.class);
    /** Time for one answer, in milliseconds. */
    private static final long ANSWER = 2_000;
    private static final int MAX_EXTRA = 1 << 20;

    private final SocketChannel channel;
    private final LinkedBlockingQueue<ByteBuffer> answers = new LinkedBlockingQueue<>();
    private int nextId;
    private int idStep;
    private int root;
    private int depth;
    private boolean whole;
    private ByteOrder pixels;

    private XWire(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Blocks until the server has taken us in.
     *
     * @param events told of each packet of 32 bytes that is no answer, on a thread of the wire's own
     * @throws IOException if there is no server, it takes nobody in, or its screen has no 32 bits for each pixel
     */
    static XWire open(UnaryOperator<String> environment, Consumer<ByteBuffer> events) throws IOException {
        var display = XDisplay.of(environment).orElseThrow(() -> new IOException("no display"));
        var wire = new XWire(display.connect());
        try {
            wire.greet(XCookie.of(display, environment));
            Thread.ofVirtual().name("tray-x11").start(() -> wire.hear(events));
            return wire;
        } catch (IOException | RuntimeException e) {
            wire.close();
            throw e;
        }
    }

    int root() {
        return root;
    }

    int depth() {
        return depth;
    }

    /** How the server wants the bytes of a pixel. */
    ByteOrder pixels() {
        return pixels;
    }

    /** A name for something new. */
    int newId() {
        int id = nextId;
        nextId += idStep;
        return id;
    }

    int atom(String name) throws IOException {
        var bytes = name.getBytes(StandardCharsets.US_ASCII);
        return ask(XRequest.of(16, 0).u16(bytes.length).u16(0).bytes(bytes)).getInt(8);
    }

    /** The window that owns a selection; 0 for none. */
    int owner(int selection) throws IOException {
        return ask(XRequest.of(23, 0).u32(selection)).getInt(8);
    }

    void send(XRequest request) throws IOException {
        var bytes = request.done();
        synchronized (channel) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private ByteBuffer ask(XRequest request) throws IOException {
        answers.clear();
        send(request);
        try {
            var answer = answers.poll(ANSWER, TimeUnit.MILLISECONDS);
            if (answer == null || answer.get(0) != 1) {
                throw new IOException("the X server does not answer");
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void greet(byte[] cookie) throws IOException {
        var name = cookie.length == 0 ? new byte[0] : XCookie.NAME.getBytes(StandardCharsets.US_ASCII);
        send(XRequest.greeting(name, cookie));
        var head = read(8);
        var rest = read(Short.toUnsignedInt(head.getShort(6)) * 4);
        if (head.get(0) != 1) {
            throw new IOException("the X server refuses");
        }
        nextId = rest.getInt(4);
        idStep = Integer.lowestOneBit(rest.getInt(8));
        pixels = rest.get(22) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int formats = 32 + (Short.toUnsignedInt(rest.getShort(16)) + 3) / 4 * 4;
        int count = Byte.toUnsignedInt(rest.get(21));
        int screen = formats + 8 * count;
        root = rest.getInt(screen);
        depth = Byte.toUnsignedInt(rest.get(screen + 38));
        for (int i = 0; i < count; i++) {
            int at = formats + 8 * i;
            whole |= Byte.toUnsignedInt(rest.get(at)) == depth && rest.get(at + 1) == 32;
        }
        if (!whole) {
            throw new IOException("a screen of " + depth + " bits");
        }
    }

    private void hear(Consumer<ByteBuffer> events) {
        try {
            while (true) {
                var packet = read(32);
                int kind = packet.get(0) & 0x7f;
                if (kind == 1 || kind == 35) {
                    int more = packet.getInt(4);
                    if (more < 0 || more > MAX_EXTRA) {
                        throw new IOException("a packet of " + more + " words");
                    }
                    read(more * 4);
                }
                if (kind == 1) {
                    answers.add(packet);
                } else if (kind > 1) {
                    events.accept(packet);
                } else {
                    LOG.debug("the X server refuses request {}: error {}", packet.get(10), packet.get(1));
                }
            }
        } catch (IOException e) {
            LOG.debug("the X server is gone: {}", e.toString());
        }
    }

    private ByteBuffer read(int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing: {}", e.toString());
        }
    }
}

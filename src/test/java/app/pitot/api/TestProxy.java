package app.pitot.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A little proxy on the loopback interface, which takes every host name for this machine and remembers what it saw. */
abstract class TestProxy implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    /** What clients asked to be connected to, as host:port. */
    final List<String> asked = new CopyOnWriteArrayList<>();
    /** User names and passwords, as user:password. */
    final List<String> logins = new CopyOnWriteArrayList<>();
    final List<Throwable> failures = new CopyOnWriteArrayList<>();

    TestProxy() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Everything that came from clients, tunnelled bytes too. */
    String seen() {
        synchronized (seen) {
            return seen.toString(StandardCharsets.ISO_8859_1);
        }
    }

    /** Serves one connection. */
    abstract void serve(Socket client, InputStream in, OutputStream out) throws IOException;

    private void accept() {
        try {
            while (true) {
                var client = server.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> {
                    try (client) {
                        serve(client, new Recorded(client.getInputStream()), client.getOutputStream());
                    } catch (IOException gone) {
                        return;
                    } catch (Throwable e) {
                        failures.add(e);
                    }
                });
            }
        } catch (IOException closed) {
            return;
        }
    }

    private final class Recorded extends InputStream {
        private final InputStream in;

        Recorded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            if (read > 0) {
                synchronized (seen) {
                    seen.write(into, offset, read);
                }
            }
            return read;
        }
    }

    /** Opens the connection that was asked for. */
    Socket reach(String host, int port) throws IOException {
        asked.add(host + ":" + port);
        var there = new Socket(Proxy.NO_PROXY);
        there.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        sockets.add(there);
        return there;
    }

    /** Carries bytes both ways until either side ends. */
    static void relay(InputStream in, OutputStream out, Socket there) throws IOException {
        Thread.ofVirtual().start(() -> {
            try (there; out) {
                there.getInputStream().transferTo(out);
            } catch (IOException gone) {
                return;
            }
        });
        try (there) {
            in.transferTo(there.getOutputStream());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}

package app.pitot.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first window on a data folder: listens on a socket that only the user can reach, and comes forward when a later start
 * asks for it. Whatever else is said there is not answered. Safe from any thread.
 */
public final class FirstWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FirstWindow.class);
    /** Whoever connects has so long to say what they want. */
    private static final Duration LISTENING = Duration.ofSeconds(2);
    private static final Duration SHOWING = WindowClaim.Patience.USUAL.shown();
    private static final int AT_ONCE = 8;

    private final LockFile lock;
    private final String wish;
    private final Path socket;
    private final ServerSocketChannel server;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final CompletableFuture<Supplier<CompletionStage<?>>> window = new CompletableFuture<>();

    private FirstWindow(LockFile lock, String wish, Path socket, ServerSocketChannel server) {
        this.lock = lock;
        this.wish = wish;
        this.socket = socket;
        this.server = server;
    }

    /** Takes over {@code lock}. Where no socket can be had, later starts are told not to ask. */
    static FirstWindow open(LockFile lock, Path folder, String wish) throws IOException {
        try {
            for (var place : SocketPlace.of(folder, System::getenv)) {
                var server = listen(place);
                if (server != null) {
                    lock.write(place);
                    var first = new FirstWindow(lock, wish, place, server);
                    Thread.ofVirtual().name("window-socket").start(first::accept);
                    return first;
                }
            }
            lock.write(null);
            return new FirstWindow(lock, wish, null, null);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /** Null if the place takes no sockets. A socket that is there belongs to nobody: the lock is ours. */
    private static ServerSocketChannel listen(Path place) {
        ServerSocketChannel server = null;
        try {
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            Files.deleteIfExists(place);
            server.bind(UnixDomainSocketAddress.of(place));
            SocketPlace.tighten(place);
            return server;
        } catch (IOException | RuntimeException e) {
            LOG.info("no socket at {}: {}", place, e.toString());
            if (server != null) {
                Line.close(server);
            }
            return null;
        }
    }

    /**
     * From now on {@code show} brings the window forward; whoever asked before is served now.
     *
     * @param show called on any thread; what it returns completes when the window is in front
     */
    public void window(Supplier<CompletionStage<?>> show) {
        window.complete(show);
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                var caller = server.accept();
                if (room.tryAcquire()) {
                    Thread.ofVirtual().name("window-caller").start(() -> serve(caller));
                } else {
                    Line.close(caller);
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.info("the window's socket fails: {}", e.toString());
                return;
            }
        }
    }

    private void serve(SocketChannel caller) {
        try (caller) {
            var patience = Line.closeAfter(caller, LISTENING);
            var line = Line.read(caller);
            patience.complete(null);
            if (line != null && (line.equals(Line.SHOW) || line.equals(Line.SHOW + " " + wish))) {
                Line.write(caller, Line.HERE);
                window.thenCompose(Supplier::get).orTimeout(SHOWING.toMillis(), TimeUnit.MILLISECONDS).join();
                Line.write(caller, Line.SHOWN);
            } else if (line != null && line.startsWith(Line.SHOW + " ")) {
                Line.write(caller, Line.OTHER);
            }
        } catch (IOException | CompletionException e) {
            LOG.debug("a caller at the window's socket: {}", e.toString());
        } finally {
            room.release();
        }
    }

    /** Gives the folder's window up; whoever waits finds out and may take it. */
    @Override
    public void close() {
        window.cancel(false);
        if (server != null) {
            Line.close(server);
            try {
                Files.deleteIfExists(socket);
            } catch (IOException e) {
                LOG.info("the window's socket stays behind: {}", e.toString());
            }
        }
        Line.close(lock);
    }
}

package app.pitot.instance;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A window beside the first one of its folder: it becomes the first as soon as that one has gone, and then comes forward when a
 * later start asks. The system wakes it up; until then nothing runs. Where files cannot be locked it stays as it is. Safe from
 * any thread.
 */
public final class NextWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NextWindow.class);
    private static final long RETRY_NANOS = 50_000_000;

    private final Path folder;
    private final String wish;
    private final Thread waiting;
    private Supplier<CompletionStage<?>> show;
    private FirstWindow first;
    private boolean closed;

    private NextWindow(Path folder, String wish) {
        this.folder = folder;
        this.wish = wish;
        // A thread of the system: waiting for a lock would hold up others that are virtual.
        this.waiting = Thread.ofPlatform().daemon().name("next-window").unstarted(this::await);
    }

    /** Begins to wait. @param wish see {@link WindowClaims#take} */
    public static NextWindow behind(Path folder, String wish) {
        var next = new NextWindow(folder, wish);
        next.waiting.start();
        return next;
    }

    /** What brings this window forward: see {@link FirstWindow#window}. */
    public synchronized void window(Supplier<CompletionStage<?>> shows) {
        show = shows;
        if (first != null) {
            first.window(shows);
        }
    }

    private void await() {
        try {
            while (!waiting.isInterrupted()) {
                try {
                    var lock = LockFile.await(folder);
                    begin(FirstWindow.open(lock, folder, wish));
                    return;
                } catch (OverlappingFileLockException e) {
                    LockSupport.parkNanos(RETRY_NANOS); // another window of this very process
                }
            }
        } catch (IOException e) {
            LOG.debug("this window stays a second one: {}", e.toString());
        }
    }

    private synchronized void begin(FirstWindow now) {
        if (closed) {
            now.close();
            return;
        }
        first = now;
        if (show != null) {
            first.window(show);
        }
    }

    /** Waits no longer, and gives up what it has come to. */
    @Override
    public synchronized void close() {
        closed = true;
        waiting.interrupt();
        if (first != null) {
            first.close();
        }
    }
}

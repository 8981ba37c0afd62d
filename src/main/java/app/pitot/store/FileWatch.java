package app.pitot.store;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs something soon after one of some files in a folder was written, by whichever process. While none is, nothing runs: the
 * operating system tells. Where it tells nothing, the files are looked at once a second.
 */
final class FileWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
    /** What comes in a burst is one event. */
    private static final long QUIET_MS = 80;
    private static final long POLL_MS = 1_000;

    private final Path folder;
    private final Set<String> names;
    private final Runnable changed;
    private final Thread thread;
    private volatile WatchService service;
    private volatile boolean closed;

    /** @param changed run on the watch's thread; must not block for long */
    FileWatch(Path folder, Set<String> names, Runnable changed) {
        this.folder = folder;
        this.names = Set.copyOf(names);
        this.changed = changed;
        thread = Thread.ofVirtual().name("pitot-file-watch").unstarted(this::run);
    }

    void begin() {
        thread.start();
    }

    private void run() {
        try (var watch = folder.getFileSystem().newWatchService()) {
            service = watch;
            folder.register(watch, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_CREATE);
            while (!closed) {
                wait(watch);
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("The folder is no longer watched.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (NoSuchFileException | NotDirectoryException e) {
            LOG.info("There is no folder to watch: {}", e.toString());
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("The folder cannot be watched, so it is looked at: {}", e.toString());
            poll();
        }
    }

    private void wait(WatchService watch) throws InterruptedException, IOException {
        var key = watch.take();
        boolean ours = concerns(key.pollEvents());
        if (!key.reset()) {
            throw new IOException("the folder has gone");
        }
        if (ours) {
            TimeUnit.MILLISECONDS.sleep(QUIET_MS);
            // What came meanwhile is seen by the look that follows.
            for (var more = watch.poll(); more != null; more = watch.poll()) {
                more.pollEvents();
                more.reset();
            }
            changed.run();
        }
    }

    private boolean concerns(List<WatchEvent<?>> events) {
        return events.stream().anyMatch(event -> event.kind() == StandardWatchEventKinds.OVERFLOW
                || event.context() instanceof Path path && names.contains(path.toString()));
    }

    private void poll() {
        try {
            var before = stamps();
            while (!closed) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
                var now = stamps();
                if (!now.equals(before)) {
                    before = now;
                    changed.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, String> stamps() {
        var stamps = new HashMap<String, String>();
        for (var name : names) {
            try {
                var file = folder.resolve(name);
                stamps.put(name, Files.size(file) + " " + Files.getLastModifiedTime(file));
            } catch (IOException e) {
                stamps.put(name, "none");
            }
        }
        return stamps;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        var watch = service;
        if (watch != null) {
            try {
                watch.close();
            } catch (IOException e) {
                LOG.debug("The watch cannot be closed: {}", e.toString());
            }
        }
    }
}

package app.pitot.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This running Pitot, as other processes on the same folder know it: by a lock on a file of its own, which the system
 * frees however the process ends. Touched by the database's thread only, but for its name.
 */
final class Instance {
    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);

    private final Path folder;
    private final String process = process();
    private final String name = process + UUID.randomUUID();
    private FileChannel channel;
    private FileLock lock;

    /** Touches no disk yet. */
    Instance(Path folder) {
        this.folder = folder;
    }

    /** As rows name it. */
    String name() {
        return name;
    }

    /** Shows that it lives. Without it, others would take its replies for abandoned. */
    void begin() {
        if (channel != null) {
            return;
        }
        try {
            var file = file(name);
            DataFolder.createPrivate(file);
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } catch (IOException e) {
            LOG.warn("No lock can be had in the data folder: {}", e.getMessage());
        }
    }

    void end() {
        try {
            if (channel != null) {
                // Before the lock goes: afterwards the name might be looked at by another.
                Files.deleteIfExists(file(name));
                channel.close();
            }
        } catch (IOException e) {
            LOG.warn("The instance's lock cannot be removed: {}", e.getMessage());
        }
        channel = null;
        lock = null;
    }

    /** False only if {@code other} is known to have ended. */
    boolean alive(String other) {
        if (other.equals(name)) {
            return true;
        }
        // A lock file of this very process must not even be opened: closing it would free the lock.
        if (other.startsWith(process)) {
            return Files.exists(file(other));
        }
        if (!other.matches("[0-9a-f-]+")) {
            return false;
        }
        try (var theirs = FileChannel.open(file(other), StandardOpenOption.WRITE)) {
            var taken = theirs.tryLock();
            if (taken == null) {
                return true;
            }
            Files.deleteIfExists(file(other));
            return false;
        } catch (java.nio.file.NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            LOG.warn("Whether another Pitot runs cannot be seen: {}", e.getMessage());
            return true;
        }
    }

    private Path file(String owner) {
        return folder.resolve("instance-" + owner + ".lock");
    }

    /** The same for all of one process, another for any other, also one with the same number later. */
    private static String process() {
        var self = ProcessHandle.current();
        var start = self.info().startInstant().map(at -> Long.toHexString(at.toEpochMilli())).orElse("0");
        return Long.toHexString(self.pid()) + "-" + start + "-";
    }
}

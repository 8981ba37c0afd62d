package app.pitot.store;

import app.pitot.base.Clocks;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One writer at a time among all processes, by a lock on an empty file that stays. */
final class FileTurn implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileTurn.class);
    private static final long RETRY_NANOS = 5_000_000;

    private final FileChannel channel;
    private final FileLock lock;

    private FileTurn(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Waits for its turn.
     *
     * @throws Busy if another program keeps the lock for longer than {@code patience}
     * @throws IOException if the file cannot be made
     */
    static FileTurn take(Path file, Clocks clocks, Duration patience) throws IOException {
        DataFolder.createPrivate(file);
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            return new FileTurn(channel, lock(channel, clocks, patience));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileLock lock(FileChannel channel, Clocks clocks, Duration patience) throws IOException {
        long until = clocks.nanos() + patience.toNanos();
        while (true) {
            try {
                var lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                // Another store of this process has it: as good a reason to wait.
                LOG.trace("the lock is held by this process");
            } catch (IOException e) {
                // Some network file systems know no locks; not saving there at all would be worse than a rare race.
                LOG.warn("the settings' folder knows no locks: {}", e.getMessage());
                return null;
            }
            if (clocks.nanos() - until >= 0) {
                throw new Busy();
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            if (lock != null) {
                lock.release();
            }
        }
    }

    /** Somebody else holds it. */
    static final class Busy extends IOException {
        private static final long serialVersionUID = 1L;
    }
}

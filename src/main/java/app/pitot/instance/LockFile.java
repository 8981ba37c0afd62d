package app.pitot.instance;

import app.pitot.store.DataFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Who has the window of a folder: whoever holds the lock on {@code window.lock}, which the system frees however that process
 * ends. The file stays and says who it was, and where to ask.
 */
final class LockFile implements AutoCloseable {
    private static final String NAME = "window.lock";
    private static final String DEAF = "-";
    private static final int MAX_BYTES = 4_096;
    /** Far behind the text: on Windows nobody else could read what is locked. */
    private static final long LOCKED = 1L << 30;

    private final FileChannel channel;
    private final FileLock lock;

    private LockFile(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Null if another has it.
     *
     * @throws IOException if the folder's file system knows no locks
     */
    static LockFile take(Path folder) throws IOException {
        var channel = open(folder);
        try {
            var lock = channel.tryLock(LOCKED, 1, false);
            if (lock != null) {
                channel.truncate(0);
                return new LockFile(channel, lock);
            }
        } catch (OverlappingFileLockException e) {
            channel.close(); // held within this process
            return null;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return null;
    }

    /**
     * The same, after whoever has it has gone. Blocks until then; an interrupt ends that.
     *
     * @throws IOException also if the thread is interrupted
     * @throws OverlappingFileLockException if this process has it, or waits for it already
     */
    static LockFile await(Path folder) throws IOException {
        var channel = open(folder);
        try {
            var lock = channel.lock(LOCKED, 1, false);
            channel.truncate(0);
            return new LockFile(channel, lock);
        } catch (IOException | OverlappingFileLockException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        DataFolder.createPrivate(file);
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    /** @param socket where to ask this process; null if nobody can */
    void write(Path socket) throws IOException {
        var text = ProcessHandle.current().pid() + " " + (socket == null ? DEAF : socket) + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Who holds the lock, as far as they have written it yet; whatever else the file holds counts as nothing. */
    static Holder holder(Path folder) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(folder.resolve(NAME))) {
            bytes = in.readNBytes(MAX_BYTES);
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        int gap = text.indexOf(' ');
        if (gap < 1 || !text.endsWith("\n")) {
            return Holder.UNKNOWN;
        }
        try {
            long process = Long.parseLong(text.substring(0, gap));
            var where = text.substring(gap + 1, text.length() - 1);
            return where.equals(DEAF) ? new Holder(process, null, true) : new Holder(process, Path.of(where), false);
        } catch (NumberFormatException | InvalidPathException e) {
            return Holder.UNKNOWN;
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            channel.truncate(0);
            lock.release();
        }
    }

    /**
     * @param process its number; -1 if it is not known yet
     * @param socket where to ask it; null if it is not known yet, or if it is deaf
     * @param deaf it cannot be asked
     */
    record Holder(long process, Path socket, boolean deaf) {
        static final Holder UNKNOWN = new Holder(-1, null, false);
    }
}

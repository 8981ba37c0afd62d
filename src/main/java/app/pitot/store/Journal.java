package app.pitot.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the database would not take, in a file of this process alone, so that a crash does not lose it. Each record is on the
 * disk before {@link #append} returns, with its length and CRC32C before it. Used by one thread.
 */
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final String PREFIX = "pitot-";
    private static final String SUFFIX = ".journal";
    private static final int HEADER = 8;
    private static final int MAX_RECORD = 256 << 20;

    private final Path file;
    private FileChannel channel;
    private long length;

    /** Touches no disk yet. */
    Journal(Path folder) {
        this.file = folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
    }

    /**
     * Keeps {@code record}.
     *
     * @throws IOException if the disk refuses this file, too: what was appended before is kept
     */
    void append(byte[] record) throws IOException {
        if (channel == null) {
            DataFolder.createPrivate(file);
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            // Tells others that this process lives and will see to the file itself.
            channel.tryLock();
            SafeFile.forceFolder(file.toAbsolutePath().getParent());
            length = 0;
        }
        var bytes = ByteBuffer.allocate(HEADER + record.length).putInt(record.length).putInt(sum(record)).put(record)
                .flip();
        try {
            for (long at = length; bytes.hasRemaining(); at = length + bytes.position()) {
                channel.write(bytes, at);
            }
            channel.force(true);
        } catch (IOException e) {
            // A half record must not stand before the next one.
            channel.truncate(length);
            throw e;
        }
        length += HEADER + record.length;
    }

    /** True if nothing is kept. */
    boolean isEmpty() {
        return length == 0;
    }

    /** The database has everything now. */
    @Override
    public void close() throws IOException {
        if (channel != null) {
            try (var open = channel) {
                // Nothing that was said is to be left in free blocks by name of an empty file.
                open.truncate(0);
                Files.deleteIfExists(file);
            } finally {
                channel = null;
                length = 0;
            }
        }
    }

    /** Leaves what is kept for the next start. */
    void leave() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    /** What becomes of a record that a process left. */
    interface Reader {
        /** @return false if it cannot be understood or done; throws if it can be tried again */
        boolean take(byte[] record) throws java.sql.SQLException, IOException;
    }

    /**
     * Hands the records of processes that have ended to {@code reader} and removes their files. A file that is not whole, or
     * of which some records were refused, is kept under another name.
     *
     * @return the names of files that were kept
     */
    static List<String> replay(Path folder, Reader reader) throws IOException, java.sql.SQLException {
        var kept = new ArrayList<String>();
        for (var left : journals(folder)) {
            try (var channel = FileChannel.open(left, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                if (!free(channel)) {
                    continue;
                }
                if (take(channel, reader)) {
                    channel.truncate(0);
                    Files.delete(left);
                } else {
                    var aside = left.resolveSibling(left.getFileName() + "-damaged");
                    Files.move(left, aside);
                    kept.add(aside.getFileName().toString());
                }
            }
        }
        return kept;
    }

    private static boolean take(FileChannel channel, Reader reader) throws IOException, java.sql.SQLException {
        boolean all = true;
        long at = 0;
        while (at < channel.size()) {
            var header = read(channel, at, HEADER);
            int size = header.remaining() == HEADER ? header.getInt() : -1;
            if (size < 0 || size > MAX_RECORD || at + HEADER + size > channel.size()) {
                return false;
            }
            var record = read(channel, at + HEADER, size).array();
            if (sum(record) != header.getInt()) {
                return false;
            }
            all &= reader.take(record);
            at += HEADER + size;
        }
        return all;
    }

    private static ByteBuffer read(FileChannel channel, long at, int size) throws IOException {
        var bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }

    /** A lock ends with its process, however that ends. */
    private static boolean free(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            LOG.trace("a journal of this process");
            return false;
        }
    }

    /** The oldest first. */
    private static List<Path> journals(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            files.forEach(found::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        var times = new java.util.HashMap<Path, java.nio.file.attribute.FileTime>();
        for (var each : found) {
            times.put(each, Files.getLastModifiedTime(each));
        }
        found.sort(java.util.Comparator.comparing(times::get));
        return found;
    }

    private static int sum(byte[] record) {
        var crc = new CRC32C();
        crc.update(record);
        return (int) crc.getValue();
    }
}

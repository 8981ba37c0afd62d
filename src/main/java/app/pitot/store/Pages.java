package app.pitot.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * The pages of a database file as they were after its last commit, whatever state the file is in: those in its write-ahead
 * log stand in the place of older ones. Nothing is taken for granted and nothing is written.
 */
final class Pages implements AutoCloseable {
    private static final int USUAL_SIZE = 4096;
    private static final int WAL_HEADER = 32;
    private static final int FRAME_HEADER = 24;

    private final FileChannel main;
    private final FileChannel log;
    private final int size;
    private final long mainCount;
    /** Where in the log a page's newest image is. */
    private final Map<Long, Long> logged = new HashMap<>();
    private long count;

    Pages(Path file) throws IOException {
        main = FileChannel.open(file, StandardOpenOption.READ);
        var wal = file.resolveSibling(file.getFileName() + "-wal");
        FileChannel opened = null;
        try {
            opened = Files.isRegularFile(wal) ? FileChannel.open(wal, StandardOpenOption.READ) : null;
            log = opened;
            size = pageSize();
            mainCount = main.size() / size;
            count = mainCount;
            if (log != null) {
                readLog();
            }
        } catch (IOException | RuntimeException e) {
            main.close();
            if (opened != null) {
                opened.close();
            }
            throw e;
        }
    }

    /** Bytes. */
    int size() {
        return size;
    }

    /** The highest page's number; the first is 1. */
    long count() {
        return count;
    }

    /** Null if there is no such page. */
    ByteBuffer page(long number) throws IOException {
        var place = logged.get(number);
        if (place != null) {
            return read(log, place);
        }
        return number < 1 || number > mainCount ? null : read(main, (number - 1) * size);
    }

    private ByteBuffer read(FileChannel from, long place) throws IOException {
        var bytes = read(from, place, size);
        return bytes.remaining() == size ? bytes : null;
    }

    private static ByteBuffer read(FileChannel from, long place, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && from.read(bytes, place + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }

    /** What the file says, or its log, if that can be. */
    private int pageSize() throws IOException {
        var header = read(main, 0, 18);
        if (header.remaining() == 18) {
            int said = header.getShort(16) & 0xffff;
            if (said == 1) {
                return 65_536;
            }
            if (possible(said)) {
                return said;
            }
        }
        var ofLog = log == null ? ByteBuffer.allocate(0) : read(log, 0, WAL_HEADER);
        return ofLog.remaining() == WAL_HEADER && possible(ofLog.getInt(8)) ? ofLog.getInt(8) : USUAL_SIZE;
    }

    private static boolean possible(int size) {
        return size >= 512 && size <= 65_536 && Integer.bitCount(size) == 1;
    }

    /** Frames count up to the last one that ends a transaction and belongs to this round of the log. */
    private void readLog() throws IOException {
        var header = read(log, 0, WAL_HEADER);
        if (header.remaining() < WAL_HEADER) {
            return;
        }
        long salt = header.getLong(16);
        var pending = new HashMap<Long, Long>();
        for (long at = WAL_HEADER; at + FRAME_HEADER + size <= log.size(); at += FRAME_HEADER + size) {
            var frame = read(log, at, FRAME_HEADER);
            if (frame.remaining() < FRAME_HEADER || frame.getLong(8) != salt) {
                return;
            }
            pending.put(frame.getInt(0) & 0xffffffffL, at + FRAME_HEADER);
            if (frame.getInt(4) != 0) {
                logged.putAll(pending);
                pending.clear();
                for (long number : logged.keySet()) {
                    count = Math.max(count, Math.min(number, 1L << 31));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (main) {
            if (log != null) {
                log.close();
            }
        }
    }
}

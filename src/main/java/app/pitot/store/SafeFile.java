package app.pitot.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces a small file so that at every moment, power cuts included, either the old or the new one is whole. */
final class SafeFile {
    private static final Logger LOG = LoggerFactory.getLogger(SafeFile.class);

    private SafeFile() {}

    /**
     * Writes {@code bytes} beside {@code file}, forces them to the disk and renames. What was there before stays as
     * {@code backup}. Only the user can read the result.
     */
    static void replace(Path file, Path backup, byte[] bytes) throws IOException {
        DataFolder.create(file.getParent());
        var fresh = sibling(file, ".new");
        write(fresh, bytes);
        if (Files.exists(file)) {
            // By way of a third file: a copy that breaks off must not spoil the backup that is there.
            var old = sibling(file, ".old");
            write(old, Files.readAllBytes(file));
            move(old, backup);
        }
        move(fresh, file);
        forceFolder(file.getParent());
    }

    private static Path sibling(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static void write(Path to, byte[] bytes) throws IOException {
        Files.deleteIfExists(to);
        DataFolder.createPrivate(to);
        try (var channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A rename is on the disk only once its folder is; Windows forces no folders and needs it less. */
    static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("the folder cannot be forced to the disk: {}", e.toString());
        }
    }
}

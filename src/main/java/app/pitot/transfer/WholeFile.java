package app.pitot.transfer;

import app.pitot.base.Texts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** Writes a file that is whole or not there. Blocks on the disk. */
public final class WholeFile {
    private static final int BUFFER = 1 << 16;

    private static final FileAttribute<?>[] PRIVATE = Path.of("").getFileSystem().supportedFileAttributeViews()
            .contains("posix")
                    ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                    : new FileAttribute<?>[0];

    private WholeFile() {}

    /** What is written. */
    @FunctionalInterface
    public interface Content {
        /** @param out buffered; stays open */
        void write(OutputStream out) throws IOException, TransferException;
    }

    /**
     * Writes {@code content} into {@code target}. It is written beside it, forced to the disk and renamed: whatever happens, a
     * file that was there before is whole, or replaced by a whole one. Only the user can read it.
     *
     * @throws TransferException if that fails or is ended: nothing is left of it
     */
    public static void write(Path target, Content content) throws TransferException {
        Path part = null;
        try {
            // Where a link leads is replaced, not the link; one that leads nowhere is not followed to make something there.
            var file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            if (Files.isSymbolicLink(file)) {
                throw new TransferException(Texts.get("transfer.target.link"));
            }
            if (Files.isDirectory(file)) {
                throw new TransferException(Texts.get("transfer.target.folder"));
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new TransferException(Texts.get("transfer.target.device"));
            }
            part = partOf(file);
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE);
                    var out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
                content.write(out);
                out.flush();
                channel.force(true);
            }
            move(part, file);
            part = null;
        } catch (IOException e) {
            throw new TransferException(reason(e), e);
        } finally {
            delete(part);
        }
    }

    private static Path partOf(Path file) throws IOException {
        for (int i = 0;; i++) {
            try {
                // What people said is theirs alone, whatever stood there before.
                return Files.createFile(file.resolveSibling("." + file.getFileName() + "." + i + ".part"), PRIVATE);
            } catch (FileAlreadyExistsException e) {
                if (i == 100) {
                    throw e;
                }
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path part) throws TransferException {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new TransferException(Texts.get("transfer.leftover", part), e);
        }
    }

    private static String reason(IOException e) {
        var words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("no space") || words.contains("not enough space") || words.contains("quota")) {
            return Texts.get("transfer.full");
        }
        return switch (e) {
            case NoSuchFileException _ -> Texts.get("transfer.folder.gone");
            case AccessDeniedException _ -> Texts.get("transfer.target.denied");
            case FileSystemException _ when words.contains("being used by another process") ->
                Texts.get("transfer.target.busy");
            case FileSystemException _ when words.contains("read-only") -> Texts.get("transfer.target.denied");
            case FileSystemException _ when words.contains("name too long") -> Texts.get("transfer.target.long");
            default -> Texts.get("transfer.write.failed", e.getClass().getSimpleName());
        };
    }
}

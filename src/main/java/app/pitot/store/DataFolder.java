package app.pitot.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the app keeps its files: one folder that only the user can read. */
public final class DataFolder {
    private static final boolean POSIX = Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");

    private static final Set<PosixFilePermission> OTHERS = Set.copyOf(PosixFilePermissions.fromString("---rwxrwx"));
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    private DataFolder() {}

    /** {@code PITOT_HOME} if set, else the platform's place for application data. Nothing is created yet. */
    public static Path resolve() {
        return resolve(System::getenv);
    }

    /** The same by the variables of another environment. */
    public static Path resolve(UnaryOperator<String> environment) {
        return resolve(environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    static Path resolve(UnaryOperator<String> environment, String osName, Path home) {
        var own = environment.apply("PITOT_HOME");
        if (own != null && !own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        var os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            return home.resolve("Library/Application Support/Pitot");
        }
        if (os.startsWith("windows")) {
            var local = environment.apply("LOCALAPPDATA");
            return (local == null || local.isBlank() ? home.resolve("AppData/Local") : Path.of(local)).resolve("Pitot");
        }
        // The XDG specification tells programs to ignore a relative path.
        var data = environment.apply("XDG_DATA_HOME");
        var base = data == null || !data.startsWith("/") ? home.resolve(".local/share") : Path.of(data);
        return base.resolve("pitot");
    }

    /** Makes the folder, for the user alone, if it is not there; one that is there keeps its permissions. */
    public static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() != null) {
            Files.createDirectories(folder.getParent());
        }
        if (POSIX) {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /** Takes from everybody else what they may do with a file of ours, if there is such a file. */
    static void tighten(Path file) throws IOException {
        if (POSIX && Files.isRegularFile(file)
                && !Collections.disjoint(Files.getPosixFilePermissions(file), OTHERS)) {
            var mode = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            mode.removeAll(OTHERS);
            Files.setPosixFilePermissions(file, mode);
            LOG.info("{} could be read by others; now it is the user's alone.", file.getFileName());
        }
    }

    /** Forces what a file holds, and its name, to the disk. */
    static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        SafeFile.forceFolder(file.toAbsolutePath().getParent());
    }

    /** Makes an empty file that only the user can read, if there is none; SQLite gives its side files the same mode. */
    public static void createPrivate(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try {
            if (POSIX) {
                Files.createFile(file,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            // Another process was faster, which is just as good.
            return;
        }
    }
}

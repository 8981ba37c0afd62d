package app.pitot.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where the socket of a data folder's window may lie: in the folder, or where the system keeps such things. */
final class SocketPlace {
    /** Systems take paths of 104 to 108 bytes, with a zero at the end. */
    private static final int MAX_BYTES = 100;

    private SocketPlace() {}

    /** Best first; none if every path is too long. */
    static List<Path> of(Path folder, UnaryOperator<String> environment) {
        var places = new ArrayList<Path>();
        add(places, folder.toAbsolutePath().resolve("window.sock"));
        var runtime = environment.apply("XDG_RUNTIME_DIR");
        // Not the folder for temporary files: others may write there, and so be there first.
        if (runtime != null && runtime.startsWith("/") && Files.isDirectory(Path.of(runtime))) {
            add(places, Path.of(runtime).resolve("pitot-" + digest(folder) + ".sock"));
        }
        return places;
    }

    /** Leaves the socket to the user alone, where files have modes. */
    static void tighten(Path socket) throws IOException {
        if (socket.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void add(List<Path> places, Path place) {
        if (place.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) {
            places.add(place);
        }
    }

    private static String digest(Path folder) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var bytes = sha.digest(folder.toRealPath().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 8);
        } catch (IOException | NoSuchAlgorithmException e) {
            return Integer.toHexString(folder.toAbsolutePath().hashCode());
        }
    }
}

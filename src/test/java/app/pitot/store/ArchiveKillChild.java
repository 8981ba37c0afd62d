package app.pitot.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Archives and waits to be killed. */
final class ArchiveKillChild {
    private ArchiveKillChild() {}

    /** The file. Says {@code +} when it begins, {@code half} when requests are being taken out, {@code -} at the end. */
    public static void main(String[] args) throws Exception {
        var file = Path.of(args[0]);
        try (var connection = Sql.open(file)) {
            Sql.run(connection, "PRAGMA busy_timeout = 10000");
            say("+");
            int before = left(connection);
            Thread.ofPlatform().daemon().start(() -> watch(file, before));
            new Archiver(connection, Rows.CLOCKS).run();
            say("-");
        }
    }

    private static void watch(Path file, int before) {
        try (var connection = Sql.open(file)) {
            while (left(connection) == before) {
                Thread.sleep(1);
            }
            say("half");
        } catch (SQLException | InterruptedException e) {
            say("! " + e);
        }
    }

    private static int left(Connection connection) throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM request");
    }

    private static void say(String line) {
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }
}

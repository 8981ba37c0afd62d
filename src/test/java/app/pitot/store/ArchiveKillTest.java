package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever a kill hits the archiving, every request is there once and as it was. */
class ArchiveKillTest {
    private static final int ROWS = 16_000;
    private static final int KILLS = 8;

    @TempDir
    Path temp;

    private Path file() {
        return temp.resolve("pitot.db");
    }

    private Map<String, Long> all() throws SQLException {
        try (var connection = Sql.open(file())) {
            assertThat(Findings.of(connection).bad()).isZero();
            var found = new HashMap<String, Long>();
            LedgerRows.read(connection, LedgerRows.Range.all(), "", List.of(), (row, good) -> {
                var values = new Object[OldRows.COLUMNS.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.get(OldRows.COLUMNS.get(i));
                }
                assertThat(good).isTrue();
                assertThat(found.put(row.text("id"), Checksum.of(LedgerRow.TABLE, OldRows.COLUMNS, values))).isNull();
                return true;
            });
            return found;
        }
    }

    private int left() throws SQLException {
        try (var connection = Sql.open(file())) {
            return Sql.number(connection, "SELECT count(*) FROM request");
        }
    }

    @Test
    void noRequestIsLostAndNoneIsThereTwice() throws Exception {
        try (var connection = Sql.open(file())) {
            Migrations.shipped().make(connection);
            Sql.run(connection, "PRAGMA journal_mode = WAL");
            long now = Rows.NOW.toEpochMilli();
            long day = Duration.ofDays(1).toMillis();
            new OldRows(1).insert(connection, ROWS, now - 300 * day, now - 70 * day);
            new OldRows(2).insert(connection, 3, now - day, now);
        }
        var before = all();
        var random = new Random(4);
        int halfWay = 0;
        boolean done = false;
        for (int kill = 0; !done; kill++) {
            done = child(kill, random);
            assertThat(all()).isEqualTo(before);
            halfWay += left() > 3 && left() < ROWS + 3 ? 1 : 0;
        }
        assertThat(halfWay).isPositive();
        assertThat(left()).isEqualTo(3);
    }

    /** True if it came to its end. Every other one is killed once it is known to take requests out. */
    private boolean child(int kill, Random random) throws Exception {
        var child = new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx64m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), ArchiveKillChild.class.getName(), file().toString()))
                .redirectErrorStream(true).start();
        try (var out = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("+");
            var next = "";
            if (kill < KILLS) {
                next = kill % 2 == 0 ? out.readLine() : next;
                Thread.sleep(random.nextInt(kill % 2 == 0 ? 40 : 300));
                child.toHandle().destroyForcibly();
            }
            while (next != null && !next.equals("-")) {
                next = out.readLine();
            }
            return next != null;
        } finally {
            child.destroyForcibly().waitFor();
        }
    }
}

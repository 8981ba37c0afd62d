package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {
    @TempDir
    Path temp;

    private Path file() {
        return temp.resolve("pitot.db");
    }

    private int left() throws SQLException {
        try (var connection = Sql.open(file())) {
            return Sql.number(connection, "SELECT count(*) FROM request");
        }
    }

    private void old(int count) throws SQLException {
        try (var connection = Sql.open(file())) {
            Migrations.shipped().make(connection);
            long now = Rows.NOW.toEpochMilli();
            long day = Duration.ofDays(1).toMillis();
            new OldRows(count).insert(connection, count, now - 300 * day, now - 70 * day);
            new OldRows(count + 1).insert(connection, 1, now - day, now);
        }
    }

    @Test
    void oldRequestsAreArchivedOnceADayBehindTheBackup() throws SQLException {
        old(3_000);
        var problems = new ArrayList<StoreProblem>();
        try (var upkeep = new Upkeep(file(), Rows.CLOCKS, problems::add, () -> {})) {
            upkeep.archive();
            assertThat(left()).as("no backup yet").isEqualTo(3_001);
            upkeep.today();
            upkeep.archive();
            assertThat(left()).isEqualTo(1);
            old(200);
            upkeep.archive();
            assertThat(left()).as("the day has had its turn").isEqualTo(202);
        }
        assertThat(problems).isEmpty();
        try (var next = new Upkeep(file(), Rows.CLOCKS, problems::add, () -> {})) {
            next.archive();
            assertThat(left()).as("all but those of yesterday").isEqualTo(2);
        }
        try (var backup = Sql.open(new Backups(file()).list().getFirst().file())) {
            assertThat(Sql.number(backup, "SELECT count(*) FROM request")).isEqualTo(3_001);
        }
    }

    @Test
    void aFileOfAnotherSchemaIsLeftAlone() throws SQLException {
        old(3_000);
        try (var upkeep = new Upkeep(file(), Rows.CLOCKS, _ -> {}, () -> {})) {
            upkeep.today();
            try (var connection = Sql.open(file())) {
                Sql.run(connection, "PRAGMA user_version = 999");
            }
            upkeep.archive();
            assertThat(left()).isEqualTo(3_001);
        }
    }

    @Test
    void whatIsClosedMovesNothing() throws SQLException {
        old(3_000);
        var upkeep = new Upkeep(file(), Rows.CLOCKS, _ -> {}, () -> {});
        upkeep.today();
        upkeep.close();
        upkeep.archive();
        assertThat(List.of(left())).containsExactly(3_001);
    }
}

package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final List<String> COLUMNS = List.of("id", "said");

    @TempDir
    Path temp;

    private Backups backups;

    @BeforeEach
    void begin() throws SQLException {
        backups = new Backups(temp.resolve("pitot.db"));
        try (var connection = connect()) {
            Sql.run(connection, "CREATE TABLE note (id TEXT PRIMARY KEY, said TEXT, checksum INTEGER)");
            Sql.run(connection, "PRAGMA user_version = 2");
            for (int i = 0; i < 100; i++) {
                add(connection, "n" + i);
            }
        }
    }

    private Connection connect() throws SQLException {
        return Sql.open(temp.resolve("pitot.db"));
    }

    private static void add(Connection connection, String id) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO note VALUES (?, ?, ?)")) {
            Sql.bind(insert, id, "words", Checksum.of("note", COLUMNS, id, "words"));
            insert.executeUpdate();
        }
    }

    private Backups.Backup daily(LocalDate day) throws SQLException {
        try (var connection = connect()) {
            return backups.daily(connection, day);
        }
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(backups.folder())) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void oneHoldsEverythingAndIsTheUsersAlone() throws Exception {
        assertThat(backups.list()).isEmpty();
        var made = daily(DAY);
        assertThat(backups.list()).containsExactly(made);
        assertThat(made.day()).isEqualTo(DAY);
        assertThat(made.damaged()).isFalse();
        assertThat(backups.has(DAY)).isTrue();
        assertThat(backups.has(DAY.plusDays(1))).isFalse();
        try (var copy = Sql.openToRead(made.file(), true)) {
            assertThat(Findings.of(copy).rows()).containsEntry("note", 100L);
            assertThat(Sql.number(copy, "PRAGMA user_version")).isEqualTo(2);
        }
        assertThat(names()).containsExactly("pitot-2026-11-20.db");
        if (temp.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.file())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backups.folder())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void rowsThatAreDamagedAlreadyAreSaidSoAndPushNoGoodBackupOut() throws Exception {
        daily(DAY);
        try (var connection = connect()) {
            Sql.run(connection, "UPDATE note SET said = 'Words' WHERE id = 'n7'");
        }
        for (int i = 1; i < 20; i++) {
            assertThat(daily(DAY.plusDays(i)).damaged()).isTrue();
        }
        assertThat(backups.list()).filteredOn(each -> !each.damaged()).hasSize(1);
        assertThat(backups.list()).filteredOn(Backups.Backup::damaged).hasSizeBetween(Backups.DAYS, Backups.DAYS + 2);
    }

    @Test
    void allGoOnceTheDatabaseIsFoundWhole() throws Exception {
        daily(DAY);
        daily(DAY.plusDays(1));
        try (var connection = connect()) {
            backups.beforeMigration(connection, 3);
        }
        Files.writeString(backups.folder().resolve("mine.txt"), "not ours");
        assertThat(backups.clear()).isEqualTo(new Backups.Cleared(3, null, 0));
        assertThat(names()).containsExactly("mine.txt");
        assertThat(backups.clear()).isEqualTo(new Backups.Cleared(0, null, 0));
    }

    @Test
    void theNewestGoodOneStaysWhileTheDatabaseIsDamaged() throws Exception {
        daily(DAY);
        var good = daily(DAY.plusDays(1));
        try (var connection = connect()) {
            Sql.run(connection, "UPDATE note SET said = 'Words' WHERE id = 'n7'");
        }
        assertThat(daily(DAY.plusDays(2)).damaged()).isTrue();
        assertThat(backups.clear()).isEqualTo(new Backups.Cleared(2, good, 0));
        assertThat(names()).containsExactly("pitot-2026-11-21.db");
        Files.writeString(temp.resolve("pitot.db"), "no database at all");
        assertThat(backups.clear()).isEqualTo(new Backups.Cleared(0, good, 0));
        Files.delete(temp.resolve("pitot.db"));
        assertThat(backups.clear().kept()).isEqualTo(good);
    }

    @Test
    void keepsTheLastDaysAndTheNewestOfTheLastWeeks() throws Exception {
        for (int i = 0; i < 60; i++) {
            daily(DAY.plusDays(i));
        }
        // The 18th of January 2027 is a Monday.
        assertThat(names()).containsExactly("pitot-2027-01-03.db", "pitot-2027-01-10.db", "pitot-2027-01-12.db",
                "pitot-2027-01-13.db", "pitot-2027-01-14.db", "pitot-2027-01-15.db", "pitot-2027-01-16.db",
                "pitot-2027-01-17.db", "pitot-2027-01-18.db");
    }

    @Test
    void oneThatCannotBeMadeLeavesThoseThatAreThere() throws Exception {
        var good = daily(DAY);
        var bytes = Files.readAllBytes(good.file());
        try (var connection = connect()) {
            backups.cancel();
            assertThatThrownBy(() -> backups.daily(connection, DAY)).isInstanceOf(Backups.NoBackup.class);
        }
        assertThat(good.file()).hasBinaryContent(bytes);
        assertThat(names()).containsExactly("pitot-2026-11-20.db");
        Files.delete(good.file());
        Files.delete(backups.folder());
        Files.writeString(backups.folder(), "a file in the folder's place");
        assertThatThrownBy(this::next).isInstanceOf(Backups.NoBackup.class);
        assertThat(backups.folder()).hasContent("a file in the folder's place");
        assertThat(backups.list()).isEmpty();
    }

    @Test
    void whatIsNotOursInTheFolderIsLeftAlone() throws Exception {
        daily(DAY);
        Files.writeString(backups.folder().resolve("pitot-mine.db"), "x");
        Files.writeString(backups.folder().resolve("pitot-2026-99-99.db"), "x");
        for (int i = 0; i < 40; i++) {
            daily(DAY.plusDays(i));
        }
        assertThat(names()).contains("pitot-mine.db", "pitot-2026-99-99.db");
        assertThat(backups.list()).hasSizeLessThan(12);
    }

    /** The next day's, not broken off. */
    private Backups.Backup next() throws SQLException {
        try (var connection = connect()) {
            return new Backups(temp.resolve("pitot.db")).daily(connection, DAY.plusDays(1));
        }
    }
}

package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of the archive in a damaged file. */
class ArchiveDamageTest {
    private static final int PAGE = 4096;
    private static final int ROWS = 6_000;

    @TempDir
    Path temp;

    private final List<StoreProblem> problems = new ArrayList<>();
    private Map<String, Long> before;

    private Path file() {
        return temp.resolve("pitot.db");
    }

    @BeforeEach
    void fill() throws SQLException, IOException {
        try (var connection = databaseFile().open().connection()) {
            long now = Rows.NOW.toEpochMilli();
            long day = Duration.ofDays(1).toMillis();
            new OldRows(1).insert(connection, ROWS, now - 300 * day, now - 70 * day);
            new OldRows(2).insert(connection, 30, now - day, now);
        }
        before = all();
        assertThat(before).hasSize(ROWS + 30);
    }

    private DatabaseFile databaseFile() {
        return new DatabaseFile(file(), Rows.CLOCKS, Duration.ofSeconds(5), Migrations.shipped(), problems::add);
    }

    private void backUp() throws SQLException {
        try (var connection = Sql.open(file())) {
            new Backups(file()).daily(connection, LocalDate.of(2026, 11, 19));
        }
    }

    private void move() throws SQLException {
        try (var connection = Sql.open(file())) {
            new Archiver(connection, Rows.CLOCKS).run();
            Sql.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private Map<String, Long> all() throws SQLException, IOException {
        try (var connection = databaseFile().open().connection()) {
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

    /** Random bytes over pages in the middle of the second sheet. */
    private void harm() throws SQLException, IOException {
        int at;
        try (var connection = Sql.open(file());
                var select = connection.prepareStatement(
                        "SELECT pageno FROM dbstat WHERE name = 'archive' AND pagetype = 'overflow' ORDER BY path");
                var rows = select.executeQuery()) {
            var pages = new ArrayList<Integer>();
            while (rows.next()) {
                pages.add(rows.getInt(1));
            }
            at = pages.get(pages.size() / 2);
        }
        try (var disk = new RandomAccessFile(file().toFile(), "rw")) {
            disk.seek((at - 1L) * PAGE);
            var garbage = new byte[PAGE];
            new Random(3).nextBytes(garbage);
            disk.write(garbage);
        }
    }

    private void recover() throws SQLException, IOException {
        databaseFile().recover();
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.DAMAGED);
    }

    @Test
    void withoutABackupASheetIsLostAndSaysSo() throws Exception {
        move();
        harm();
        recover();
        assertThat(problems.getFirst().message()).contains("2 of 3 packs of older requests");
        var after = all();
        assertThat(before).containsAllEntriesOf(after);
        assertThat(after).hasSize(ROWS + 30 - Archive.MOST);
    }

    @Test
    void aSheetComesFromTheBackup() throws Exception {
        move();
        backUp();
        harm();
        recover();
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void whatASheetHeldComesFromABackupThatIsOlder() throws Exception {
        backUp();
        move();
        harm();
        recover();
        assertThat(all()).isEqualTo(before);
        move();
        assertThat(all()).isEqualTo(before);
        try (var connection = Sql.open(file())) {
            assertThat(Sql.number(connection, "SELECT count(*) FROM request")).isEqualTo(30);
        }
    }

    @Test
    void sheetsAreFoundWhereNoWayLeadsToThem() throws Exception {
        move();
        int root;
        try (var connection = Sql.open(file())) {
            root = Sql.number(connection, "SELECT rootpage FROM sqlite_schema WHERE name = 'archive'");
            assertThat(Sql.texts(connection, "SELECT pagetype FROM dbstat WHERE pageno = " + root))
                    .containsExactly("internal");
        }
        try (var disk = new RandomAccessFile(file().toFile(), "rw")) {
            disk.seek((root - 1L) * PAGE);
            disk.write(new byte[PAGE]);
        }
        recover();
        assertThat(all()).isEqualTo(before);
        assertThat(Files.exists(temp.resolve("pitot.db.corrupt-20261120T120000Z"))).isTrue();
    }
}

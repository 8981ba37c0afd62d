package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalvageTest {
    private static final int PAGE = 4096;
    private static final int ROWS = 1_000;
    private static final List<String> COLUMNS = List.of("id", "said");
    private static final Migrations NOTES = new Migrations(
            List.of("CREATE TABLE message (id TEXT PRIMARY KEY NOT NULL, said TEXT NOT NULL, checksum INTEGER);\n"));

    @TempDir
    Path temp;

    private final List<StoreProblem> problems = new ArrayList<>();

    private Path file() {
        return temp.resolve("pitot.db");
    }

    private DatabaseFile.Opened open() throws SQLException, IOException {
        return new DatabaseFile(file(), Rows.CLOCKS, Duration.ofSeconds(1), NOTES, problems::add).open();
    }

    private static String words(int i) {
        // Some rows take many pages.
        return ("words of " + i + " ").repeat(i % 100 == 7 ? 2_000 : 5 + i % 20);
    }

    private static void add(Connection connection, int from, int to) throws SQLException {
        Sql.run(connection, "BEGIN");
        try (var insert = connection.prepareStatement("INSERT INTO message VALUES (?, ?, ?)")) {
            for (int i = from; i < to; i++) {
                Sql.bind(insert, "n" + i, words(i), Checksum.of("message", COLUMNS, "n" + i, words(i)));
                insert.executeUpdate();
            }
        }
        Sql.run(connection, "COMMIT");
    }

    private void fill() throws Exception {
        try (var connection = open().connection()) {
            add(connection, 0, ROWS);
        }
    }

    private void backUp() throws SQLException {
        try (var connection = Sql.open(file())) {
            new Backups(file()).daily(connection, LocalDate.of(2026, 11, 19));
        }
    }

    private void write(Path to, long at, byte[] bytes) throws IOException {
        try (var disk = new RandomAccessFile(to.toFile(), "rw")) {
            disk.seek(at);
            disk.write(bytes);
        }
    }

    private static byte[] garbage(int length) {
        var bytes = new byte[length];
        new java.util.Random(3).nextBytes(bytes);
        return bytes;
    }

    /** What is good, by id, after whatever opening and reading lead to; each is what it was. */
    private Map<String, Boolean> good() throws Exception {
        var found = new TreeMap<String, Boolean>();
        try (var connection = open().connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM message")) {
            while (rows.next()) {
                boolean good = Checksum.good("message", rows);
                var id = rows.getString("id");
                if (good) {
                    assertThat(rows.getString("said")).isEqualTo(words(Integer.parseInt(id.substring(1))));
                }
                found.put(id, good);
            }
        }
        return found;
    }

    private void recover() throws Exception {
        new DatabaseFile(file(), Rows.CLOCKS, Duration.ofSeconds(1), NOTES, problems::add).recover();
    }

    private Path kept() {
        return temp.resolve("pitot.db.corrupt-20261120T120000Z");
    }

    @Test
    void aLostHeaderLosesNoRow() throws Exception {
        fill();
        write(file(), 0, garbage(PAGE));
        var harmed = Files.readAllBytes(file());
        assertThat(good()).hasSize(ROWS).doesNotContainValue(false);
        assertThat(kept()).hasBinaryContent(harmed);
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.DAMAGED);
        assertThat(problems.getFirst().message()).contains("1,000 of 1,000 messages")
                .contains("pitot.db.corrupt-20261120T120000Z");
    }

    @Test
    void aLostHeaderLosesNoRowOfTheLog() throws Exception {
        fill();
        try (var connection = open().connection()) {
            add(connection, ROWS, ROWS + 50);
            var wal = temp.resolve("pitot.db-wal");
            Files.copy(file(), temp.resolve("then"));
            Files.copy(wal, temp.resolve("then-wal"));
        }
        Files.move(temp.resolve("then"), file(), StandardCopyOption.REPLACE_EXISTING);
        Files.move(temp.resolve("then-wal"), temp.resolve("pitot.db-wal"));
        write(file(), 0, garbage(PAGE));
        assertThat(good()).hasSize(ROWS + 50).doesNotContainValue(false);
    }

    @Test
    void aLostTreeLosesNoRow() throws Exception {
        fill();
        int root;
        try (var connection = Sql.open(file())) {
            root = Sql.number(connection, "SELECT rootpage FROM sqlite_schema WHERE name = 'message'");
        }
        write(file(), (root - 1L) * PAGE, garbage(PAGE));
        recover();
        assertThat(good()).hasSize(ROWS).doesNotContainValue(false);
    }

    @Test
    void aPageThatIsGoneComesFromTheBackup() throws Exception {
        fill();
        backUp();
        try (var connection = open().connection()) {
            add(connection, ROWS, ROWS + 50);
        }
        var pages = Files.size(file()) / PAGE;
        write(file(), pages / 2 * PAGE, garbage(3 * PAGE));
        recover();
        assertThat(good()).hasSize(ROWS + 50).doesNotContainValue(false);
        assertThat(problems.getFirst().message()).contains("1,050 of 1,050 messages")
                .contains("From the backup of");
    }

    @Test
    void withoutABackupTheRestIsKeptAndCounted() throws Exception {
        fill();
        var pages = Files.size(file()) / PAGE;
        write(file(), pages / 2 * PAGE, garbage(2 * PAGE));
        recover();
        assertThat(good()).hasSizeBetween(ROWS - 100, ROWS - 1).doesNotContainValue(false);
        assertThat(problems.getFirst().message()).contains(" of 1,000 messages were recovered");
    }

    @Test
    void aRowThatChangedInSilenceIsMarkedOrComesFromTheBackup() throws Exception {
        fill();
        var bytes = Files.readAllBytes(file());
        var said = words(500).getBytes();
        int at = java.util.Collections.indexOfSubList(list(bytes), list(said));
        write(file(), at, new byte[]{'W'});
        recover();
        assertThat(good()).hasSize(ROWS).containsEntry("n500", false);
        assertThat(problems.getFirst().message()).contains("shown so: 1");

        Files.write(file(), bytes);
        backUp();
        write(file(), at, new byte[]{'W'});
        recover();
        assertThat(good()).hasSize(ROWS).containsEntry("n500", true);
    }

    private static List<Byte> list(byte[] bytes) {
        var all = new ArrayList<Byte>();
        for (var each : bytes) {
            all.add(each);
        }
        return all;
    }

    @Test
    void aFileCutInTwoKeepsTheFirstHalf() throws Exception {
        fill();
        try (var disk = new RandomAccessFile(file().toFile(), "rw")) {
            disk.setLength(disk.length() / 2 / PAGE * PAGE + 100);
        }
        recover();
        assertThat(good()).hasSizeBetween(ROWS / 4, ROWS - 1).doesNotContainValue(false);
    }

    @Test
    void anEmptiedFileComesFromTheBackup() throws Exception {
        fill();
        backUp();
        Files.write(file(), new byte[0]);
        assertThat(good()).hasSize(ROWS);
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.DAMAGED);
        assertThat(kept()).isEmptyFile();
    }

    @Test
    void aLogWithoutItsDatabaseIsKept() throws Exception {
        Files.write(temp.resolve("pitot.db-wal"), garbage(5_000));
        assertThat(good()).isEmpty();
        assertThat(Path.of(kept() + "-wal")).hasBinaryContent(garbage(5_000));
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.DAMAGED);
    }

    @Test
    void aStaleIndexOfTheLogAndALostLogAreNoDamage() throws Exception {
        fill();
        Files.write(temp.resolve("pitot.db-shm"), garbage(32_768));
        assertThat(good()).hasSize(ROWS);
        assertThat(problems).isEmpty();
    }

    @Test
    void whatACrashBrokeOffInTheMiddleIsEnded() throws Exception {
        fill();
        Files.move(file(), temp.resolve("pitot.db.recovered"));
        Files.write(temp.resolve("pitot.db-wal"), garbage(100));
        Files.write(temp.resolve("pitot.db.salvage"), garbage(100));
        assertThat(good()).hasSize(ROWS);
        assertThat(temp.resolve("pitot.db.recovered")).doesNotExist();
    }

    @Test
    void twoThatFindTheSameDamageRecoverOnce() throws Exception {
        fill();
        var one = new DatabaseFile(file(), Rows.CLOCKS, Duration.ofSeconds(1), NOTES, problems::add);
        var two = new DatabaseFile(file(), Rows.CLOCKS, Duration.ofSeconds(1), NOTES, problems::add);
        one.open().connection().close();
        two.open().connection().close();
        one.recover();
        try (var connection = one.open().connection()) {
            add(connection, ROWS, ROWS + 1);
        }
        two.recover();
        assertThat(problems).hasSize(1);
        assertThat(good()).hasSize(ROWS + 1);
    }

    @Test
    void aStagedBackupTakesThePlaceAtTheNextStart() throws Exception {
        fill();
        backUp();
        var backup = new Backups(file()).list().getFirst().file();
        try (var connection = open().connection()) {
            add(connection, ROWS, ROWS + 5);
            Staged.stage(file(), backup);
            assertThat(Staged.waits(file())).isTrue();
            assertThat(good()).as("somebody has it open").hasSize(ROWS + 5);
            assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.RESTORED);
        }
        problems.clear();
        assertThat(good()).hasSize(ROWS);
        assertThat(Staged.waits(file())).isFalse();
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.RESTORED);
        try (var before = Sql.open(temp.resolve("pitot.db.replaced-20261120T120000Z"))) {
            assertThat(Sql.number(before, "SELECT count(*) FROM message")).isEqualTo(ROWS + 5);
        }
    }

    @Test
    void whatIsNoBackupIsNeitherStagedNorSwappedIn() throws Exception {
        fill();
        Files.write(temp.resolve("bad.db"), garbage(9_000));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Staged.stage(file(), temp.resolve("bad.db")))
                .isInstanceOf(IOException.class).hasMessageContaining("bad.db");
        assertThat(Staged.waits(file())).isFalse();
        Files.write(temp.resolve("pitot.db.restore"), garbage(9_000));
        assertThat(good()).hasSize(ROWS);
        assertThat(temp.resolve("pitot.db.restore-refused")).hasBinaryContent(garbage(9_000));
    }
}

package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.pitot.provider.Metric;
import app.pitot.quota.PastReply;
import app.pitot.quota.PastUse;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest {
    private static final int LATEST = Migrations.shipped().latest();

    @TempDir
    Path temp;

    private final List<StoreProblem> problems = new CopyOnWriteArrayList<>();

    private SqliteLedger open() {
        return open(Duration.ofMillis(100), Migrations.shipped());
    }

    private SqliteLedger open(Duration busyTimeout, Migrations migrations) {
        return new SqliteLedger(folder(), Rows.CLOCKS, problems::add, busyTimeout, migrations);
    }

    private Path folder() {
        return temp.resolve("data");
    }

    private Path file() {
        return folder().resolve("pitot.db");
    }

    private List<PastUse> past(SqliteLedger ledger) {
        return ledger.since(Rows.ACCOUNT, null, Rows.NOW.minusSeconds(60));
    }

    private void record(SqliteLedger ledger, String id) {
        ledger.begin(id, Rows.spec("m"), Rows.NOW, 150);
        ledger.end(Rows.complete(id));
    }

    private List<List<Object>> rows(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            return Rows.read(connection, sql);
        }
    }

    private void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            Sql.run(connection, statement);
        }
    }

    @Test
    void itCanBeOpenedAheadOfTheFirstRow() throws Exception {
        try (var ledger = open()) {
            assertThat(file()).doesNotExist();
            ledger.openSoon();
        }
        assertThat(rows("SELECT count(*) FROM request")).containsExactly(List.of(0));
        assertThat(problems).isEmpty();
        Files.writeString(temp.resolve("other"), "a file in place of the folder");
        try (var ledger = new SqliteLedger(temp.resolve("other"), Rows.CLOCKS, problems::add)) {
            ledger.openSoon();
            record(ledger, "a");
        }
        assertThat(problems).hasSize(1);
    }

    @Test
    void rowsSurviveReopening() throws SQLException {
        try (var ledger = open()) {
            record(ledger, "a");
        }
        try (var ledger = open()) {
            assertThat(past(ledger)).extracting(PastUse::at, use -> use.charged(Metric.TOKENS), PastUse::refused)
                    .containsExactly(tuple(Rows.NOW, 100L, false));
        }
        assertThat(rows("SELECT id, provider, account, model, outcome, sent, finish_reason, reserved_tokens,"
                + " prompt_tokens, completion_tokens, cached_tokens, token_basis, cost_micros FROM request"))
                .containsExactly(List.of("a", "custom", Rows.ACCOUNT, "m", "complete", 1, "stop", 150, 40, 60, 10,
                        "usage", 43));
        assertThat(problems).isEmpty();
    }

    @Test
    void theRowIsOnTheDiskBeforeBeginReturns() throws SQLException {
        try (var ledger = open()) {
            ledger.begin("a", Rows.spec("m"), Rows.NOW, 150);
            assertThat(rows("SELECT id, outcome IS NULL, reserved_tokens FROM request"))
                    .containsExactly(List.of("a", 1, 150));
        }
    }

    @Test
    void remembersWhatRepliesSetAsideAndTook() {
        try (var ledger = open()) {
            record(ledger, "a");
            record(ledger, "b");
            assertThat(ledger.replies(Rows.ACCOUNT, "m", 5)).containsExactly(new PastReply(150, 40, 60),
                    new PastReply(150, 40, 60));
            assertThat(ledger.replies(Rows.ACCOUNT, "m", 1)).hasSize(1);
            assertThat(ledger.replies(Rows.ACCOUNT, "other", 5)).isEmpty();
        }
    }

    @Test
    void countsWhatTheProviderCounted() {
        try (var ledger = open()) {
            ledger.begin("died", Rows.spec("m"), Rows.NOW, 150);
            ledger.begin("refused", Rows.spec("m"), Rows.NOW.plusSeconds(1), 150);
            ledger.end(Rows.refused("refused"));
            ledger.begin("unsent", Rows.spec("m"), Rows.NOW.plusSeconds(2), 150);
            ledger.end(Rows.stopped("unsent", false));
            ledger.begin("stopped", Rows.spec("m"), Rows.NOW.plusSeconds(3), 150);
            ledger.end(Rows.stopped("stopped", true));
            assertThat(past(ledger)).extracting(PastUse::at, use -> use.charged(Metric.TOKENS), PastUse::refused)
                    .containsExactly(tuple(Rows.NOW, 150L, false),
                            tuple(Rows.NOW.plusSeconds(1), 0L, true),
                            tuple(Rows.NOW.plusSeconds(3), 150L, false));
        }
    }

    @Test
    void findsByAccountModelAndTime() {
        try (var ledger = open()) {
            record(ledger, "a");
            assertThat(ledger.since(Rows.ACCOUNT, "m", Rows.NOW)).hasSize(1);
            assertThat(ledger.since(Rows.ACCOUNT, "other", Rows.NOW)).isEmpty();
            assertThat(ledger.since("other", null, Rows.NOW)).isEmpty();
            assertThat(ledger.since(Rows.ACCOUNT, null, Rows.NOW.plusMillis(1))).isEmpty();
        }
    }

    @Test
    void findsAllModelsWithOneEnding() {
        try (var ledger = open()) {
            for (var model : List.of("a/b:free", "c:free", "a/b", ":fre", "b:free:x")) {
                ledger.begin(model, Rows.spec(model), Rows.NOW, 150);
            }
            assertThat(ledger.since(Rows.ACCOUNT, ":free", Rows.NOW)).hasSize(2);
            assertThat(ledger.since(Rows.ACCOUNT, "free", Rows.NOW)).isEmpty();
            assertThat(ledger.since(Rows.ACCOUNT, null, Rows.NOW)).hasSize(5);
        }
    }

    @Test
    void holdsNoTextOfPromptsOrReplies() throws IOException {
        try (var ledger = open()) {
            record(ledger, "a");
            ledger.begin("b", Rows.spec("m"), Rows.NOW, 150);
            ledger.end(Rows.refused("b"));
            past(ledger);
            try (var files = Files.list(folder())) {
                var names = files.toList();
                assertThat(names).hasSizeGreaterThanOrEqualTo(2);
                for (var name : names) {
                    assertThat(new String(Files.readAllBytes(name), StandardCharsets.ISO_8859_1))
                            .doesNotContain("MARKER-");
                }
            }
        }
    }

    @Test
    void usesTheSettingsThatKeepDataSafe() throws Exception {
        open().close();
        try (var ledger = open()) {
            record(ledger, "a");
        }
        assertThat(rows("PRAGMA journal_mode")).containsExactly(List.of("wal"));
        assertThat(rows("PRAGMA application_id")).containsExactly(List.of(Migrations.APPLICATION_ID));
        assertThat(rows("PRAGMA user_version")).containsExactly(List.of(Migrations.shipped().latest()));
        assertThat(rows("PRAGMA integrity_check")).containsExactly(List.of("ok"));
        if (temp.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder()))).isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        }
    }

    @RepeatedTest(20)
    void twoLedgersShareOneFile() throws Exception {
        try (var one = open(Duration.ofSeconds(10), Migrations.shipped());
                var two = open(Duration.ofSeconds(10), Migrations.shipped())) {
            var threads = new ArrayList<Thread>();
            for (var ledger : List.of(one, two)) {
                threads.add(Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 50; i++) {
                        record(ledger, (ledger == one ? "one-" : "two-") + i);
                    }
                }));
            }
            for (var thread : threads) {
                thread.join();
            }
        }
        assertThat(problems).isEmpty();
        assertThat(rows("SELECT count(*), sum(prompt_tokens + completion_tokens) FROM request"))
                .containsExactly(List.of(100, 10_000));
    }

    @Test
    void movesADamagedFileAsideAndKeepsIt() throws IOException {
        Files.createDirectories(folder());
        var garbage = "this is no database, but it is long enough to look like one ".repeat(20);
        Files.writeString(file(), garbage);
        try (var ledger = open()) {
            record(ledger, "a");
            assertThat(past(ledger)).hasSize(1);
        }
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.DAMAGED);
        assertThat(folder().resolve("pitot.db.corrupt-20261120T120000Z")).hasContent(garbage);
        assertThat(problems.getFirst().message()).contains("pitot.db.corrupt-20261120T120000Z");
    }

    @Test
    void damageFoundWhileReadingIsCalledDamage() throws Exception {
        try (var ledger = open()) {
            record(ledger, "a");
        }
        // Page 1 holds the schema and stays; the pages behind it hold the rows and their indexes.
        try (var disk = new RandomAccessFile(file().toFile(), "rw")) {
            disk.seek(4096);
            disk.write("no page of a database ".repeat(20_000).getBytes(), 0, (int) disk.length() - 4096);
        }
        var harmed = Files.readAllBytes(file());
        try (var ledger = open()) {
            assertThat(past(ledger)).isEmpty();
            record(ledger, "b");
            assertThat(past(ledger)).hasSize(1);
        }
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.DAMAGED);
        assertThat(folder().resolve("pitot.db.corrupt-20261120T120000Z")).hasBinaryContent(harmed);
    }

    @Test
    void neverWritesAFileWhoseVersionMakesNoSense() throws Exception {
        try (var ledger = open()) {
            record(ledger, "a");
        }
        sql("PRAGMA user_version = -5");
        try (var ledger = open()) {
            record(ledger, "b");
            assertThat(past(ledger)).hasSize(1);
        }
        assertThat(rows("SELECT id FROM request")).containsExactly(List.of("a"));
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.NEWER);
    }

    @Test
    void readsButNeverWritesWhatANewerVersionMade() throws Exception {
        try (var ledger = open()) {
            record(ledger, "a");
        }
        sql("PRAGMA user_version = 99");
        try (var ledger = open()) {
            record(ledger, "b");
            assertThat(past(ledger)).hasSize(1);
        }
        assertThat(rows("SELECT id FROM request")).containsExactly(List.of("a"));
        assertThat(rows("PRAGMA user_version")).containsExactly(List.of(99));
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.NEWER);
    }

    @Test
    void leavesTheFileOfAnotherProgramAlone() throws Exception {
        Files.createDirectories(folder());
        sql("CREATE TABLE theirs (a)");
        try (var ledger = open()) {
            record(ledger, "a");
            assertThat(past(ledger)).isEmpty();
        }
        assertThat(rows("SELECT name FROM sqlite_master")).containsExactly(List.of("theirs"));
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.FOREIGN);
    }

    @Test
    void goesOnWhenTheFolderCannotBeMade() throws IOException {
        Files.writeString(folder(), "a file in its place");
        try (var ledger = open()) {
            record(ledger, "a");
            record(ledger, "b");
            assertThat(past(ledger)).isEmpty();
        }
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.UNUSABLE);
        assertThat(folder()).hasContent("a file in its place");
    }

    @Test
    void goesOnWhenAFolderStandsInThePlaceOfTheFile() throws IOException {
        Files.createDirectories(file());
        try (var ledger = open()) {
            record(ledger, "a");
        }
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.UNUSABLE);
        assertThat(file()).isDirectory();
    }

    @Test
    void beginsAnewInAnEmptyFile() throws Exception {
        Files.createDirectories(folder());
        Files.createFile(file());
        try (var ledger = open()) {
            record(ledger, "a");
        }
        assertThat(rows("SELECT id FROM request")).containsExactly(List.of("a"));
        assertThat(problems).isEmpty();
    }

    @Test
    void writesLaterWhatALockHeldUp() throws Exception {
        open().close();
        try (var ledger = open()) {
            record(ledger, "a");
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + file())) {
                Sql.run(other, "BEGIN EXCLUSIVE");
                record(ledger, "b");
                record(ledger, "c");
                past(ledger);
                assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.LOCKED);
                Sql.run(other, "ROLLBACK");
            }
            record(ledger, "d");
        }
        assertThat(rows("SELECT id FROM request WHERE outcome = 'complete' ORDER BY id"))
                .containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("d"));
    }

    /** Those of today, which are done already, and one more. */
    private static Migrations behind(String script) {
        var scripts = new ArrayList<>(Collections.nCopies(LATEST, "unused;\n"));
        scripts.add(script);
        return new Migrations(scripts);
    }

    @Test
    void backsUpBeforeItMigrates() throws Exception {
        try (var ledger = open()) {
            record(ledger, "a");
        }
        var next = behind("ALTER TABLE request ADD COLUMN extra TEXT;\nCREATE TABLE b (c);\n");
        try (var ledger = open(Duration.ofMillis(100), next)) {
            record(ledger, "b");
        }
        assertThat(rows("SELECT id, extra IS NULL FROM request")).containsExactly(List.of("a", 1), List.of("b", 1));
        assertThat(rows("PRAGMA user_version")).containsExactly(List.of(LATEST + 1));
        try (var copy = Sql.open(file().resolveSibling("backups/pitot-before-" + (LATEST + 1) + ".db"))) {
            assertThat(Sql.number(copy, "SELECT count(*) FROM request")).isEqualTo(1);
            assertThat(Sql.number(copy, "PRAGMA user_version")).isEqualTo(LATEST);
        }
    }

    @Test
    void aMigrationThatFailsLeavesTheOldSchema() throws Exception {
        try (var ledger = open()) {
            record(ledger, "a");
        }
        var broken = behind("CREATE TABLE b (c);\nNO SUCH STATEMENT;\n");
        try (var ledger = open(Duration.ofMillis(100), broken)) {
            record(ledger, "b");
        }
        assertThat(rows("PRAGMA user_version")).containsExactly(List.of(Migrations.shipped().latest()));
        assertThat(rows("SELECT name FROM sqlite_master WHERE name = 'b'")).isEmpty();
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.UNUSABLE);
    }

    @Test
    void touchesNoDiskUntilItIsUsed() {
        open().close();
        assertThat(folder()).doesNotExist();
    }

    @Test
    void whatComesAfterCloseIsHarmless() {
        var ledger = open();
        ledger.close();
        record(ledger, "a");
        assertThat(past(ledger)).isEmpty();
        ledger.close();
    }
}

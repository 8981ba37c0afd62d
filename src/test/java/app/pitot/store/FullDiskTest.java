package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.pitot.api.Delta;
import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full or may not be written; on real small disks where the test may mount one. */
class FullDiskTest {
    @TempDir
    Path temp;

    private final List<StoreProblem> problems = new CopyOnWriteArrayList<>();
    private Path mounted;
    private Database database;
    private SqliteHistory history;

    private void open(Path folder) {
        database = new Database(folder, Rows.CLOCKS, problems::add, Duration.ofMillis(300), Migrations.shipped());
        history = new SqliteHistory(database, Rows.CLOCKS);
    }

    private void settle() {
        Database.await(database.after(() -> {}), Duration.ofSeconds(10));
    }

    private void close() {
        if (history != null) {
            history.close();
            database.close();
            history = null;
        }
    }

    @AfterEach
    void unmount() throws Exception {
        close();
        if (mounted != null) {
            run("umount", mounted.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }

    /** A disk of its own, or no test. */
    private Path disk(String size) throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        var folder = Files.createDirectories(temp.resolve("disk"));
        boolean may = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
        assumeTrue(may, "only root may mount");
        mounted = folder;
        return folder;
    }

    private void begin() {
        history.save(Conversation.begin("c", Rows.NOW, Setup.NONE).withTitle("t", true));
    }

    private void ask(String id, String text) {
        history.add(Message.question(id, "c", null, Rows.NOW, text, List.of()));
    }

    private List<String> said() {
        return history.messages("c").stream().map(Message::text).toList();
    }

    @Test
    void whatALockHoldsUpOutlivesACrash() throws Exception {
        open(temp);
        begin();
        settle();
        try (var other = Sql.open(temp.resolve("pitot.db"))) {
            Sql.run(other, "BEGIN IMMEDIATE");
            ask("q", "a question");
            var reply = Message.reply("r", "c", "q", Rows.NOW, "x");
            history.add(reply);
            var tap = history.tap("r");
            tap.text(Delta.ANSWER, "one ".toCharArray(), 0, 4);
            Thread.sleep(1_000);
            tap.text(Delta.ANSWER, "two ".toCharArray(), 0, 4);
            Thread.sleep(1_500);
            settle();
            new SqliteLedger(database, Rows.CLOCKS).end(Rows.complete("x"));
            settle();
            assertThat(said()).contains("a question");
            assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.LOCKED);
            // A process that dies closes its files and nothing more.
            database.abandon();
            history = null;
            Sql.run(other, "ROLLBACK");
        }
        open(temp);
        assertThat(said()).containsExactly("a question", "MARKER-ANSWER");
        assertThat(history.messages("c").getLast().state()).isEqualTo(Message.State.COMPLETE);
        settle();
        try (var files = Files.list(temp)) {
            assertThat(files).noneMatch(each -> each.toString().contains("journal"));
        }
        try (var connection = Sql.open(temp.resolve("pitot.db"))) {
            assertThat(Sql.number(connection, "SELECT count(*) FROM request WHERE outcome = 'complete'")).isOne();
        }
    }

    @Test
    void whatALockHoldsUpIsWrittenLaterAndLeavesNoJournal() throws Exception {
        open(temp);
        begin();
        settle();
        try (var other = Sql.open(temp.resolve("pitot.db"))) {
            Sql.run(other, "BEGIN IMMEDIATE");
            ask("q", "a question");
            settle();
            try (var files = Files.list(temp)) {
                assertThat(files).anyMatch(each -> each.toString().endsWith(".journal"));
            }
            Sql.run(other, "ROLLBACK");
        }
        ask("q2", "another");
        settle();
        try (var files = Files.list(temp)) {
            assertThat(files).noneMatch(each -> each.toString().endsWith(".journal"));
        }
        assertThat(said()).containsExactly("a question", "another");
    }

    @Test
    void aFullDiskLosesNothingThatWasTakenAndSaysSo() throws Exception {
        var disk = disk("600k");
        open(disk);
        begin();
        ask("q", "kept");
        settle();
        for (int i = 0; problems.isEmpty() && i < 300; i++) {
            ask("f" + i, "fills the disk ".repeat(200));
            settle();
        }
        assertThat(problems).extracting(StoreProblem::kind).containsAnyOf(StoreProblem.Kind.FULL,
                StoreProblem.Kind.UNUSABLE);
        ask("late", "when nothing goes any more".repeat(2_000));
        settle();
        assertThat(said()).contains("kept", "when nothing goes any more".repeat(2_000));
        assertThat(disk.resolve("pitot.db")).isRegularFile();
        // Room again: everything is written.
        assertThat(run("mount", "-o", "remount,size=20m", disk.toString())).isTrue();
        ask("then", "with room");
        settle();
        close();
        problems.clear();
        open(disk);
        assertThat(said()).contains("kept", "when nothing goes any more".repeat(2_000), "with room");
        assertThat(problems).isEmpty();
    }

    @Test
    void withoutRoomForABackupNothingIsMigrated() throws Exception {
        var disk = disk("700k");
        try (var connection = Sql.open(disk.resolve("pitot.db"))) {
            Migrations.upTo(2).make(connection);
            try (var insert = connection.prepareStatement(
                    "INSERT INTO request (id, started_ms, provider, account, model, reserved_tokens)"
                            + " VALUES (?, 1, ?, 'a', 'm', 5)")) {
                Sql.bind(insert, "a", "p".repeat(400_000));
                insert.executeUpdate();
            }
        }
        var before = Files.readAllBytes(disk.resolve("pitot.db"));
        open(disk);
        begin();
        ask("q", "a question");
        settle();
        assertThat(problems).extracting(StoreProblem::kind).contains(StoreProblem.Kind.NO_BACKUP);
        assertThat(said()).containsExactly("a question");
        close();
        try (var connection = Sql.open(disk.resolve("pitot.db"))) {
            assertThat(Sql.number(connection, "PRAGMA user_version")).isEqualTo(2);
            assertThat(Sql.number(connection, "SELECT count(*) FROM request")).isOne();
        }
        assertThat(Files.size(disk.resolve("pitot.db"))).isEqualTo(before.length);
        assertThat(run("mount", "-o", "remount,size=20m", disk.toString())).isTrue();
        problems.clear();
        open(disk);
        assertThat(said()).as("from the journal").containsExactly("a question");
        assertThat(new Backups(disk.resolve("pitot.db")).list()).hasSize(1);
        assertThat(problems).isEmpty();
    }

    @Test
    void aDiskThatMayNotBeWrittenIsRead() throws Exception {
        var disk = disk("4m");
        open(disk);
        begin();
        ask("q", "kept");
        settle();
        close();
        assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
        open(disk);
        ask("new", "only in memory");
        settle();
        assertThat(said()).containsExactly("kept", "only in memory");
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.READ_ONLY,
                StoreProblem.Kind.MEMORY_ONLY);
    }

    @Test
    void aFullDiskLosesTracesAndNothingElseAndSaysSoOnce() throws Exception {
        var disk = disk("2m");
        open(disk);
        var ledger = new SqliteLedger(database, Rows.CLOCKS);
        try (var traces = new SqliteTraces(disk, Rows.CLOCKS, () -> Settings.Bodies.DEFAULT, problems::add)) {
            var noise = new byte[200_000];
            new java.util.Random(1).nextBytes(noise);
            begin();
            ask("q", "kept");
            settle();
            for (int i = 0; i < 20; i++) {
                traces.keep(app.pitot.exchange.Attempt.first("t" + i), Rows.NOW, SqliteTracesTest.wire(noise, noise));
            }
            long kept = traces.kept().count();
            assertThat(kept).isBetween(1L, 10L);
            assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.FULL);
            assertThat(problems.getFirst().message()).contains("not affected");
            ledger.end(Rows.complete("x"));
            ask("q2", "also kept");
            settle();
            assertThat(said()).contains("kept", "also kept");
            assertThat(run("mount", "-o", "remount,size=20m", disk.toString())).isTrue();
            traces.keep(app.pitot.exchange.Attempt.first("later"), Rows.NOW, SqliteTracesTest.wire(noise, noise));
            assertThat(traces.find("later")).isNotNull();
            assertThat(traces.kept().count()).isEqualTo(kept + 1);
            assertThat(problems).extracting(StoreProblem::kind).contains(StoreProblem.Kind.SAVED);
            ask("q3", "with room");
            settle();
            database.read(file -> assertThat(Sql.number(file, "SELECT count(*) FROM request")).isOne());
        }
    }

    @Test
    void aDatabaseThatMayGrowNoFurtherKeepsWhatComesInTheJournal() throws SQLException, IOException {
        open(temp);
        begin();
        settle();
        database.read(connection -> Sql.run(connection,
                "PRAGMA max_page_count = " + (Sql.number(connection, "PRAGMA page_count") + 2)));
        ask("big", "much ".repeat(40_000));
        settle();
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.FULL);
        database.abandon();
        history = null;
        open(temp);
        assertThat(said()).containsExactly("much ".repeat(40_000));
    }
}

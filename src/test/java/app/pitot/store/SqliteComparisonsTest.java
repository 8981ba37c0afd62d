package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.compare.Comparison;
import app.pitot.compare.Comparisons;
import app.pitot.compare.FullRuns;
import app.pitot.compare.MemoryComparisons;
import app.pitot.compare.SavedSet;
import app.pitot.compare.Vote;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SqliteComparisonsTest {
    @TempDir
    Path temp;

    private final List<StoreProblem> problems = new CopyOnWriteArrayList<>();
    private Database database;
    private SqliteComparisons kept;

    private void open() {
        open(Migrations.shipped());
    }

    private void open(Migrations migrations) {
        database = new Database(temp, Rows.CLOCKS, problems::add, Duration.ofMillis(300), migrations);
        kept = new SqliteComparisons(database);
    }

    private void settle() {
        Database.await(database.after(() -> {}), Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
            database = null;
        }
    }

    private void reopen() {
        close();
        open();
    }

    private Path file() {
        return temp.resolve("pitot.db");
    }

    private void keep(Comparison run) {
        kept.begin(FullRuns.head(run.id(), run.setId(), run.startedAt()));
        run.samples().forEach(each -> kept.add(run.id(), each));
        kept.end(run.id(), run.state(), run.endedAt());
    }

    private static void same(Comparison found, Comparison wanted) {
        assertThat(found).usingRecursiveComparison().isEqualTo(wanted);
    }

    @Test
    void everythingComesBackAsItWas() {
        open();
        var run = FullRuns.run("r", "s", FullRuns.AT, FullRuns.samples(12, 1));
        keep(run);
        kept.add("r", FullRuns.refused("late", 1, 12, "no \"room\"\n"));
        var set = new SavedSet("s", "Every week", FullRuns.setup("日本?"), Rows.NOW);
        kept.save(set);
        reopen();
        var found = kept.read("r");
        assertThat(found.samples()).hasSize(27);
        assertThat(found.samples().getLast()).usingRecursiveComparison()
                .isEqualTo(FullRuns.refused("late", 1, 12, "no \"room\"\n"));
        assertThat(found.samples().subList(0, 26)).usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(run.samples());
        assertThat(kept.past(null, 5)).usingRecursiveFieldByFieldElementComparator()
                .containsExactly(FullRuns.run("r", "s", FullRuns.AT, List.of()));
        assertThat(kept.sets()).containsExactly(set);
        assertThat(kept.read("nothing")).isNull();
        assertThat(problems).isEmpty();
    }

    @Test
    void whatIsReadHasAllThatWasAddedWithoutWaiting() {
        open();
        var run = FullRuns.run("r", null, FullRuns.AT, FullRuns.samples(3, 2));
        keep(run);
        same(kept.read("r"), run);
        settle();
        same(kept.read("r"), run);
    }

    @Test
    void aRunThatWasCutOffIsThereAsFarAsItCame() {
        open();
        kept.begin(FullRuns.head("r", null, FullRuns.AT));
        FullRuns.samples(2, 1).forEach(each -> kept.add("r", each));
        settle();
        database.abandon();
        open();
        var found = kept.read("r");
        assertThat(found.state()).isEqualTo(Comparison.State.RUNNING);
        assertThat(found.endedAt()).isNull();
        assertThat(found.samples()).hasSize(6);
        assertThat(kept.past(null, 1)).hasSize(1);
    }

    @Test
    void pastRunsAreThoseOfTheSetTheNewestFirst() {
        open();
        for (int i = 0; i < 6; i++) {
            keep(FullRuns.run("r" + i, i % 2 == 0 ? "even" : null, FullRuns.AT.plusSeconds(i * 7 % 6), List.of()));
        }
        settle();
        assertThat(kept.past(null, 10)).extracting(Comparison::id).containsExactly("r5", "r4", "r3", "r2", "r1", "r0");
        assertThat(kept.past("even", 2)).extracting(Comparison::id).containsExactly("r4", "r2");
        kept.remove("r4");
        assertThat(kept.past("even", 2)).extracting(Comparison::id).containsExactly("r2", "r0");
        assertThat(kept.past("odd", 2)).isEmpty();
    }

    @Test
    void whatIsRemovedTakesNothingMore() {
        open();
        kept.begin(FullRuns.head("r", null, FullRuns.AT));
        kept.remove("r");
        FullRuns.samples(1, 1).forEach(each -> kept.add("r", each));
        kept.end("r", Comparison.State.DONE, Rows.NOW);
        assertThat(kept.read("r")).isNull();
        settle();
        assertThat(kept.read("r")).isNull();
        database.read(file -> assertThat(Sql.number(file, "SELECT count(*) FROM sample")).isZero());
    }

    @Test
    void removedIsInNoFileAnyMore() throws Exception {
        open();
        var head = FullRuns.head("r", null, FullRuns.AT);
        kept.save(new SavedSet("s", "zqxjkvmarker", FullRuns.setup("zqxjkvmarker"), Rows.NOW));
        kept.begin(new Comparison("r", null, "zqxjkvmarker", head.startedAt(), null, "1", head.setup(), "",
                head.lanes(), 0, head.state(), List.of()));
        settle();
        assertThat(traces()).isPositive();
        kept.remove("r");
        kept.forget("s");
        settle();
        assertThat(traces()).isZero();
    }

    private int traces() throws Exception {
        int found = 0;
        for (var suffix : List.of("", "-wal", "-shm")) {
            var path = temp.resolve("pitot.db" + suffix);
            if (Files.exists(path)) {
                found += new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
                        .split("zqxjkvmarker", -1).length - 1;
            }
        }
        return found;
    }

    /** The same calls in the same order show the same, on the disk, on its way there, and after a start. */
    @Test
    void likeMemory() {
        for (int seed = 0; seed < 12; seed++) {
            var memory = new MemoryComparisons();
            var random = new Random(seed);
            open();
            kept.past(null, 100).forEach(each -> kept.remove(each.id()));
            kept.sets().forEach(each -> kept.forget(each.id()));
            for (int step = 0; step < 60; step++) {
                step(memory, random, step);
                if (random.nextInt(10) == 0) {
                    settle();
                }
                if (random.nextInt(15) == 0) {
                    reopen();
                }
                if (random.nextInt(4) == 0) {
                    compare(memory);
                }
            }
            compare(memory);
            close();
        }
        assertThat(problems).isEmpty();
    }

    private void step(MemoryComparisons memory, Random random, int step) {
        var id = "r" + random.nextInt(5);
        Consumer<Comparisons> change = switch (random.nextInt(9)) {
            case 0, 1 -> each -> {
                if (memory.read(id) == null) {
                    each.begin(FullRuns.head(id, "s" + step % 2, FullRuns.AT.plusSeconds(step)));
                }
            };
            case 2, 3, 4 -> {
                var sample = FullRuns.sample("x" + step, step % 2, step, random);
                yield each -> each.add(id, sample);
            }
            case 5 -> each -> each.end(id, Comparison.State.DONE, Rows.NOW.plusSeconds(step));
            case 6 -> each -> each.remove(id);
            case 7 -> {
                var vote = new Vote(random.nextInt(3), random.nextInt(3) - 1, Rows.NOW.plusSeconds(step));
                yield each -> each.vote(id, vote);
            }
            default -> random.nextBoolean()
                    ? each -> each.forget("s" + step % 3)
                    : each -> each.save(new SavedSet("s" + step % 3, "n" + step, FullRuns.setup("p" + step), Rows.NOW));
        };
        change.accept(kept);
        change.accept(memory);
    }

    private void compare(MemoryComparisons memory) {
        assertThat(kept.sets()).isEqualTo(memory.sets());
        for (var set : new String[]{null, "s0", "s1"}) {
            assertThat(kept.past(set, 3)).usingRecursiveFieldByFieldElementComparator().isEqualTo(memory.past(set, 3));
        }
        for (int i = 0; i < 5; i++) {
            same(kept.read("r" + i), memory.read("r" + i));
        }
    }

    @Test
    void whatALockHoldsUpOutlivesACrash() throws Exception {
        open();
        kept.begin(FullRuns.head("r", "s", FullRuns.AT));
        settle();
        var set = new SavedSet("s", "Set s", FullRuns.setup("p"), Rows.NOW);
        var run = FullRuns.run("r", "s", FullRuns.AT, FullRuns.samples(2, 5));
        try (var other = Sql.open(file())) {
            Sql.run(other, "BEGIN IMMEDIATE");
            kept.save(set);
            kept.save(new SavedSet("gone", "gone", FullRuns.setup("p"), Rows.NOW));
            kept.forget("gone");
            keep(FullRuns.run("away", null, FullRuns.AT, List.of()));
            kept.remove("away");
            run.samples().forEach(each -> kept.add("r", each));
            kept.end("r", run.state(), run.endedAt());
            kept.vote("r", new Vote(1, 0, FullRuns.AT));
            kept.vote("r", new Vote(1, Vote.TIE, FullRuns.AT));
            settle();
            assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.LOCKED);
            same(kept.read("r"), run.with(new Vote(1, Vote.TIE, FullRuns.AT)));
            database.abandon();
            Sql.run(other, "ROLLBACK");
        }
        open();
        same(kept.read("r"), run.with(new Vote(1, Vote.TIE, FullRuns.AT)));
        assertThat(kept.sets()).containsExactly(set);
        assertThat(kept.past(null, 9)).hasSize(1);
    }

    @Test
    void aFullFileLosesNothing() {
        open();
        kept.begin(FullRuns.head("r", null, FullRuns.AT));
        settle();
        database.read(connection -> Sql.run(connection,
                "PRAGMA max_page_count = " + (Sql.number(connection, "PRAGMA page_count") + 2)));
        var samples = FullRuns.samples(20, 6);
        samples.forEach(each -> kept.add("r", each));
        settle();
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.FULL);
        assertThat(kept.read("r").samples()).hasSameSizeAs(samples);
        database.abandon();
        open();
        assertThat(kept.read("r").samples()).usingRecursiveFieldByFieldElementComparator().isEqualTo(samples);
    }

    @Test
    void anEarlierFileIsMigratedAndBackedUp() throws Exception {
        try (var old = Sql.open(file())) {
            Migrations.upTo(6).make(old);
        }
        open();
        keep(FullRuns.run("r", null, FullRuns.AT, List.of()));
        settle();
        assertThat(kept.past(null, 5)).hasSize(1);
        assertThat(temp.resolve("backups/pitot-before-" + Migrations.shipped().latest() + ".db")).isRegularFile();
        assertThat(problems).isEmpty();
    }

    @Test
    void aNewerFileIsLeftAloneAndRunsStayInMemory() throws Exception {
        open();
        keep(FullRuns.run("r", null, FullRuns.AT, List.of()));
        close();
        open(Migrations.upTo(6));
        kept.begin(FullRuns.head("s", null, FullRuns.AT));
        settle();
        assertThat(kept.past(null, 5)).extracting(Comparison::id).contains("s");
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.NEWER);
        close();
        open();
        assertThat(kept.past(null, 5)).extracting(Comparison::id).containsExactly("r");
    }

    @Test
    void aFileThatCannotBeMigratedIsReadAndRunsWaitInTheJournal() throws Exception {
        try (var old = Sql.open(file())) {
            Migrations.upTo(6).make(old);
        }
        Files.writeString(temp.resolve("backups"), "not a folder");
        open();
        keep(FullRuns.run("r", null, FullRuns.AT, FullRuns.samples(1, 1)));
        settle();
        assertThat(kept.read("r").samples()).hasSize(4);
        assertThat(kept.sets()).isEmpty();
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.NO_BACKUP);
        database.abandon();
        Files.delete(temp.resolve("backups"));
        open();
        assertThat(kept.read("r").samples()).hasSize(4);
    }

    @Test
    void aDamagedFileGivesItsRunsBack() throws Exception {
        open();
        var run = FullRuns.run("r", "s", FullRuns.AT, FullRuns.samples(40, 7));
        keep(run);
        kept.save(new SavedSet("s", "Set s", FullRuns.setup("p"), Rows.NOW));
        close();
        try (var disk = new RandomAccessFile(file().toFile(), "rw")) {
            var garbage = new byte[4_096];
            new Random(3).nextBytes(garbage);
            disk.write(garbage);
        }
        open();
        same(kept.read("r"), run);
        assertThat(kept.sets()).hasSize(1);
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.DAMAGED);
        assertThat(problems.getFirst().message()).contains("82 of 82 measurements");
    }

    @Test
    void theBackupGivesWhatIsLost() throws Exception {
        open();
        var run = FullRuns.run("r", "s", FullRuns.AT, FullRuns.samples(40, 7));
        keep(run);
        close();
        int root;
        try (var connection = Sql.open(file())) {
            new Backups(file()).daily(connection, LocalDate.of(2026, 11, 19));
            root = Sql.number(connection, "SELECT max(pageno) FROM dbstat WHERE name = 'sample' AND pagetype = 'leaf'");
        }
        try (var disk = new RandomAccessFile(file().toFile(), "rw")) {
            disk.seek((root - 1) * 4_096L);
            disk.write(new byte[4_096]);
        }
        open();
        assertThat(kept.read("r")).isNotNull();
        settle();
        same(kept.read("r"), run);
    }

    @Test
    void whatIsNotWhatWasWrittenIsNeverShownAsGood() throws Exception {
        open();
        keep(FullRuns.run("r", "s", FullRuns.AT, FullRuns.samples(3, 7)));
        keep(FullRuns.run("head", "s", FullRuns.AT, FullRuns.samples(1, 8)));
        kept.save(new SavedSet("s", "Weekly", FullRuns.setup("p"), Rows.NOW));
        close();
        try (var connection = Sql.open(file())) {
            Sql.run(connection, "UPDATE sample SET facts = replace(facts, 'COMPLETE', 'STOPPED') WHERE seq = 3");
            Sql.run(connection, "UPDATE comparison SET facts = '{' WHERE id = 'head'");
            Sql.run(connection, "UPDATE saved_set SET setup = replace(setup, 'short', 'long')");
        }
        open();
        var found = kept.read("r");
        assertThat(found.name()).isEqualTo("Damaged: Set s");
        assertThat(found.samples()).hasSize(7);
        assertThat(kept.read("head").name()).isEqualTo("Damaged:");
        assertThat(kept.read("head").samples()).hasSize(4);
        assertThat(kept.sets().getFirst().name()).isEqualTo("Damaged: Weekly");
        kept.end("head", Comparison.State.DONE, Rows.NOW);
        settle();
        assertThat(kept.read("head").name()).as("it stays so").isEqualTo("Damaged:");
    }

    @Test
    void anotherPitotSeesIt() {
        open();
        keep(FullRuns.run("r", null, FullRuns.AT, FullRuns.samples(1, 1)));
        settle();
        try (var second = new Database(temp, Rows.CLOCKS, problems::add)) {
            var other = new SqliteComparisons(second);
            assertThat(other.read("r").samples()).hasSize(4);
            other.begin(FullRuns.head("o", null, FullRuns.AT));
            Database.await(second.after(() -> {}), Duration.ofSeconds(10));
        }
        assertThat(kept.past(null, 5)).hasSize(2);
    }

    @Test
    void muchTextIsBounded() {
        open();
        kept.begin(FullRuns.head("r", null, FullRuns.AT));
        var plain = FullRuns.sample("x", 0, 1, new Random(1));
        kept.add("r", new app.pitot.compare.Sample("x", 0, 1, 0, plain.startedAt(), 0, plain.outcome(), "stop",
                "a".repeat(Packed.MOST_CHARS + 5), "", null, plain.speed(), plain.curve(), null, null, null,
                plain.served(), null, null));
        settle();
        var answer = kept.read("r").samples().getFirst().answer();
        assertThat(answer).startsWith("aaa").hasSizeLessThan(Packed.MOST_CHARS + 100).endsWith("are kept.]");
    }
}

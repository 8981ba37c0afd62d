package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.base.Ticker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiverTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long NOW = Rows.NOW.toEpochMilli();

    @TempDir
    Path temp;

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = connect();
        Migrations.shipped().make(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private Connection connect() throws SQLException {
        var opened = Sql.open(temp.resolve("pitot.db"));
        Sql.run(opened, "PRAGMA auto_vacuum = INCREMENTAL");
        Sql.run(opened, "PRAGMA journal_mode = WAL");
        Sql.run(opened, "PRAGMA synchronous = OFF");
        Sql.run(opened, "PRAGMA busy_timeout = 10000");
        return opened;
    }

    private Archiver.Done move() throws SQLException {
        return move(Rows.NOW);
    }

    private Archiver.Done move(Instant now) throws SQLException {
        return new Archiver(connection, new Clocks(Ticker.system(), () -> now)).run();
    }

    private void old(int count, long fromDays, long untilDays) throws SQLException {
        new OldRows(count).insert(connection, count, NOW - fromDays * DAY, NOW - untilDays * DAY);
    }

    /** By id what each row says that is to be seen; the order and that each comes once are looked at. */
    private Map<String, List<Object>> all(LedgerRows.Range range) throws SQLException {
        var found = new HashMap<String, List<Object>>();
        var places = new ArrayList<String>();
        LedgerRows.read(connection, range, "", List.of(), (row, good) -> {
            var values = new ArrayList<Object>(List.of(good));
            for (var column : OldRows.COLUMNS) {
                values.add(row.get(column));
            }
            assertThat(found.put(row.text("id"), values)).isNull();
            places.add("%020d %s".formatted(row.number("started_ms"), row.text("id")));
            return true;
        });
        var sorted = new ArrayList<>(places);
        sorted.sort(range.newestFirst() ? java.util.Comparator.reverseOrder() : null);
        assertThat(places).isEqualTo(sorted);
        return found;
    }

    private Map<String, List<Object>> all() throws SQLException {
        return all(LedgerRows.Range.all());
    }

    private long left() throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM request");
    }

    @Test
    void whatEndedLongAgoMovesAndComesBackToTheBit() throws SQLException {
        old(5_000, 190, 70);
        old(300, 30, 0);
        Sql.run(connection, "UPDATE request SET prompt_tokens = 7 WHERE rowid IN (17, 2100, 4990)");
        Sql.run(connection, "UPDATE request SET checksum = NULL WHERE rowid = 18");
        var begun = new LedgerRow.Begin("open", Rows.NOW.minus(Duration.ofDays(100)), "p", "a", "m", 5, null, null);
        begun.write(connection);
        var before = all();
        assertThat(before).hasSize(5_301);
        var done = move();
        assertThat(done.requests()).isEqualTo(4_996);
        assertThat(done.sheets()).isEqualTo(3);
        assertThat(left()).isEqualTo(305);
        assertThat(all()).isEqualTo(before);
        assertThat(all(new LedgerRows.Range(Long.MIN_VALUE, Long.MAX_VALUE, true))).isEqualTo(before);
        for (var id : before.keySet()) {
            var row = Archive.find(connection, id);
            assertThat(row != null).isNotEqualTo(Rows.read(connection,
                    "SELECT 1 FROM request WHERE id = '" + id + "'").size() == 1);
        }
        assertThat(Archive.find(connection, "none")).isNull();
        assertThat(Archive.count(connection, 0, NOW, false)).isEqualTo(4_996);
        assertThat(move()).isEqualTo(new Archiver.Done(0, 0, 0, 0));
    }

    @Test
    void aStretchOfTimeIsReadFromBothWays() throws SQLException {
        old(6_000, 120, 20);
        var before = all();
        move();
        assertThat(left()).isBetween(900L, 3_500L);
        for (long[] range : new long[][]{{120, 119}, {100, 30}, {60, 20}, {90, 90}, {20, 10}, {97, 81}}) {
            for (var newest : new boolean[]{true, false}) {
                var wanted = new LedgerRows.Range(NOW - range[0] * DAY + 12_345, NOW - range[1] * DAY, newest);
                var expected = new HashMap<>(before);
                int started = 1 + OldRows.COLUMNS.indexOf("started_ms");
                expected.values().removeIf(each -> (Long) each.get(started) < wanted.from()
                        || (Long) each.get(started) >= wanted.until());
                assertThat(all(wanted)).isEqualTo(expected);
                if (range[1] > 80) {
                    assertThat(Archive.count(connection, wanted.from(), wanted.until(), false))
                            .isEqualTo(expected.size());
                }
            }
        }
    }

    @Test
    void fewWaitUntilTheyAreManyOrOld() throws SQLException {
        old(100, 60, 36);
        assertThat(move()).isEqualTo(new Archiver.Done(0, 0, 0, 0));
        var done = move(Rows.NOW.plus(Duration.ofDays(6)));
        assertThat(done.sheets()).isEqualTo(1);
        // The newest row of all stays: its number tells others what is new.
        assertThat(left()).isEqualTo(1);
    }

    @Test
    void whereverItBreaksOffEachIsThereOnce() throws SQLException {
        old(3_000, 190, 70);
        old(2, 1, 0);
        var before = all();
        var batch = ArchiveBatch.read(connection, ArchiveBatch.Place.FIRST, NOW - 35 * DAY,
                NOW - 65 * DAY);
        Archive.add(connection, batch.sheet());
        assertThat(all()).isEqualTo(before);
        for (var id : batch.sheet().ids().subList(0, 700)) {
            Sql.run(connection, "DELETE FROM request WHERE id = '" + id + "'");
        }
        assertThat(all()).isEqualTo(before);
        assertThat(Archive.count(connection, 0, NOW - 35 * DAY, false) + left() - 2).isEqualTo(3_000);
        var done = move();
        assertThat(done.sheets()).isEqualTo(1);
        assertThat(done.requests()).isEqualTo(2_300);
        assertThat(left()).isEqualTo(2);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void whatABackupBroughtBackGoesAgain() throws SQLException {
        old(2_500, 190, 70);
        old(2, 1, 0);
        var before = all();
        Sql.run(connection, "CREATE TABLE backup AS SELECT * FROM request");
        move();
        Sql.run(connection, "INSERT OR IGNORE INTO request SELECT * FROM backup");
        // One of them came back damaged; the archive has it as it was.
        Sql.run(connection, "UPDATE request SET chunks = chunks + 1 WHERE id = (SELECT id FROM request LIMIT 1)");
        assertThat(left()).isEqualTo(2_502);
        assertThat(all()).hasSize(2_502);
        new LedgerRow.Begin("new", Rows.NOW, "p", "a", "m", 5, null, null).write(connection);
        assertThat(move().sheets()).isZero();
        assertThat(left()).isEqualTo(3);
        assertThat(all()).containsAllEntriesOf(before).hasSize(before.size() + 1);
    }

    @Test
    void aDamagedSheetCostsOnlyItself() throws SQLException {
        old(6_000, 190, 70);
        old(2, 1, 0);
        move();
        assertThat(Archive.heads(connection, 0, NOW)).hasSize(3);
        Sql.run(connection, "UPDATE archive SET packed = zeroblob(length(packed)) WHERE sheet = 2");
        var lost = new ArrayList<Integer>();
        var seen = new ArrayList<String>();
        LedgerRows.read(connection, LedgerRows.Range.all(), "", List.of(), new LedgerRows.Sink() {
            @Override
            public boolean row(RowValues row, boolean good) throws SQLException {
                seen.add(row.text("id"));
                return good;
            }

            @Override
            public void lost(int requests) {
                lost.add(requests);
            }
        });
        assertThat(lost).containsExactly(Archive.MOST);
        assertThat(seen).hasSize(6_002 - Archive.MOST);
        assertThat(move()).isEqualTo(new Archiver.Done(0, 0, 0, 0));
        assertThat(Archive.heads(connection, 0, NOW)).hasSize(3);
    }

    @Test
    void aSheetThatIsDamagedHalfWayLeavesTheRestInTheTable() throws SQLException {
        old(2_100, 190, 70);
        old(2, 1, 0);
        var before = all();
        var batch = ArchiveBatch.read(connection, ArchiveBatch.Place.FIRST, NOW - 35 * DAY,
                NOW - 65 * DAY);
        Archive.add(connection, batch.sheet());
        for (var id : batch.sheet().ids().subList(0, 50)) {
            Sql.run(connection, "DELETE FROM request WHERE id = '" + id + "'");
            before.remove(id);
        }
        Sql.run(connection, "UPDATE archive SET requests = 1");
        assertThat(all()).isEqualTo(before);
        assertThat(move().requests()).isEqualTo(2_050);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void severalAtOnceAndOneThatWritesDoNoHarm() throws Exception {
        old(12_000, 120, 36);
        old(10, 1, 0);
        var before = all();
        Callable<Archiver.Done> mover = () -> {
            try (var own = connect()) {
                return new Archiver(own, Rows.CLOCKS).run();
            }
        };
        long moved = 0;
        int written = 0;
        try (var threads = Executors.newFixedThreadPool(3)) {
            var movers = List.of(threads.submit(mover), threads.submit(mover), threads.submit(mover));
            while (!movers.stream().allMatch(java.util.concurrent.Future::isDone)) {
                var id = "new" + written++;
                Transactions.write(connection,
                        List.of(new LedgerRow.Begin(id, Rows.NOW, "p", "a", "m", 5, null, null)));
                Thread.sleep(5);
            }
            for (var each : movers) {
                moved += each.get().requests();
            }
        }
        assertThat(Files.size(temp.resolve("pitot.db-wal"))).isLessThan(80_000_000);
        moved += move().requests();
        assertThat(moved).isBetween(12_000L - Archive.MOST, 12_000L);
        var after = all();
        assertThat(after).hasSize(before.size() + written).containsAllEntriesOf(before);
        long sheets = Sql.number(connection, "SELECT sum(requests) FROM archive");
        assertThat(sheets).isEqualTo(moved);
    }

    @Test
    void whatIsFreeGoesBackToTheDisk() throws SQLException {
        old(30_000, 120, 36);
        old(10, 1, 0);
        int before = Sql.number(connection, "PRAGMA page_count");
        assertThat(move().pages()).isPositive();
        assertThat(Sql.number(connection, "PRAGMA page_count")).isLessThan(before / 2);
        assertThat(Sql.texts(connection, "PRAGMA integrity_check(1)")).containsExactly("ok");
    }

    @Test
    void aClockThatIsYearsAheadHidesNothing() throws SQLException {
        old(3_000, 1, 0);
        var used = PastUseQuery.run(connection, OldRows.ACCOUNT, null, Rows.NOW.minusSeconds(3_600));
        assertThat(used).isNotEmpty();
        move(Rows.NOW.plus(Duration.ofDays(2_000)));
        assertThat(left()).isEqualTo(1);
        assertThat(PastUseQuery.run(connection, OldRows.ACCOUNT, null, Rows.NOW.minusSeconds(3_600))).isEqualTo(used);
    }

    @Test
    void whatAJournalKeptForLongIsNotWrittenTwice() throws SQLException {
        old(2_500, 120, 90);
        old(2, 1, 0);
        var begun = new LedgerRow.Begin("late", Rows.NOW.minus(Duration.ofDays(100)), "p", "a", "m", 5, null, null);
        var values = new Object[LedgerRow.ENDED.width() - 8];
        values[0] = begun.at().plusSeconds(1).toEpochMilli();
        values[1] = "complete";
        values[2] = 1L;
        var end = new LedgerRow.End(begun, values, null);
        Transactions.write(connection, List.of(begun, end));
        // So that it is not the newest.
        old(3, 1, 0);
        move();
        assertThat(left()).isEqualTo(5);
        Transactions.write(connection, List.of(begun, end));
        assertThat(left()).isEqualTo(5);
        assertThat(Rows.read(connection, "SELECT requests FROM usage_day")).containsExactly(List.of(1));
    }
}

package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.usage.Grouping;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.RequestRow;
import app.pitot.usage.Step;
import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked of past requests, the answer is the same once they are in the archive. */
class ArchivedUseTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long NOW = Rows.NOW.toEpochMilli();

    @TempDir
    Path temp;

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = Sql.open(temp.resolve("pitot.db"));
        Sql.run(connection, "PRAGMA synchronous = OFF");
        Migrations.shipped().make(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void fill(int count, long fromDays, long untilDays) throws SQLException {
        new OldRows(count).insert(connection, count, NOW - fromDays * DAY, NOW - untilDays * DAY);
        remake();
    }

    private void remake() throws SQLException {
        Transactions.write(connection, List.of(RollUps::fill));
    }

    private void mend() throws SQLException {
        Transactions.write(connection, List.of(file -> RollUps.mend(file, NOW)));
    }

    private void move() throws SQLException {
        assertThat(new Archiver(connection, Rows.CLOCKS).run().requests()).isPositive();
    }

    private List<List<Object>> sums() throws SQLException {
        var all = new ArrayList<List<Object>>();
        for (var table : List.of("usage_hour", "usage_day")) {
            all.addAll(Rows.read(connection, "SELECT checksum, at_ms, account, model, requests FROM " + table
                    + " ORDER BY at_ms, account, model"));
        }
        return all;
    }

    @Test
    void sumsAreMadeAnewFromBoth() throws SQLException {
        fill(6_000, 200, 0);
        var before = sums();
        move();
        mend();
        assertThat(sums()).isEqualTo(before);
        Sql.run(connection, "DELETE FROM usage_hour");
        Sql.run(connection, "DELETE FROM usage_day");
        Sql.run(connection, "DELETE FROM usage_minute");
        remake();
        assertThat(sums()).isEqualTo(before);
        // As a clock that was years ahead takes them away.
        Sql.run(connection, "DELETE FROM usage_day WHERE at_ms < " + (NOW - 100 * DAY));
        mend();
        assertThat(sums()).isEqualTo(before);
    }

    @Test
    void aModelsSpeedIsThatOfNinetyDays() throws SQLException {
        fill(3_000, 89, 20);
        var since = Instant.ofEpochMilli(NOW - 80 * DAY);
        var before = MeasuredQuery.run(connection, OldRows.ACCOUNT, null, since);
        assertThat(before).hasSizeGreaterThan(3);
        move();
        // Little is left in the table of the models that are used least.
        Sql.run(connection, "DELETE FROM request WHERE started_ms > " + (NOW - 36 * DAY));
        var some = MeasuredQuery.run(connection, OldRows.ACCOUNT, null, since);
        assertThat(some.keySet()).isEqualTo(before.keySet());
        var rare = Rows.read(connection, "SELECT model FROM usage_day GROUP BY 1 ORDER BY sum(requests) LIMIT 1")
                .getFirst().getFirst().toString();
        assertThat(MeasuredQuery.run(connection, OldRows.ACCOUNT, rare, since)).containsOnlyKeys(rare);
        assertThat(MeasuredQuery.run(connection, "other", null, since)).isEmpty();
    }

    @Test
    void figuresAndRepliesAreTheSameAsBefore() throws SQLException {
        fill(2_500, 89, 70);
        var model = Rows.read(connection, "SELECT model FROM request LIMIT 1").getFirst().getFirst().toString();
        var since = Instant.ofEpochMilli(NOW - 85 * DAY);
        var measured = MeasuredQuery.run(connection, OldRows.ACCOUNT, null, since);
        var replies = PastReplyQuery.run(connection, OldRows.ACCOUNT, model, 100);
        assertThat(replies).hasSize(100);
        move();
        assertThat(Sql.number(connection, "SELECT count(*) FROM request")).isEqualTo(1);
        assertThat(MeasuredQuery.run(connection, OldRows.ACCOUNT, null, since)).isEqualTo(measured);
        assertThat(PastReplyQuery.run(connection, OldRows.ACCOUNT, model, 100)).isEqualTo(replies);
    }

    @Test
    void theModelThatWasUsedLastIsKnown() throws SQLException {
        connection.close();
        String last;
        try (var ledger = new SqliteLedger(temp, Rows.CLOCKS, each -> {})) {
            assertThat(ledger.lastModel(OldRows.ACCOUNT)).isNull();
            connection = Sql.open(temp.resolve("pitot.db"));
            Sql.run(connection, "PRAGMA busy_timeout = 5000");
            fill(2_500, 89, 70);
            last = ledger.lastModel(OldRows.ACCOUNT);
            new LedgerRow.Begin("x", Rows.NOW, "p", "another", "m", 5, null, null).write(connection);
            move();
            assertThat(Sql.number(connection, "SELECT count(*) FROM request")).isEqualTo(1);
            assertThat(ledger.lastModel(OldRows.ACCOUNT)).isEqualTo(last).isNotNull();
        }
    }

    private List<RequestRow> pages(RequestFilter filter, int size) throws SQLException {
        var all = new ArrayList<RequestRow>();
        while (true) {
            var after = all.isEmpty() ? null : all.getLast();
            int before = all.size();
            for (long below = Long.MAX_VALUE; below > Long.MIN_VALUE && all.size() < before + size;) {
                var part = RequestQuery.run(connection, filter, after, below, size + before - all.size());
                all.addAll(part.rows());
                below = part.below();
            }
            if (all.size() < before + size) {
                return all;
            }
        }
    }

    private static RequestFilter filter(long fromDays, long untilDays, Set<Status> statuses, Set<String> models,
            String text, Set<String> ids) {
        return new RequestFilter(Instant.ofEpochMilli(NOW - fromDays * DAY),
                Instant.ofEpochMilli(NOW - untilDays * DAY),
                statuses, Set.of(), Set.of(), models, text, ids);
    }

    @Test
    void theListOfRequestsIsTheSame() throws SQLException {
        fill(5_000, 120, 0);
        Sql.run(connection, "UPDATE request SET chunks = 7 WHERE rowid IN (100, 4900)");
        var some = Rows.read(connection, "SELECT id FROM request WHERE rowid IN (3, 2222, 4990)").stream()
                .map(row -> row.getFirst().toString()).collect(java.util.stream.Collectors.toSet());
        var filters = List.of(RequestFilter.ALL, filter(100, 80, Set.of(), Set.of(), "", null),
                filter(99, 81, Set.of(Status.COMPLETE), Set.of(), "", null),
                filter(120, 0, Set.of(Status.LIMITED, Status.OPEN), Set.of(), "", null),
                filter(120, 0, Set.of(Status.STOPPED), Set.of("zai-glm-4.6"), "", null),
                filter(120, 0, Set.of(), Set.of("none"), "", null), filter(120, 0, Set.of(), Set.of(), "OSS-120", null),
                filter(120, 0, Set.of(), Set.of(), "Rate_", null), filter(120, 1, Set.of(), Set.of(), "", some),
                filter(120, 0, Set.of(Status.COMPLETE), Set.of("llama-3.3-70b"), "STOP", null));
        var before = new ArrayList<List<RequestRow>>();
        for (var each : filters) {
            before.add(pages(each, 333));
        }
        assertThat(before.getFirst()).hasSize(5_000);
        assertThat(before.stream().filter(List::isEmpty)).hasSize(1);
        move();
        for (int i = 0; i < filters.size(); i++) {
            assertThat(pages(filters.get(i), 333)).isEqualTo(before.get(i));
            assertThat(pages(filters.get(i), 7).stream().limit(50).toList())
                    .isEqualTo(before.get(i).stream().limit(50).toList());
        }
        for (var row : before.getFirst().subList(4_950, 5_000)) {
            assertThat(RequestQuery.byId(connection, row.id())).containsExactly(row);
        }
        assertThat(RequestQuery.byId(connection, "none")).isEmpty();
    }

    @Test
    void reportsAreTheSameToTheRequest() throws SQLException {
        fill(5_000, 450, 0);
        var zone = ZoneId.of("Asia/Kolkata");
        var queries = new ArrayList<UsageQuery>();
        for (long[] range : new long[][]{{100, 0}, {100, 80}, {450, 390}, {90, 89}, {60, 20}}) {
            for (var step : Step.values()) {
                queries.add(new UsageQuery(Instant.ofEpochMilli(NOW - range[0] * DAY + 1_234_567),
                        Instant.ofEpochMilli(NOW - range[1] * DAY - 7_654_321), step, Grouping.MODEL, zone, Set.of(),
                        Set.of(), true));
            }
        }
        var before = new ArrayList<UsageReport>();
        var raw = new ArrayList<UsageReport>();
        for (var query : queries) {
            before.add(new UsageReports().run(connection, query));
            raw.add(RawReport.run(connection, query));
        }
        move();
        for (int i = 0; i < queries.size(); i++) {
            assertThat(new UsageReports().run(connection, queries.get(i))).isEqualTo(before.get(i));
            assertThat(RawReport.run(connection, queries.get(i))).isEqualTo(raw.get(i));
            assertThat(before.get(i).total().requests()).isEqualTo(raw.get(i).total().requests()).isPositive();
        }
        Sql.run(connection, "UPDATE archive SET packed = zeroblob(9)");
        assertThat(RawReport.run(connection, queries.getFirst()).notes()).anyMatch(UsageNote.Damaged.class::isInstance);
    }

    @Test
    void whatAStretchCostIsTheSameWhereItsSumIsDamaged() throws SQLException {
        fill(3_000, 89, 70);
        var from = Instant.ofEpochMilli(Math.floorDiv(NOW, DAY) * DAY - 88 * DAY);
        var until = from.plus(Duration.ofDays(2));
        Sql.run(connection, "UPDATE usage_hour SET requests = 0");
        var before = SpendingQuery.run(connection, from, until, app.pitot.provider.Period.HOUR, List.of()).ended();
        move();
        var after = SpendingQuery.run(connection, from, until, app.pitot.provider.Period.HOUR, List.of()).ended();
        assertThat(after).containsExactlyInAnyOrderElementsOf(before).isNotEmpty();
    }
}

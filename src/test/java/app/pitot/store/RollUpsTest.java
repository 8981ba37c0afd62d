package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.api.ApiError;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.SeenHeaders;
import app.pitot.api.Served;
import app.pitot.api.ServerTiming;
import app.pitot.api.Usage;
import app.pitot.base.Provenance;
import app.pitot.exchange.Attempt;
import app.pitot.exchange.ExchangeDetails;
import app.pitot.exchange.ExchangeResult;
import app.pitot.quota.Reservation;
import app.pitot.speed.SpeedReading;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollUpsTest {
    private static final int ROWS = 10_000;
    private static final Map<String, Long> LENGTHS = Map.of("minute", 60_000L, "hour", 3_600_000L, "day", 86_400_000L);

    @TempDir
    Path temp;

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = Sql.open(temp.resolve("pitot.db"));
        Sql.run(connection, "PRAGMA journal_mode = WAL");
        Migrations.shipped().make(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static LedgerRow.End random(SplittableRandom random, String id, Instant at) {
        var outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
        var usage = random.nextInt(3) == 0
                ? null
                : new Usage(random.nextInt(5_000), random.nextInt(5_000), null, random.nextInt(100),
                        random.nextInt(100));
        var kind = random.nextBoolean() ? ErrorKind.RATE_LIMIT : ErrorKind.SERVER_ERROR;
        var error = outcome == Outcome.REFUSED ? new ApiError(kind, 429, null, "x", null, null) : null;
        var none = SpeedReading.NONE;
        var speed = new SpeedReading(none.connectMs(), false, random.nextInt(4) == 0 ? null : random.nextDouble(1, 900),
                null, null, random.nextInt(4) == 0 ? null : random.nextDouble(10, 4_000), null, null, null,
                random.nextInt(3_000), null, 0, none.basis(), false, null, 0, false, 0, none.rhythm(), Set.of());
        var spec = Rows.spec("m" + random.nextInt(3));
        var cost = random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(100_000), 6);
        return LedgerRow.End.of(
                Attempt.first(id), new ExchangeResult(id, spec, at, outcome, "stop", "", "", usage, speed, cost, error,
                        random.nextInt(5) == 0 ? null : new Reservation(1, 1, 1, 0), null, List.of(),
                        new ExchangeDetails(cost == null ? null : Provenance.REPORTED, Served.NONE, SeenHeaders.NONE,
                                new ServerTiming(0.1, 0.2, 0.3, 0.6))),
                true, at.plusSeconds(1));
    }

    private List<List<Object>> rows(String sql) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<Object>>();
            while (found.next()) {
                var row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getObject(i) instanceof Number number ? number.longValue() : found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** Both by SQL alone: the one from each request, the other from the sums. */
    private void sumsAreRight(String level) throws SQLException {
        var length = LENGTHS.get(level);
        var raw = rows("SELECT started_ms / " + length + " * " + length + " AS at, account, model, provider, count(*),"
                + " sum(sent), sum(outcome = 'complete'), sum(outcome = 'truncated'), sum(outcome = 'stopped'),"
                + " sum(outcome = 'refused'), sum(outcome = 'refused' AND error_kind = 'rate_limit'),"
                + " sum(ifnull(error_kind, '') = 'context_length'), sum(outcome = 'failed'), sum(ifnull(prompt_tokens, 0)), sum(ifnull(completion_tokens, 0)),"
                + " sum(ifnull(reasoning_tokens, 0)), sum(ifnull(cached_tokens, 0)),"
                + " sum(token_basis = 'estimate' AND completion_tokens > 0),"
                + " sum(sent = 1 AND outcome <> 'refused' AND prompt_tokens IS NULL AND ifnull(completion_tokens, 0) = 0"
                + " AND NOT (token_basis = 'usage' AND completion_tokens IS NOT NULL)), sum(ifnull(cost_micros, 0)),"
                + " sum(iif(cost_source = 'reported', cost_micros, 0)),"
                + " count(cost_micros) FROM request WHERE ended_ms NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3");
        assertThat(rows("SELECT at_ms, account, model, provider, requests, sent, complete, truncated, stopped, refused,"
                + " limited, too_long, failed, prompt_tokens, completion_tokens, reasoning_tokens, cached_tokens, estimated,"
                + " unknown, cost_micros, reported_micros, priced FROM usage_" + level + " ORDER BY 1, 2, 3")).as(level)
                .isEqualTo(raw)
                .isNotEmpty();
    }

    private void write(LedgerRow row) throws SQLException {
        Sql.run(connection, "BEGIN IMMEDIATE");
        row.write(connection);
        Sql.run(connection, "COMMIT");
    }

    @Test
    void areTheSumsOfAllRowsWhateverIsWrittenTwice() throws Exception {
        var random = new SplittableRandom(9);
        var ends = new ArrayList<LedgerRow.End>();
        Sql.run(connection, "PRAGMA synchronous = OFF");
        for (int i = 0; i < ROWS; i++) {
            var at = Rows.NOW.plusMillis(random.nextLong(Duration.ofDays(3).toMillis()));
            ends.add(random(random, "r" + i, at));
        }
        for (var end : ends) {
            if (random.nextInt(3) > 0) {
                write(end.begin());
            }
        }
        for (int i = 0; i < ROWS; i++) {
            write(ends.get(i));
            if (random.nextInt(3) == 0) {
                write(ends.get(random.nextInt(i + 1)));
                write(ends.get(i).begin());
            }
        }
        assertThat(rows("SELECT count(*) FROM request")).containsExactly(List.of((long) ROWS));
        for (var level : LENGTHS.keySet()) {
            sumsAreRight(level);
            spreadsHaveAll(level);
        }
        for (var table : Checksum.tables(connection)) {
            try (var statement = connection.createStatement();
                    var all = statement.executeQuery("SELECT * FROM " + table)) {
                while (all.next()) {
                    assertThat(Checksum.good(table, all)).isTrue();
                }
            }
        }
    }

    private void spreadsHaveAll(String level) throws SQLException {
        long ttft = 0;
        long speed = 0;
        try (var statement = connection.createStatement();
                var all = statement.executeQuery("SELECT ttft, speed FROM usage_" + level)) {
            while (all.next()) {
                ttft += new Spread(all.getBytes(1)).count();
                speed += new Spread(all.getBytes(2)).count();
            }
        }
        assertThat(rows("SELECT count(ttft_us), sum(output_tps NOT NULL AND token_basis = 'usage') FROM request"))
                .containsExactly(List.of(ttft, speed));
    }

    @Test
    void areMadeOfTheRowsThatAnEarlierVersionLeft() throws Exception {
        var random = new SplittableRandom(4);
        for (int i = 0; i < 500; i++) {
            write(random(random, "r" + i, Rows.NOW.plusSeconds(random.nextLong(400_000))));
        }
        write(random(random, "begun", Rows.NOW).begin());
        var old = rows("SELECT * FROM request ORDER BY id");
        var sums = rows("SELECT at_ms, account, model, requests, ttft IS NULL FROM usage_hour ORDER BY 1, 2, 3");
        Sql.run(connection, "PRAGMA user_version = 3");
        for (var level : LENGTHS.keySet()) {
            Sql.run(connection, "DROP TABLE usage_" + level);
        }
        for (var table : List.of("level", "sample", "comparison", "saved_set", "price", "archive")) {
            Sql.run(connection, "DROP TABLE " + table);
        }
        Sql.run(connection, "DROP INDEX request_by_exchange");
        Sql.run(connection, "DROP INDEX request_open");
        for (var column : List.of("exchange", "attempt", "server_queue_us", "server_prompt_us", "server_completion_us",
                "server_total_us", "limited_by",
                "checksum")) {
            Sql.run(connection, "ALTER TABLE request DROP COLUMN " + column);
        }
        Migrations.shipped().make(connection);
        assertThat(rows("SELECT count(*) FROM request")).containsExactly(List.of((long) old.size()));
        for (var level : LENGTHS.keySet()) {
            sumsAreRight(level);
            spreadsHaveAll(level);
        }
        assertThat(rows("SELECT at_ms, account, model, requests, ttft IS NULL FROM usage_hour ORDER BY 1, 2, 3"))
                .isEqualTo(sums);
    }

    @Test
    void minutesAndHoursGoWithAge() throws Exception {
        var random = new SplittableRandom(5);
        write(random(random, "a", Rows.NOW));
        write(random(random, "b", Rows.NOW.plus(Duration.ofDays(6))));
        assertThat(rows("SELECT count(*) FROM usage_minute")).containsExactly(List.of(2L));
        write(random(random, "c", Rows.NOW.plus(Duration.ofDays(9))));
        assertThat(rows("SELECT count(*) FROM usage_minute")).containsExactly(List.of(2L));
        assertThat(rows("SELECT count(*) FROM usage_hour")).containsExactly(List.of(3L));
        write(random(random, "d", Rows.NOW.plus(Duration.ofDays(405))));
        assertThat(rows("SELECT count(*) FROM usage_minute")).containsExactly(List.of(1L));
        assertThat(rows("SELECT count(*) FROM usage_hour")).containsExactly(List.of(3L));
        assertThat(rows("SELECT count(*) FROM usage_day")).containsExactly(List.of(4L));
    }

    @Test
    void damagedSumsAreMadeAnew() throws Exception {
        var random = new SplittableRandom(6);
        for (int i = 0; i < 50; i++) {
            write(random(random, "r" + i, Rows.NOW.plusMillis(i)));
        }
        Sql.run(connection, "UPDATE usage_day SET prompt_tokens = prompt_tokens + 1");
        for (int i = 50; i < 80; i++) {
            write(random(random, "r" + i, Rows.NOW.plusMillis(i)));
        }
        sumsAreRight("day");
    }

    @Test
    void aDamagedRowCountsNowhereAndIsMendedByItsEnd() throws Exception {
        var random = new SplittableRandom(7);
        var end = random(random, "a", Rows.NOW);
        write(end.begin());
        assertThat(PastUseQuery.run(connection, Rows.ACCOUNT, null, Instant.EPOCH)).hasSize(1);
        Sql.run(connection, "UPDATE request SET reserved_tokens = 1000000");
        assertThat(PastUseQuery.run(connection, Rows.ACCOUNT, null, Instant.EPOCH)).isEmpty();
        write(end);
        assertThat(rows("SELECT reserved_tokens < 1000, server_queue_us, server_prompt_us, server_completion_us,"
                + " server_total_us FROM request"))
                .containsExactly(List.of(1L, 100_000L, 200_000L, 300_000L, 600_000L));
        sumsAreRight("day");
        assertThat(rows("SELECT requests FROM usage_day")).containsExactly(List.of(1L));
    }

    @Test
    void rowsOfAnEarlierSchemaCanStillBeRead() throws Exception {
        try (var old = Sql.open(temp.resolve("old.db"))) {
            Migrations.upTo(2).make(old);
            Sql.run(old, "INSERT INTO request (id, started_ms, provider, account, model, reserved_tokens)"
                    + " VALUES ('a', 1, 'p', 'acc', 'm', 7)");
            assertThat(PastUseQuery.run(old, "acc", null, Instant.EPOCH)).hasSize(1);
            assertThat(MeasuredQuery.run(old, "acc", null, Instant.EPOCH)).isEmpty();
        }
    }

    @Test
    void aSpreadKnowsItsQuantilesToOnePercent() {
        var random = new SplittableRandom(8);
        var spread = new Spread();
        var values = new ArrayList<Double>();
        for (int i = 0; i < 20_000; i++) {
            var value = Math.exp(random.nextDouble(0, 18));
            values.add(value);
            spread.add(value);
        }
        values.sort(null);
        var copy = new Spread(spread.bytes());
        assertThat(copy.count()).isEqualTo(20_000);
        for (var share : new double[]{0.01, 0.5, 0.95, 0.99, 1}) {
            double exact = values.get((int) Math.ceil(share * values.size()) - 1);
            assertThat(copy.quantile(share)).isCloseTo(exact, within(exact * 0.0101));
        }
        assertThat(new Spread().quantile(0.5)).isNull();
        assertThat(new Spread().bytes()).isEmpty();
    }

    @Test
    void whatAClockThatWasYearsAheadTookAwayIsMadeAnew() throws SQLException {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 300; i++) {
            random(random, "x" + i, Rows.NOW.minus(Duration.ofHours(i / 2))).write(connection);
        }
        var before = rows("SELECT rowid, at_ms, account, model, requests FROM usage_minute ORDER BY 2, 3, 4");
        var hours = rows("SELECT at_ms, account, model, requests FROM usage_hour ORDER BY 1, 2, 3");
        RollUps.mend(connection, Rows.NOW.toEpochMilli());
        assertThat(rows("SELECT rowid, at_ms, account, model, requests FROM usage_minute ORDER BY 2, 3, 4"))
                .isEqualTo(before);
        random(random, "future", Rows.NOW.plus(Duration.ofDays(5_000))).write(connection);
        assertThat(rows("SELECT 1 FROM usage_minute")).hasSize(1);
        assertThat(rows("SELECT 1 FROM usage_hour")).hasSize(1);
        RollUps.mend(connection, Rows.NOW.toEpochMilli());
        assertThat(rows("SELECT at_ms, account, model, requests FROM usage_hour WHERE at_ms <= "
                + Rows.NOW.toEpochMilli() + " ORDER BY 1, 2, 3")).isEqualTo(hours);
        assertThat(rows("SELECT total(requests) FROM usage_minute WHERE at_ms <= " + Rows.NOW.toEpochMilli()))
                .isEqualTo(List.of(List.of(300L)));
    }
}

package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers that earlier versions wrote. */
class MigrationsTest {
    private static final int ROWS = 400;
    private static final String OLD = "SELECT id, started_ms, ended_ms, provider, account, model, outcome, sent,"
            + " finish_reason, http_status, error_kind, reserved_tokens, prompt_tokens, completion_tokens,"
            + " reasoning_tokens, cached_tokens, token_basis, connect_us, ttft_us, first_answer_us, total_us, output_tps,"
            + " server_tps, chunks, cost_micros FROM request ORDER BY id";

    @TempDir
    Path temp;

    private Path file() {
        return temp.resolve("pitot.db");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    /** Rows of every kind, each figure present or absent. */
    private static void fill(Connection connection, Random random) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO request VALUES (" + "?, ".repeat(24) + "?)")) {
            for (int i = 0; i < ROWS; i++) {
                var at = Rows.NOW.toEpochMilli() + i;
                Sql.bind(insert, "r" + i, at, maybe(random, at + 5), "custom", Rows.ACCOUNT, "m" + i % 3,
                        maybe(random, "complete"), maybe(random, 1), maybe(random, "stop"), maybe(random, 200),
                        maybe(random, "rate_limit"), 150, maybe(random, 40), maybe(random, 60), maybe(random, 5),
                        maybe(random, 10), maybe(random, "usage"), maybe(random, 7L), maybe(random, 8L),
                        maybe(random, 9L), maybe(random, 10L), maybe(random, 1_853.25), maybe(random, 2_000.5),
                        maybe(random, 5), maybe(random, random.nextInt(1_000)));
                insert.executeUpdate();
            }
        }
    }

    private static Object maybe(Random random, Object value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    @Test
    void versionOneKeepsEveryRowAndFigure() throws Exception {
        List<List<Object>> before;
        try (var old = connect()) {
            Migrations.upTo(1).apply(old, file());
            fill(old, new Random(5));
            before = Rows.read(old, OLD);
        }
        var problems = new ArrayList<StoreProblem>();
        try (var ledger = new SqliteLedger(temp, Rows.CLOCKS, problems::add, Duration.ofSeconds(5),
                Migrations.shipped())) {
            assertThat(ledger.since(Rows.ACCOUNT, "m1", Instant.EPOCH)).isNotEmpty();
            ledger.begin("z", Rows.spec("m"), Rows.NOW, 150);
            ledger.end(Rows.routed("z"));
        }
        assertThat(problems).isEmpty();
        try (var now = connect()) {
            assertThat(Rows.read(now, OLD)).hasSize(ROWS + 1).containsAll(before);
            assertThat(Rows.read(now, "PRAGMA user_version")).containsExactly(List.of(Migrations.shipped().latest()));
            assertThat(
                    Rows.read(now, "SELECT count(*) FROM request WHERE (cost_micros IS NULL) != (cost_source IS NULL)"))
                    .containsExactly(List.of(0));
            assertThat(
                    Rows.read(now, "SELECT DISTINCT cost_source FROM request WHERE id != 'z' AND cost_source NOT NULL"))
                    .containsExactly(List.of("estimated"));
            assertThat(Rows.read(now, "SELECT upstream, native_finish_reason, cost_source, request_id, cost_micros"
                    + " FROM request WHERE id = 'z'"))
                    .containsExactly(List.of("Groq", "eos", "reported", "gen-1", 140));
        }
        try (var copy = Sql
                .open(file().resolveSibling("backups/pitot-before-" + Migrations.shipped().latest() + ".db"))) {
            assertThat(Rows.read(copy, OLD)).isEqualTo(before);
        }
    }

    @Test
    void aNewLedgerHasTheSameColumnsAsAMigratedOne() throws Exception {
        List<List<Object>> migrated;
        try (var old = connect()) {
            Migrations.upTo(1).apply(old, file());
            Migrations.shipped().apply(old, file());
            migrated = Rows.read(old, "PRAGMA table_info(request)");
        }
        try (var fresh = DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("fresh.db"))) {
            Migrations.shipped().apply(fresh, temp.resolve("fresh.db"));
            assertThat(Rows.read(fresh, "PRAGMA table_info(request)")).isEqualTo(migrated);
        }
    }
}

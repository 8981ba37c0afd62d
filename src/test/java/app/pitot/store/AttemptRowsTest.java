package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.pitot.exchange.Attempt;
import app.pitot.provider.Metric;
import app.pitot.quota.PastUse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every attempt is a row; the reply belongs to the exchange. */
class AttemptRowsTest {
    private static final Attempt FIRST = Attempt.first("x");
    private static final Attempt SECOND = new Attempt("y", "x", 2);

    @TempDir
    Path temp;

    private final List<StoreProblem> problems = new ArrayList<>();

    private SqliteLedger open() {
        return new SqliteLedger(temp, Rows.CLOCKS, problems::add);
    }

    private List<List<Object>> rows(String sql) throws SQLException {
        try (var connection = Sql.open(temp.resolve("pitot.db"))) {
            return Rows.read(connection, sql);
        }
    }

    private static void refusedThenAnswered(SqliteLedger ledger) {
        ledger.begin(FIRST, Rows.spec("m"), Rows.NOW, 150);
        ledger.end(FIRST, Rows.refused("x"), false);
        ledger.begin(SECOND, Rows.spec("m"), Rows.NOW.plusSeconds(12), 150);
        ledger.end(SECOND, Rows.complete("x"), true);
    }

    @Test
    void eachAttemptIsARowLinkedToItsExchange() throws Exception {
        try (var ledger = open()) {
            refusedThenAnswered(ledger);
            assertThat(ledger.since(Rows.ACCOUNT, null, Rows.NOW))
                    .extracting(PastUse::at, use -> use.charged(Metric.TOKENS), PastUse::refused)
                    .containsExactly(
                            tuple(Rows.NOW, 0L, true), tuple(Rows.NOW.plusSeconds(12), 100L, false));
        }
        assertThat(rows("SELECT id, coalesce(exchange, 'none'), coalesce(attempt, 1), outcome FROM request"
                + " ORDER BY started_ms")).containsExactly(List.of("x", "none", 1, "refused"),
                        List.of("y", "x", 2, "complete"));
        assertThat(problems).isEmpty();
    }

    @Test
    void sumsHaveTheRefusalAndTheAnswerOnce() throws Exception {
        try (var ledger = open()) {
            refusedThenAnswered(ledger);
            // Written again by whoever could not know that it was written.
            ledger.end(FIRST, Rows.refused("x"), true);
            ledger.end(SECOND, Rows.complete("x"), true);
        }
        assertThat(rows("SELECT requests, sent, complete, refused, limited, prompt_tokens, completion_tokens"
                + " FROM usage_day")).containsExactly(List.of(2, 2, 1, 1, 1, 40, 60));
        assertThat(rows("SELECT requests FROM usage_hour")).containsExactly(List.of(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyEarlierSchemaTakesAttempts(int version) throws Exception {
        try (var old = Sql.open(temp.resolve("pitot.db"))) {
            Migrations.upTo(version).make(old);
            Sql.run(old, "INSERT INTO request (id, started_ms, provider, account, model, reserved_tokens)"
                    + " VALUES ('old', " + Rows.NOW.toEpochMilli() + ", 'custom', '" + Rows.ACCOUNT + "', 'm', 7)");
            if (version >= 4) {
                Checksum.fill(old);
            }
        }
        try (var ledger = new SqliteLedger(temp, Rows.CLOCKS, problems::add, Duration.ofSeconds(5),
                Migrations.shipped())) {
            refusedThenAnswered(ledger);
            assertThat(ledger.since(Rows.ACCOUNT, null, Instant.EPOCH)).hasSize(3);
        }
        assertThat(problems).isEmpty();
        assertThat(rows("SELECT id FROM request WHERE attempt IS NULL ORDER BY id"))
                .containsExactly(List.of("old"), List.of("x"));
        assertThat(rows("PRAGMA user_version")).containsExactly(List.of(Migrations.shipped().latest()));
    }
}

package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.catalogue.ModelEntry.Measured;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Medians of the user's own replies, out of a real ledger. */
class MeasuredQueryTest {
    @TempDir
    private Path folder;
    private SqliteLedger ledger;
    private int rows;

    @BeforeEach
    void open() {
        ledger = new SqliteLedger(folder, Rows.CLOCKS, problem -> {
            throw new AssertionError(problem.message());
        });
        assertThat(ledger.measured("a", null)).isEmpty();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** Null leaves a column empty. */
    private void row(String account, String model, Instant at, String outcome, String basis, Long ttftUs, Double tps)
            throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("pitot.db"));
                var insert = connection.prepareStatement("""
                        INSERT INTO request (id, started_ms, provider, account, model, reserved_tokens, outcome,
                          token_basis, ttft_us, output_tps) VALUES (?, ?, 'p', ?, ?, 0, ?, ?, ?, ?)""")) {
            Sql.bind(insert, "r" + rows++, at.toEpochMilli(), account, model, outcome, basis, ttftUs, tps);
            insert.executeUpdate();
            Checksum.fill(connection);
        }
    }

    private void fast(String model, Instant at, double ttftMs, double tps) throws SQLException {
        row("a", model, at, "complete", "usage", Math.round(ttftMs * 1_000), tps);
    }

    @Test
    void oddAndEvenMediansAndTheLastOfEachModel() throws SQLException {
        fast("m", Rows.NOW.minusSeconds(30), 300, 1_000);
        fast("m", Rows.NOW.minusSeconds(20), 100, 3_000);
        fast("m", Rows.NOW.minusSeconds(10), 200, 1_900);
        fast("n", Rows.NOW.minusSeconds(40), 10, 50);
        fast("n", Rows.NOW.minusSeconds(50), 20, 100);
        assertThat(ledger.measured("a", null)).isEqualTo(Map.of(
                "m", new Measured(3, 200.0, 1_900.0, Rows.NOW.minusSeconds(10)),
                "n", new Measured(2, 15.0, 75.0, Rows.NOW.minusSeconds(40))));
        assertThat(ledger.measured("a", "n")).containsOnlyKeys("n");
        assertThat(ledger.measured("a", "none")).isEmpty();
        assertThat(ledger.measured("b", null)).isEmpty();
    }

    @Test
    void onlyWholeRepliesWithARealSpeedCount() throws SQLException {
        var at = Rows.NOW.minusSeconds(10);
        for (var outcome : new String[]{"truncated", "stopped", "refused", "failed", null}) {
            row("a", "m", at, outcome, "usage", 1L, 9_999.0);
        }
        row("a", "m", at, "complete", "estimate", 1L, 9_999.0);
        row("a", "m", at, "complete", "usage", 1L, null);
        row("a", "m", at, "complete", "usage", 1L, 0.0);
        assertThat(ledger.measured("a", null)).isEmpty();
        row("a", "m", at, "complete", "usage", null, 500.0);
        assertThat(ledger.measured("a", null)).isEqualTo(Map.of("m", new Measured(1, null, 500.0, at)));
    }

    @Test
    void nothingOlderThanNinetyDays() throws SQLException {
        fast("m", Rows.NOW.minus(Duration.ofDays(90)).minusMillis(1), 1, 1);
        assertThat(ledger.measured("a", null)).isEmpty();
        fast("m", Rows.NOW.minus(Duration.ofDays(90)), 2, 2);
        assertThat(ledger.measured("a", null).get("m").outputTps()).isEqualTo(2);
    }

    @Test
    void ofManyTheLastTwoHundred() throws SQLException {
        var old = new ArrayList<Instant>();
        for (int i = 0; i < 50; i++) {
            old.add(Rows.NOW.minusSeconds(1_000 + i));
        }
        for (var at : old) {
            fast("m", at, 1, 1);
        }
        for (int i = 0; i < MeasuredQuery.MOST; i++) {
            fast("m", Rows.NOW.minusSeconds(1 + i), 400, 2_000);
        }
        fast("n", old.getLast(), 7, 70);
        assertThat(ledger.measured("a", null)).isEqualTo(Map.of(
                "m", new Measured(MeasuredQuery.MOST, 400.0, 2_000.0, Rows.NOW.minusSeconds(1)),
                "n", new Measured(1, 7.0, 70.0, old.getLast())));
    }
}

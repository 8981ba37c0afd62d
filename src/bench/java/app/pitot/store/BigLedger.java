package app.pitot.store;

import app.pitot.base.Clocks;
import app.pitot.base.Ticker;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * A ledger of many requests over 430 days: 5 accounts with 6 models each, of which some are used far more than others, mostly
 * by day and on weekdays. Rows are written in bulk with real checksums; the sums are made by the code that a migration runs.
 */
public final class BigLedger {
    private static final Duration SPAN = Duration.ofDays(430);
    private static final int EACH = 100_000;
    private static final List<String> PROVIDERS = List.of("cerebras", "groq", "openrouter", "cerebras", "custom");

    private final SplittableRandom random = new SplittableRandom(8);
    private final Path folder;
    private final long now;

    /** @param now when the last request begins, about */
    public BigLedger(Path folder, Instant now) {
        this.folder = folder;
        this.now = now.toEpochMilli();
    }

    public Path file() {
        return folder.resolve("pitot.db");
    }

    /** If the file is there already, only what is missing is done. */
    public void build(int rows) throws SQLException {
        if (Files.exists(file())) {
            sumUp();
            return;
        }
        // With all that opening the file does.
        try (var database = new Database(folder, Clocks.system(), problem -> System.out.println(problem.message()))) {
            database.read(_ -> {});
        }
        try (var connection = Sql.open(file())) {
            Sql.run(connection, "PRAGMA synchronous = OFF");
            Sql.run(connection, "PRAGMA cache_size = -1000000");
            var indexes = Sql.texts(connection, "SELECT sql FROM sqlite_schema WHERE tbl_name = 'request'"
                    + " AND type = 'index' AND sql NOT NULL");
            for (var name : Sql.texts(connection, "SELECT name FROM sqlite_schema WHERE tbl_name = 'request'"
                    + " AND type = 'index' AND sql NOT NULL")) {
                Sql.run(connection, "DROP INDEX " + name);
            }
            insert(connection, rows);
            Sql.run(connection, "BEGIN");
            for (var index : indexes) {
                Sql.run(connection, index);
            }
            Sql.run(connection, "COMMIT");
            say("indexed");
        }
        sumUp();
    }

    /** Does nothing if that was done before. */
    private void sumUp() throws SQLException {
        try (var connection = Sql.open(file())) {
            Sql.run(connection, "BEGIN");
            RollUps.fill(connection);
            Sql.run(connection, "COMMIT");
            say("summed up");
            var done = new Archiver(connection, new Clocks(Ticker.system(), () -> Instant.ofEpochMilli(now))).run();
            say(done.requests() + " archived in " + done.sheets() + " sheets, " + done.pages() + " pages given back");
            Sql.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private static void say(String what) {
        System.out.printf("%s  %s%n", Instant.now(), what);
    }

    private void insert(Connection connection, int rows) throws SQLException {
        var table = Table.all(connection).stream().filter(each -> each.name().equals(LedgerRow.TABLE)).findFirst()
                .orElseThrow();
        double at = 0;
        double step = SPAN.toMillis() / (double) rows;
        try (var insert = table.insert(connection, false)) {
            for (int done = 0; done < rows;) {
                Sql.run(connection, "BEGIN");
                for (int i = 0; i < EACH && done < rows; i++, done++) {
                    at = done * step;
                    one(table, insert, now - SPAN.toMillis() + busy((long) at));
                }
                Sql.run(connection, "COMMIT");
                if (done % 1_000_000 == 0) {
                    say(done + " rows");
                }
            }
        }
    }

    /** Most requests of a day within its working hours; the order stays. */
    private static long busy(long at) {
        long day = Duration.ofDays(1).toMillis();
        double share = (at % day) / (double) day;
        double bent = share - 0.12 * Math.sin(2 * Math.PI * share);
        return at / day * day + (long) (bent * day);
    }

    private void one(Table table, PreparedStatement insert, long at) throws SQLException {
        var values = new Object[table.columns().size()];
        int account = Math.min(4, (int) (5 * Math.pow(random.nextDouble(), 2)));
        int model = Math.min(5, (int) (6 * Math.pow(random.nextDouble(), 1.5)));
        double luck = random.nextDouble();
        long total = random.nextLong(80_000, 9_000_000);
        set(table, values, "id", new UUID(random.nextLong(), random.nextLong()).toString());
        set(table, values, "started_ms", at);
        set(table, values, "ended_ms", at + total / 1_000 + 3);
        set(table, values, "provider", PROVIDERS.get(account));
        set(table, values, "account", PROVIDERS.get(account) + "-account-" + account);
        set(table, values, "model", "vendor/model-" + model + "-instruct");
        set(table, values, "reserved_tokens", random.nextLong(200, 9_000));
        set(table, values, "sent", luck < 0.995 ? 1 : 0);
        if (luck < 0.93) {
            ended(table, values, luck < 0.9 ? "complete" : luck < 0.92 ? "stopped" : "truncated", total);
        } else if (luck < 0.98) {
            set(table, values, "outcome", "refused");
            set(table, values, "http_status", luck < 0.978 ? 429 : 400);
            set(table, values, "error_kind",
                    luck < 0.978 ? "rate_limit" : luck < 0.979 ? "context_length" : "bad_request");
            set(table, values, "limited_by", luck < 0.95 ? "requests/minute" : luck < 0.978 ? "tokens/minute" : null);
            set(table, values, "token_basis", "estimate");
        } else {
            set(table, values, "outcome", "failed");
            set(table, values, "error_kind", "connection_lost");
            set(table, values, "token_basis", "estimate");
        }
        values[table.columns().indexOf(Checksum.COLUMN)] = Checksum.of(table.name(), table.columns(), values);
        table.bind(insert, false, 0, Arrays.asList(values));
        insert.executeUpdate();
    }

    private void ended(Table table, Object[] values, String outcome, long total) {
        long prompt = (long) Math.exp(random.nextDouble(3, 9));
        long completion = (long) Math.exp(random.nextDouble(2, 7));
        boolean usage = !"stopped".equals(outcome);
        set(table, values, "outcome", outcome);
        set(table, values, "finish_reason", usage ? "stop" : null);
        set(table, values, "http_status", 200);
        set(table, values, "prompt_tokens", prompt);
        set(table, values, "completion_tokens", completion);
        set(table, values, "cached_tokens", random.nextInt(3) == 0 ? prompt / 2 : null);
        set(table, values, "reasoning_tokens", random.nextInt(3) == 0 ? completion / 2 : null);
        set(table, values, "token_basis", usage ? "usage" : "estimate");
        set(table, values, "connect_us", random.nextInt(10) == 0 ? random.nextLong(20_000, 200_000) : null);
        set(table, values, "ttft_us", (long) (150_000 * Math.exp(random.nextDouble(-1, 1.2))));
        set(table, values, "first_answer_us", (long) (160_000 * Math.exp(random.nextDouble(-1, 1.2))));
        set(table, values, "total_us", total);
        set(table, values, "output_tps", Math.round(400_000 * Math.exp(random.nextDouble(-0.8, 0.8))) / 1_000.0);
        set(table, values, "chunks", completion / 2 + 1);
        set(table, values, "cost_micros", random.nextInt(20) == 0 ? null : prompt / 4 + completion);
        set(table, values, "cost_source", "estimated");
        set(table, values, "request_id", "req_" + Long.toHexString(random.nextLong()));
        set(table, values, "server_queue_us", random.nextLong(100, 20_000));
        set(table, values, "server_prompt_us", random.nextLong(1_000, 90_000));
        set(table, values, "server_completion_us", total / 2);
        set(table, values, "server_total_us", total);
    }

    private static void set(Table table, Object[] values, String column, Object value) {
        values[table.columns().indexOf(column)] = value;
    }

    /** The same answer from each single request. */
    public UsageReport raw(UsageQuery query) throws SQLException {
        try (var connection = Sql.open(file())) {
            return RawReport.run(connection, query);
        }
    }
}

package app.pitot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Rows of the ledger as months of use leave them: five models, one in 25 refused, some stopped, ids and times at random. */
final class OldRows {
    static final List<String> COLUMNS = List.of("id", "started_ms", "provider", "account", "model", "reserved_tokens",
            "exchange", "attempt", "ended_ms", "outcome", "sent", "finish_reason", "http_status", "error_kind",
            "prompt_tokens", "completion_tokens", "reasoning_tokens", "cached_tokens", "token_basis", "connect_us",
            "ttft_us", "first_answer_us", "total_us", "output_tps", "server_tps", "chunks", "cost_micros", "upstream",
            "native_finish_reason", "cost_source", "request_id", "server_queue_us", "server_prompt_us",
            "server_completion_us", "server_total_us");
    static final String ACCOUNT = "cerebras";
    private static final String[] MODELS = {"qwen-3-235b-a22b-instruct-2507", "gpt-oss-120b", "llama-3.3-70b",
        "zai-glm-4.6", "llama3.1-8b"};
    private static final double THOUSAND = 1_000;

    private final SplittableRandom random;

    OldRows(long seed) {
        random = new SplittableRandom(seed);
    }

    private String id() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        return new UUID(high, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
    }

    private long spread(double median, double wide) {
        return Math.round(
                median * Math.exp(wide * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5)));
    }

    /** In the order of {@link #COLUMNS}. */
    Object[] next(long startedMs) {
        var model = MODELS[(int) (MODELS.length * random.nextDouble() * random.nextDouble())];
        long prompt = spread(700, 2);
        var first = id();
        boolean again = random.nextInt(30) == 0;
        if (random.nextInt(25) == 0) {
            long total = spread(90_000, 1);
            return new Object[]{first, startedMs, "cerebras", ACCOUNT, model, prompt + 2_048, again ? id() : null,
                again ? Long.valueOf(2) : null, startedMs + total / 1_000, "refused", 1L, null, 429L, "rate_limit",
                null,
                0L, null, null, "estimate", null, null, null, total, null, null, 0L, null, null, null, null,
                id().substring(0, 16), null, null, null, null};
        }
        boolean stopped = random.nextInt(30) == 0;
        boolean thinks = model.startsWith("gpt") || model.startsWith("zai");
        long completion = spread(300, 1.5);
        double speed = random.nextDouble(300, 2_200);
        long answered = Math.round(completion / speed * 1e6);
        long ttft = spread(200_000, 1);
        long total = ttft + answered;
        return new Object[]{first, startedMs, "cerebras", ACCOUNT, model, prompt + 2_048, again ? id() : null,
            again ? Long.valueOf(2) : null, startedMs + total / 1_000 + random.nextInt(3),
            stopped ? "stopped" : "complete", 1L, stopped ? null : "stop", null, null, stopped ? null : prompt,
            completion, thinks && !stopped ? completion / 3 : null,
            stopped ? null : random.nextInt(3) == 0 ? prompt / 128 * 128 : 0L, stopped ? "estimate" : "usage",
            random.nextInt(10) == 0 ? Long.valueOf(spread(25_000, 1)) : null, ttft,
            thinks ? Long.valueOf(ttft + answered / 3) : Long.valueOf(ttft), total, thousandths(speed),
            stopped ? null : thousandths(speed * random.nextDouble(1, 1.2)), completion / random.nextInt(1, 8) + 1,
            prompt * 6 / 10 + completion * 12 / 10, null, null, "estimated", "chatcmpl-" + id(),
            stopped ? null : spread(900, 1.5), stopped ? null : spread(20_000, 1.5),
            stopped ? null : Math.round(answered * random.nextDouble(0.85, 1)),
            stopped ? null : answered + random.nextInt(9_000, 90_000)};
    }

    private static double thousandths(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }

    /** So many good rows, evenly over a stretch of time, in transactions of 10,000. Their sums are not counted. */
    void insert(Connection connection, int count, long fromMs, long untilMs) throws SQLException {
        var marks = "?, ".repeat(COLUMNS.size()) + "?";
        try (var insert = connection.prepareStatement("INSERT INTO request (" + String.join(", ", COLUMNS)
                + ", checksum) VALUES (" + marks + ")")) {
            for (int i = 0; i < count; i++) {
                if (i % 10_000 == 0) {
                    Sql.run(connection, "BEGIN IMMEDIATE");
                }
                double step = (untilMs - fromMs) / (double) count;
                var values = next(fromMs + (long) (step * (i + random.nextDouble())));
                var all = Arrays.copyOf(values, values.length + 1);
                all[values.length] = Checksum.of(LedgerRow.TABLE, COLUMNS, values);
                Sql.bind(insert, all);
                insert.executeUpdate();
                if (i % 10_000 == 9_999 || i == count - 1) {
                    Sql.run(connection, "COMMIT");
                }
            }
        }
    }
}

package app.pitot.store;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.base.Provenance;
import app.pitot.quota.Spent;
import app.pitot.speed.TokenBasis;
import app.pitot.usage.Quartiles;
import app.pitot.usage.Totals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the requests of one account and model in one stretch of time come to. Not thread-safe. */
final class Sums {
    /** As in the tables, behind the three that name the row. */
    static final List<String> COLUMNS = List.of("provider", "requests", "sent", "complete", "truncated", "stopped",
            "refused", "limited", "failed", "prompt_tokens", "completion_tokens", "reasoning_tokens", "cached_tokens",
            "estimated", "cost_micros", "priced", "ttft", "speed");
    private static final int FIRST_COUNT = 1;
    private static final int COUNTS = 15;
    private static final double THOUSANDTHS = 1_000;

    private final String provider;
    private final long[] counts = new long[COUNTS];
    private final Spread ttft;
    private final Spread speed;
    private long tooLong;
    private long unknown;
    private long reportedMicros;

    private Sums(String provider, Spread ttft, Spread speed) {
        this.provider = provider;
        this.ttft = ttft;
        this.speed = speed;
    }

    /** Of nothing yet. */
    static Sums none(String provider) {
        return new Sums(provider, new Spread(), new Spread());
    }

    /** @param row a row of sums */
    static Sums of(ResultSet row) throws SQLException {
        var sums = new Sums(row.getString("provider"), new Spread(row.getBytes("ttft")),
                new Spread(row.getBytes("speed")));
        for (int i = 0; i < COUNTS; i++) {
            sums.counts[i] = row.getLong(COLUMNS.get(FIRST_COUNT + i));
        }
        return sums;
    }

    /** @param row a row of the ledger that has ended */
    void add(ResultSet row) throws SQLException {
        boolean reported = word(TokenBasis.USAGE).equals(row.getString("token_basis"));
        count("requests", 1);
        count("sent", row.getLong("sent"));
        var outcome = row.getString("outcome");
        if (outcome != null && Arrays.stream(Outcome.values()).anyMatch(each -> word(each).equals(outcome))) {
            count(outcome, 1);
        }
        boolean refused = word(Outcome.REFUSED).equals(outcome);
        boolean quota = word(ErrorKind.RATE_LIMIT).equals(row.getString("error_kind"));
        count("limited", quota && refused ? 1 : 0);
        tooLong += word(ErrorKind.CONTEXT_LENGTH).equals(row.getString("error_kind")) ? 1 : 0;
        for (var tokens : List.of("prompt_tokens", "completion_tokens", "reasoning_tokens", "cached_tokens")) {
            count(tokens, row.getLong(tokens));
        }
        boolean nothing = row.getObject("prompt_tokens") == null && row.getLong("completion_tokens") == 0
                && !(reported && row.getObject("completion_tokens") != null);
        unknown += row.getLong("sent") > 0 && !refused && nothing ? 1 : 0;
        count("estimated", !reported && row.getLong("completion_tokens") > 0 ? 1 : 0);
        long cost = row.getLong("cost_micros");
        count("priced", row.wasNull() ? 0 : 1);
        count("cost_micros", cost);
        reportedMicros += word(Provenance.REPORTED).equals(row.getString("cost_source")) ? cost : 0;
        spread(ttft, row.getDouble("ttft_us"), row.wasNull());
        spread(speed, row.getDouble("output_tps") * THOUSANDTHS, row.wasNull() || !reported);
    }

    /** Adds those of other requests. */
    void add(Sums more) {
        for (int i = 0; i < COUNTS; i++) {
            counts[i] += more.counts[i];
        }
        tooLong += more.tooLong;
        unknown += more.unknown;
        reportedMicros += more.reportedMicros;
        ttft.add(more.ttft);
        speed.add(more.speed);
    }

    private static void spread(Spread spread, double value, boolean unknown) {
        if (!unknown) {
            spread.add(value);
        }
    }

    private void count(String column, long more) {
        counts[COLUMNS.indexOf(column) - FIRST_COUNT] += more;
    }

    String provider() {
        return provider;
    }

    /** What counts against a budget. */
    Spent spent() {
        long taken = counted("sent") - counted("refused");
        return new Spent(taken, counted("prompt_tokens") + counted("completion_tokens"), counted("cost_micros"),
                Math.max(0, taken - counted("priced")), counted("estimated"));
    }

    Totals totals() {
        return new Totals(counted("requests"), counted("sent"), counted("complete"), counted("truncated"),
                counted("stopped"), counted("refused"), counted("limited"), tooLong, counted("failed"),
                counted("prompt_tokens"), counted("completion_tokens"), counted("reasoning_tokens"),
                counted("cached_tokens"), counted("estimated"), unknown, counted("cost_micros"), reportedMicros,
                counted("priced"), Map.of(), quartiles(ttft), quartiles(speed));
    }

    /** Both are kept in thousandths. */
    private static Quartiles quartiles(Spread spread) {
        return spread.count() == 0
                ? null
                : new Quartiles(spread.count(), spread.quantile(0.25) / THOUSANDTHS,
                        spread.quantile(0.5) / THOUSANDTHS, spread.quantile(0.75) / THOUSANDTHS);
    }

    private long counted(String column) {
        return counts[COLUMNS.indexOf(column) - FIRST_COUNT];
    }

    /** In the order of {@link #COLUMNS}. */
    Object[] values() {
        var values = new Object[COLUMNS.size()];
        values[0] = provider;
        for (int i = 0; i < COUNTS; i++) {
            values[FIRST_COUNT + i] = counts[i];
        }
        values[FIRST_COUNT + COUNTS] = ttft.bytes();
        values[FIRST_COUNT + COUNTS + 1] = speed.bytes();
        return values;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

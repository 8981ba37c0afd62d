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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the requests of one account and model in one stretch of time come to. Not thread-safe. */
final class Sums {
    /** As in the tables, behind the three that name the row. */
    static final List<String> COLUMNS = columns();
    private static final double THOUSANDTHS = 1_000;
    /** Durations by the two clocks differ by less while nobody sets one of them. */
    private static final long JUMP_MS = 60_000;
    private static final String USAGE = Stored.word(TokenBasis.USAGE);
    private static final String REFUSED = Stored.word(Outcome.REFUSED);
    private static final String LIMITED = Stored.word(ErrorKind.RATE_LIMIT);
    private static final String TOO_LONG = Stored.word(ErrorKind.CONTEXT_LENGTH);
    private static final String REPORTED = Stored.word(Provenance.REPORTED);
    private static final Map<String, Count> OUTCOMES = Map.of(Stored.word(Outcome.COMPLETE), Count.COMPLETE,
            Stored.word(Outcome.TRUNCATED), Count.TRUNCATED, Stored.word(Outcome.STOPPED), Count.STOPPED, REFUSED,
            Count.REFUSED, Stored.word(Outcome.FAILED), Count.FAILED);

    private final String provider;
    private final long[] counts = new long[Count.number()];
    private final Map<String, Long> limitedBy = new HashMap<>();
    private final Spread ttft = new Spread();
    private final Spread speed = new Spread();

    private Sums(String provider) {
        this.provider = provider;
    }

    private static List<String> columns() {
        var columns = new ArrayList<String>();
        columns.add("provider");
        for (var count : Count.values()) {
            columns.add(count.column());
        }
        columns.addAll(List.of("limited_by", "ttft", "speed"));
        return List.copyOf(columns);
    }

    /** Of nothing yet. */
    static Sums none(String provider) {
        return new Sums(provider);
    }

    /** The same of several accounts and models, whose provider does not matter. */
    static Sums none() {
        return new Sums(null);
    }

    /** @param row a row of sums */
    static Sums of(ResultSet row) throws SQLException {
        var sums = new Sums(row.getString("provider"));
        for (var count : Count.values()) {
            sums.counts[count.ordinal()] = row.getLong(count.column());
        }
        sums.limitedBy.putAll(LimitedBy.read(row.getString("limited_by")));
        sums.ttft.add(row.getBytes("ttft"));
        sums.speed.add(row.getBytes("speed"));
        return sums;
    }

    /** @param row a row of the ledger that has ended */
    void add(RowValues row) throws SQLException {
        boolean reported = USAGE.equals(row.text("token_basis"));
        boolean sent = row.number("sent") > 0;
        var outcome = row.text("outcome");
        boolean refused = REFUSED.equals(outcome);
        var kind = row.text("error_kind");
        count(Count.REQUESTS, 1);
        count(Count.SENT, sent ? 1 : 0);
        var counted = outcome == null ? null : OUTCOMES.get(outcome);
        if (counted != null) {
            count(counted, 1);
        }
        if (refused && LIMITED.equals(kind)) {
            count(Count.LIMITED, 1);
            limitedBy(row);
        }
        count(Count.TOO_LONG, TOO_LONG.equals(kind) ? 1 : 0);
        var prompt = row.whole("prompt_tokens");
        var completion = row.whole("completion_tokens");
        count(Count.PROMPT_TOKENS, known(prompt));
        count(Count.COMPLETION_TOKENS, known(completion));
        count(Count.REASONING_TOKENS, row.number("reasoning_tokens"));
        count(Count.CACHED_TOKENS, row.number("cached_tokens"));
        count(Count.ESTIMATED, !reported && known(completion) > 0 ? 1 : 0);
        boolean nothing = prompt == null && (completion == null || !reported && completion == 0);
        count(Count.UNKNOWN, sent && !refused && nothing ? 1 : 0);
        var cost = row.whole("cost_micros");
        if (cost != null) {
            count(Count.COST_MICROS, cost);
            count(Count.PRICED, 1);
            count(Count.REPORTED_MICROS, REPORTED.equals(row.text("cost_source")) ? cost : 0);
        }
        count(Count.JUMPS, jumped(row) ? 1 : 0);
        spread(ttft, row.real("ttft_us"), 1);
        spread(speed, reported ? row.real("output_tps") : null, THOUSANDTHS);
    }

    /** Counts a row of the ledger that is not what was written. */
    void addDamaged() {
        count(Count.DAMAGED, 1);
    }

    /** Adds those of other requests. */
    void add(Sums more) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more.counts[i];
        }
        more.limitedBy.forEach((window, count) -> limitedBy.merge(window, count, Long::sum));
        ttft.add(more.ttft);
        speed.add(more.speed);
    }

    /** The same. */
    void add(Use more) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more.counts()[i];
        }
        more.limitedBy().forEach((window, count) -> limitedBy.merge(window, count, Long::sum));
        ttft.add(more.ttft());
        speed.add(more.speed());
    }

    private void limitedBy(RowValues row) throws SQLException {
        var window = row.text("limited_by");
        if (window != null) {
            limitedBy.merge(window, 1L, Long::sum);
        }
    }

    /** True if the time of day went on otherwise than it does. */
    private static boolean jumped(RowValues row) throws SQLException {
        long wall = row.number("ended_ms") - row.number("started_ms");
        var total = row.real("total_us");
        return wall < 0 || total != null && Math.abs(wall - total / THOUSANDTHS) > JUMP_MS;
    }

    private static long known(Long number) {
        return number == null ? 0 : number;
    }

    private static void spread(Spread spread, Double value, double unit) {
        if (value != null) {
            spread.add(value * unit);
        }
    }

    private void count(Count what, long more) {
        counts[what.ordinal()] += more;
    }

    String provider() {
        return provider;
    }

    long counted(Count what) {
        return counts[what.ordinal()];
    }

    /** What counts against a budget. */
    Spent spent() {
        long taken = counted(Count.SENT) - counted(Count.REFUSED);
        return new Spent(taken, counted(Count.PROMPT_TOKENS) + counted(Count.COMPLETION_TOKENS),
                counted(Count.COST_MICROS), Math.max(0, taken - counted(Count.PRICED)), counted(Count.ESTIMATED));
    }

    Totals totals() {
        return new Totals(counted(Count.REQUESTS), counted(Count.SENT), counted(Count.COMPLETE),
                counted(Count.TRUNCATED), counted(Count.STOPPED), counted(Count.REFUSED), counted(Count.LIMITED),
                counted(Count.TOO_LONG), counted(Count.FAILED), counted(Count.PROMPT_TOKENS),
                counted(Count.COMPLETION_TOKENS), counted(Count.REASONING_TOKENS), counted(Count.CACHED_TOKENS),
                counted(Count.ESTIMATED), counted(Count.UNKNOWN), counted(Count.COST_MICROS),
                counted(Count.REPORTED_MICROS), counted(Count.PRICED), limitedBy, quartiles(ttft),
                quartiles(speed));
    }

    /** Both are kept in thousandths. */
    private static Quartiles quartiles(Spread spread) {
        if (spread.count() == 0) {
            return null;
        }
        var found = spread.quantiles(0.25, 0.5, 0.75);
        return new Quartiles(spread.count(), found[0] / THOUSANDTHS, found[1] / THOUSANDTHS, found[2] / THOUSANDTHS);
    }

    /** These as they are now. @param key null for several */
    Use use(UseKey key) {
        return new Use(key, counts.clone(), limitedBy, ttft.bytes(), speed.bytes());
    }

    /** In the order of {@link #COLUMNS}. */
    Object[] values() {
        var values = new ArrayList<Object>();
        values.add(provider);
        Arrays.stream(counts).forEach(values::add);
        values.addAll(List.of(LimitedBy.write(limitedBy), ttft.bytes(), speed.bytes()));
        return values.toArray();
    }
}

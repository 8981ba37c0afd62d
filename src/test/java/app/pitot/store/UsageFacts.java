package app.pitot.store;

import app.pitot.usage.Grouping;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport.Key;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;

/** Requests of which a test knows all, and what they come to, counted one by one in plain Java. */
final class UsageFacts {
    private static final List<String> OUTCOMES = List.of("complete", "complete", "complete", "truncated", "stopped",
            "refused", "refused", "failed");
    private static final List<String> KINDS = List.of("rate_limit", "context_length", "server_error");

    final List<Fact> all = new ArrayList<>();
    private final SplittableRandom random;

    UsageFacts(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A row. Whatever is unknown is null. */
    record Fact(String id, String exchange, Integer attempt, long at, Long ended, String provider, String account,
            String model, String outcome, boolean sent, String kind, String window, Long prompt, Long completion,
            Long reasoning, Long cached, boolean usage, Long cost, String costSource, Long ttft, Double tps) {
        LedgerRow.Begin begin() {
            return new LedgerRow.Begin(id, Instant.ofEpochMilli(at), provider, account, model, 100, exchange, attempt);
        }

        LedgerRow row() {
            return ended == null
                    ? begin()
                    : new LedgerRow.End(begin(), new Object[]{ended, outcome, sent, "stop", null, kind, prompt,
                        completion, reasoning, cached, usage ? "usage" : "estimate", null, ttft, null, null, tps, null,
                        null, cost, null, null, costSource, null, null, null, null, null, window}, null);
        }

        boolean taken() {
            return sent && !outcome.equals("refused");
        }

        Status status() {
            return ended == null ? Status.OPEN : switch (outcome) {
                case "complete" -> Status.COMPLETE;
                case "truncated" -> Status.TRUNCATED;
                case "stopped" -> Status.STOPPED;
                case "failed" -> Status.FAILED;
                default -> "rate_limit".equals(kind)
                        ? Status.LIMITED
                        : "context_length".equals(kind) ? Status.TOO_LONG : Status.REFUSED;
            };
        }

        Key key(Grouping by) {
            return new Key(provider, by == Grouping.ACCOUNT ? account : null, by == Grouping.MODEL ? model : null);
        }
    }

    /** A request that began somewhere in a stretch. */
    Fact any(Instant from, Instant until) {
        return any(random.nextLong(from.toEpochMilli(), until.toEpochMilli()));
    }

    Fact any(long at) {
        var id = "r" + all.size();
        int account = random.nextInt(4);
        var outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        boolean refused = outcome.equals("refused");
        var kind = refused || outcome.equals("failed") ? KINDS.get(random.nextInt(KINDS.size())) : null;
        boolean usage = !refused && random.nextInt(3) > 0;
        boolean unknown = !usage && random.nextBoolean();
        boolean first = all.isEmpty() || random.nextInt(6) > 0;
        Long cost = random.nextInt(4) == 0 || refused ? null : Long.valueOf(random.nextInt(90_000));
        var fact = new Fact(id, first ? null : all.getLast().id(), first ? null : Integer.valueOf(2), at,
                random.nextInt(60) == 0 ? null : Long.valueOf(at + random.nextInt(9_000)),
                account == 3 ? "simulator" : "p" + account % 2, "a" + account, "m" + random.nextInt(3), outcome,
                random.nextInt(8) > 0, kind,
                "rate_limit".equals(kind) && random.nextBoolean() ? "requests/" + random.nextInt(2) : null,
                refused || unknown ? null : Long.valueOf(random.nextInt(5_000)),
                unknown || refused ? null : Long.valueOf(1 + random.nextInt(3_000)),
                usage ? Long.valueOf(random.nextInt(50)) : null, usage ? Long.valueOf(random.nextInt(90)) : null, usage,
                cost, cost == null ? null : random.nextBoolean() ? "reported" : "estimated",
                random.nextBoolean() ? null : Long.valueOf(random.nextLong(1_000, 9_000_000)),
                random.nextBoolean() ? null : Double.valueOf(random.nextDouble(5, 3_000)));
        all.add(fact);
        return fact;
    }

    void write(Connection connection) throws SQLException {
        Sql.run(connection, "BEGIN IMMEDIATE");
        for (var fact : all) {
            fact.row().write(connection);
        }
        Sql.run(connection, "COMMIT");
    }

    /** Those that a query asks for and that have ended. */
    List<Fact> of(UsageQuery query) {
        return all.stream().filter(fact -> fact.ended() != null && fact.at() >= query.from().toEpochMilli()
                && fact.at() < query.until().toEpochMilli()
                && (query.accounts().isEmpty() || query.accounts().contains(fact.account()))
                && (query.models().isEmpty() || query.models().contains(fact.model()))
                && (query.simulated() || !fact.provider().equals("simulator"))).toList();
    }

    /** Without quartiles. */
    static Totals totals(List<Fact> facts) {
        Map<String, Long> limitedBy = new HashMap<>();
        facts.stream().filter(fact -> fact.status() == Status.LIMITED && fact.window() != null)
                .forEach(fact -> limitedBy.merge(fact.window(), 1L, Long::sum));
        return new Totals(facts.size(), sum(facts, fact -> fact.sent() ? 1 : 0), outcomes(facts, "complete"),
                outcomes(facts, "truncated"), outcomes(facts, "stopped"), outcomes(facts, "refused"),
                sum(facts, fact -> fact.status() == Status.LIMITED ? 1 : 0),
                sum(facts, fact -> "context_length".equals(fact.kind()) ? 1 : 0), outcomes(facts, "failed"),
                sum(facts, fact -> zero(fact.prompt())), sum(facts, fact -> zero(fact.completion())),
                sum(facts, fact -> zero(fact.reasoning())), sum(facts, fact -> zero(fact.cached())),
                sum(facts, fact -> !fact.usage() && zero(fact.completion()) > 0 ? 1 : 0),
                sum(facts, fact -> fact.taken() && fact.prompt() == null && fact.completion() == null ? 1 : 0),
                sum(facts, fact -> zero(fact.cost())),
                sum(facts, fact -> "reported".equals(fact.costSource()) ? zero(fact.cost()) : 0),
                sum(facts, fact -> fact.cost() == null ? 0 : 1), limitedBy, null, null);
    }

    static Totals plain(Totals t) {
        return new Totals(t.requests(), t.sent(), t.complete(), t.truncated(), t.stopped(), t.refused(), t.limited(),
                t.tooLong(), t.failed(), t.promptTokens(), t.completionTokens(), t.reasoningTokens(), t.cachedTokens(),
                t.estimated(), t.unknown(), t.costMicros(), t.reportedMicros(), t.priced(), t.limitedBy(), null, null);
    }

    private static long outcomes(List<Fact> facts, String outcome) {
        return sum(facts, fact -> fact.outcome().equals(outcome) ? 1 : 0);
    }

    private static long sum(List<Fact> facts, ToLongFunction<Fact> each) {
        return facts.stream().mapToLong(each).sum();
    }

    private static long zero(Long number) {
        return number == null ? 0 : number;
    }

    static Instant days(Instant from, long days) {
        return from.plus(Duration.ofDays(days));
    }
}

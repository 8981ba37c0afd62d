package app.pitot.usage;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.ServerTiming;
import app.pitot.base.Provenance;
import app.pitot.speed.TokenBasis;
import app.pitot.usage.UsageReport.Group;
import app.pitot.usage.UsageReport.HourOfWeek;
import app.pitot.usage.UsageReport.Key;
import app.pitot.usage.UsageReport.Slot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Past use for tests. */
public final class Uses {
    public static final Instant FROM = Instant.parse("2026-11-20T00:00:00Z");
    public static final Instant UNTIL = Instant.parse("2026-11-27T00:00:00Z");
    public static final Key FIRST = new Key("cerebras", "a1", "gpt-oss-120b");
    public static final Key SECOND = new Key("openrouter", "b2-removed-long", "vendor/m:free");

    private Uses() {}

    /** Ten of which eight came whole, all priced, in part by the provider. */
    public static Totals ten() {
        return new Totals(10, 10, 8, 0, 0, 2, 1, 1, 0, 1_200, 800, 100, 40, 1, 0, 123_456, 100_000, 8,
                Map.of("requests/minute", 1L), new Quartiles(8, 90.5, 120.25, 300),
                new Quartiles(7, 900, 1500.5, 2_100));
    }

    /** Three that were taken, of which nothing is known. */
    public static Totals dark() {
        return new Totals(3, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, Map.of(), null, null);
    }

    public static Totals sum() {
        return new Totals(13, 13, 10, 1, 0, 2, 1, 1, 0, 1_200, 800, 100, 40, 1, 3, 123_456, 100_000, 8,
                Map.of("requests/minute", 1L), new Quartiles(8, 90.5, 120.25, 300),
                new Quartiles(7, 900, 1500.5, 2_100));
    }

    public static UsageQuery query(Grouping by, Step step) {
        return new UsageQuery(FROM, UNTIL, step, by, ZoneOffset.UTC, Set.of(), Set.of(), false);
    }

    public static UsageReport report() {
        return report(query(Grouping.MODEL, Step.DAY), FIRST, SECOND);
    }

    /** Two days, two groups, every note. */
    public static UsageReport report(UsageQuery query, Key first, Key second) {
        var days = List.of(
                new Slot(FROM, FROM.plusSeconds(86_400), ten(), Map.of(first, ten())),
                new Slot(FROM.plusSeconds(86_400), FROM.plusSeconds(172_800), dark(), Map.of(second, dark())));
        return new UsageReport(query, sum(), List.of(new Group(first, ten()), new Group(second, dark())), days,
                List.of(new HourOfWeek(5, 9, 8, 1_500), new HourOfWeek(6, 23, 5, 500)),
                List.of(new UsageNote.Open(1), new UsageNote.Damaged(2), new UsageNote.ClockJumps(3),
                        new UsageNote.UtcDays(FROM),
                        new UsageNote.PriceChanged("cerebras", "gpt-oss-120b", FROM.plusSeconds(3_600),
                                new BigDecimal("0.35"), null)),
                FROM.minusSeconds(86_400 * 30));
    }

    /** A page of it in another zone. */
    public static UsageQuery in(ZoneId zone, Instant from, Instant until) {
        return new UsageQuery(from, until, Step.DAY, Grouping.MODEL, zone, Set.of(), Set.of(), false);
    }

    /** Complete, with every figure. */
    public static RequestRow row(String id, String model, Instant at) {
        return new RequestRow(id, id, 1, at, at.plusMillis(1_500), "cerebras", "a1", model, Outcome.COMPLETE, true,
                "stop", 200, null, null, 2_000, 120, 80, 10, 4, TokenBasis.USAGE, 12.5, 120.25, 140.0, 1_500.0, 1500.5,
                2_000.0, 33, 123_456L, Provenance.REPORTED, "Groq", "stop", "req-1",
                new ServerTiming(0.001, 0.002, 0.5, 0.503), true);
    }

    /** Refused, with next to nothing known. */
    public static RequestRow bare(String id, Instant at) {
        return new RequestRow(id, "x", 2, at, null, "cerebras", "gone-account-id", "m", Outcome.REFUSED, true, null,
                429, ErrorKind.RATE_LIMIT, "requests/minute", 0, null, null, null, null, TokenBasis.ESTIMATE, null,
                null, null, null, null, null, null, null, null, null, null, null, null, true);
    }
}

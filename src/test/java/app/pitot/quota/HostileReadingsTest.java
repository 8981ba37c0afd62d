package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.LimitReading;
import app.pitot.provider.Allowance;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever headers say and clocks do: no exception, no figure that cannot be. */
class HostileReadingsTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final long[] COUNTS = {0, 1, -1, 5, 29, 30, 60_000, 1_000_000, Long.MAX_VALUE, Long.MIN_VALUE,
        999_999_999_999_999_999L, -7_000};
    private static final double[] RESETS = {0, -1, 1.5, 59.9, 3_600, 86_400, 1e9, 1e300, Double.NaN,
        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2_678_400};
    private static final ModelInfo MODEL = new ModelInfo("m", "m", 131_072, null, new BigDecimal("0.35"),
            new BigDecimal("0.75"), null, null, null, null);

    private final ManualTime time = new ManualTime();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noFigureThatCannotBe(long seed) {
        var random = new Random(seed);
        for (var run = 0; run < 30; run++) {
            var meter = new QuotaMeter(time.clocks(), plan(random));
            var open = new ArrayList<Reservation>();
            for (var step = 0; step < 80; step++) {
                act(random, meter, open);
                check(meter, random, "seed " + seed + " run " + run + " step " + step);
            }
        }
    }

    private static Plan plan(Random random) {
        var ids = List.of("cerebras-free-2026-04", "cerebras-trial-2026-09", "groq-free-2026-10", "openrouter-free",
                "custom");
        var plan = CATALOGUE.plan(ids.get(random.nextInt(ids.size()))).orElseThrow();
        var limits = new ArrayList<>(plan.limits());
        limits.add(new Limit(Metric.USD, Period.MONTH, 5_000_000, Refill.FIXED));
        return random.nextBoolean() ? plan.withLimits(limits) : plan;
    }

    private void act(Random random, QuotaMeter meter, List<Reservation> open) {
        switch (random.nextInt(8)) {
            case 0, 1 -> open.add(meter.reserve(random.nextInt(5_000),
                    random.nextBoolean() ? null : Integer.valueOf(random.nextInt(20_000)), MODEL));
            case 2, 3 -> {
                if (!open.isEmpty()) {
                    meter.observe(open.get(random.nextInt(open.size())), readings(random),
                            random.nextBoolean() ? 200 : 429);
                }
            }
            case 4 -> {
                if (!open.isEmpty()) {
                    meter.refused(open.get(random.nextInt(open.size())), reading(random));
                }
            }
            case 5 -> {
                if (!open.isEmpty()) {
                    meter.settle(open.remove(random.nextInt(open.size())), random.nextBoolean()
                            ? Settlement.used(random.nextInt(9_000), random.nextInt(9_000), random.nextInt(9_000))
                                    .costing(random.nextInt(9_000))
                            : Settlement.of(Settlement.Kind.values()[1 + random.nextInt(4)]));
                }
            }
            case 6 -> meter.told(readings(random));
            default -> jump(random);
        }
    }

    private void jump(Random random) {
        switch (random.nextInt(6)) {
            case 0 -> time.setWall("1970-01-01T00:00:00Z");
            case 1 -> time.setWall("2091-02-28T23:59:59Z");
            case 2 -> time.setWall("2026-11-20T10:00:00Z");
            case 3 -> time.pass(Duration.ofDays(random.nextInt(400)));
            default -> time.pass(Duration.ofMillis(random.nextInt(90_000)));
        }
    }

    private static List<LimitReading> readings(Random random) {
        var readings = new ArrayList<LimitReading>();
        for (var i = random.nextInt(5); i > 0; i--) {
            readings.add(reading(random));
        }
        return readings;
    }

    private static LimitReading reading(Random random) {
        var metrics = Metric.values();
        var periods = Period.values();
        return new LimitReading(random.nextInt(9) == 0 ? null : metrics[random.nextInt(metrics.length)],
                random.nextInt(9) == 0 ? null : periods[random.nextInt(periods.length)], count(random), count(random),
                random.nextInt(3) == 0 ? null : Double.valueOf(RESETS[random.nextInt(RESETS.length)]),
                Allowance.values()[random.nextInt(Allowance.values().length)], null);
    }

    private static Long count(Random random) {
        return random.nextInt(3) == 0 ? null : Long.valueOf(COUNTS[random.nextInt(COUNTS.length)]);
    }

    private static void check(QuotaMeter meter, Random random, String where) {
        for (var state : meter.snapshot().windows()) {
            var what = where + " " + state;
            if (state.remaining() != null) {
                assertThat(state.remaining()).as(what).isNotNegative();
            }
            if (state.limit() != null) {
                assertThat(state.limit()).as(what).isNotNegative();
                if (state.remaining() != null) {
                    assertThat(state.remaining()).as(what).isLessThanOrEqualTo(state.limit());
                    assertThat(state.used()).as(what).isBetween(0L, state.limit());
                }
            }
            sane(state.nextMs(), what);
            sane(state.reportedResetMs(), what);
            var details = meter.details(state.metric(), state.period());
            assertThat(details.lastHour()).as(what).hasSizeLessThanOrEqualTo(601)
                    .allMatch(sample -> sample.remaining() >= 0);
        }
        var check = meter.preFlight(new InputEstimate.Guess(350, 400, 500), random.nextBoolean() ? null : 900, MODEL);
        sane(check.waitMs(), where + " " + check);
        var turn = meter.reserveIfFits(InputEstimate.Guess.about(10), 10, MODEL);
        sane(turn.waitMs(), where + " " + turn);
        if (turn.reservation() != null) {
            meter.settle(turn.reservation(), Settlement.of(Settlement.Kind.NOT_SENT));
        }
    }

    private static void sane(Double millis, String what) {
        if (millis != null) {
            assertThat(millis).as(what).isFinite().isNotNegative();
        }
    }

    @Test
    void aHeaderThatContradictsItselfSaysNothing() {
        var meter = new QuotaMeter(time.clocks(), CATALOGUE.plan("cerebras-free-2026-04").orElseThrow());
        meter.observe(meter.reserve(300, 700), List.of(new LimitReading(Metric.TOKENS, Period.MINUTE, 5L, 900L, 1.0)));
        assertThat(minute(meter).limit()).isEqualTo(60_000);
        assertThat(minute(meter).remaining()).isEqualTo(59_000);
    }

    @Test
    void theLimitOfANewerAnswerStaysWhenAnOlderOneComesLate() {
        var meter = new QuotaMeter(time.clocks(), CATALOGUE.plan("cerebras-free-2026-04").orElseThrow());
        var older = meter.reserve(300, 700);
        var newer = meter.reserve(300, 700);
        meter.observe(newer, List.of(new LimitReading(Metric.TOKENS, Period.MINUTE, 80_000L, 78_000L, 1.0)));
        meter.observe(older, List.of(new LimitReading(Metric.TOKENS, Period.MINUTE, 60_000L, 59_000L, 1.0)));
        assertThat(minute(meter).limit()).isEqualTo(80_000);
        assertThat(minute(meter).remaining()).isEqualTo(78_000);
    }

    @Test
    void theLowerOfTwoFiguresOfOneAnswerCounts() {
        var meter = new QuotaMeter(time.clocks(), CATALOGUE.plan("cerebras-free-2026-04").orElseThrow());
        meter.observe(meter.reserve(300, 700), List.of(
                new LimitReading(Metric.TOKENS, Period.MINUTE, 60_000L, 59_000L, 1.0),
                new LimitReading(Metric.TOKENS, Period.MINUTE, 60_000L, 12_000L, 1.0)));
        assertThat(minute(meter).remaining()).isEqualTo(12_000);
    }

    @Test
    void aRefusalWithoutFiguresEmptiesTheWindowThatWeThoughtHadRoom() {
        var meter = new QuotaMeter(time.clocks(), CATALOGUE.plan("cerebras-trial-2026-09").orElseThrow());
        var refused = meter.reserve(300, 700);
        meter.observe(refused, List.of(), 429);
        meter.refused(refused, new LimitReading(Metric.TOKENS, Period.MINUTE, null, null, null));
        meter.settle(refused, Settlement.of(Settlement.Kind.REFUSED));
        var total = meter.snapshot().windows().stream()
                .filter(w -> w.metric() == Metric.UNCACHED_TOKENS && w.period() == Period.MINUTE).findFirst()
                .orElseThrow();
        assertThat(total.remaining()).as("a bare word means either; nothing is taken for the uncached")
                .isEqualTo(30_000);
        var uncached = meter.reserve(300, 700);
        meter.refused(uncached, new LimitReading(Metric.UNCACHED_TOKENS, Period.MINUTE, null, null, null));
        meter.settle(uncached, Settlement.of(Settlement.Kind.REFUSED));
        assertThat(meter.preFlight(300, 700, MODEL).verdict()).isEqualTo(PreFlight.Verdict.WAIT);
        assertThat(meter.preFlight(300, 700, MODEL).waitMs()).isEqualTo(2_000);
    }

    @Test
    void theWordTotalMeansTheWindowThatCountsCachedTokensToo() {
        var meter = new QuotaMeter(time.clocks(), CATALOGUE.plan("cerebras-trial-2026-09").orElseThrow());
        var refused = meter.reserve(300, 700);
        meter.refused(refused, new LimitReading(Metric.TOKENS, Period.MINUTE, null, null, null, Allowance.UNKNOWN,
                LimitReading.TOTAL_TOKENS));
        meter.settle(refused, Settlement.of(Settlement.Kind.REFUSED));
        assertThat(minute(meter).remaining()).isZero();
        var check = meter.preFlight(300, 700, MODEL);
        assertThat(check.verdict()).isEqualTo(PreFlight.Verdict.WAIT);
        assertThat(check.binding().metric()).isEqualTo(Metric.TOKENS);
        assertThat(check.waitMs()).isCloseTo(1_000 * 60_000.0 / 90_000, Offset.offset(0.001));
    }

    @Test
    void whatWillBeRefusedByAllWeKnowHoldsNothing() {
        var meter = new QuotaMeter(time.clocks(), CATALOGUE.plan("groq-free-2026-10").orElseThrow());
        meter.settle(meter.reserve(5_000, 1_000), Settlement.used(5_000, 1_000, 0));
        var hopeless = meter.reserve(1_000, 4_000);
        assertThat(meter.preFlight(500, 1_000, MODEL).verdict()).as("2,000 are left for others")
                .isEqualTo(PreFlight.Verdict.TIGHT);
        meter.observe(hopeless, List.of(), 200);
        assertThat(meter.preFlight(500, 1_000, MODEL).verdict()).as("it was let in all the same")
                .isEqualTo(PreFlight.Verdict.WAIT);
    }

    private static WindowState minute(QuotaMeter meter) {
        return meter.snapshot().windows().stream()
                .filter(w -> w.metric() == Metric.TOKENS && w.period() == Period.MINUTE).findFirst().orElseThrow();
    }
}

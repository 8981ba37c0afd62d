package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.LimitReading;
import app.pitot.base.Provenance;
import app.pitot.provider.Allowance;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import app.pitot.quota.PreFlight.Verdict;
import app.pitot.quota.WindowState.Level;
import app.pitot.quota.WindowState.Next;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Unlimited, blocked and unknown are three states; and what the words of a refusal teach. */
class AllowanceTest {
    private final ManualTime time = new ManualTime();

    private QuotaMeter meter(String plan) {
        return new QuotaMeter(time.clocks(),
                plan == null ? null : Catalogue.shipped().plan(plan).orElseThrow());
    }

    private static LimitReading reading(Metric metric, Period period, Long limit, Long remaining, Allowance allowance) {
        return new LimitReading(metric, period, limit, remaining, null, allowance, null);
    }

    private static WindowState window(QuotaMeter meter, Metric metric, Period period) {
        return meter.snapshot().windows().stream().filter(w -> w.metric() == metric && w.period() == period).findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(QuotaMeter meter) {
        return meter.preFlight(300, 700, ModelInfo.ofId("m")).verdict();
    }

    @Test
    void anUnlimitedWindowRefusesNobody() {
        for (var plan : new String[]{null, "cerebras-free-2026-04"}) {
            var meter = meter(plan);
            meter.observe(meter.reserve(300, 700), List.of(
                    reading(Metric.TOKENS, Period.MINUTE, null, null, Allowance.UNLIMITED)));
            var tokens = window(meter, Metric.TOKENS, Period.MINUTE);
            assertThat(tokens.allowance()).isEqualTo(Allowance.UNLIMITED);
            assertThat(tokens.limit()).isNull();
            assertThat(tokens.remaining()).isNull();
            assertThat(tokens.used()).isNull();
            assertThat(tokens.limitSource()).isEqualTo(Provenance.REPORTED);
            assertThat(tokens.next()).isEqualTo(Next.NOTHING);
            assertThat(tokens.binding()).isFalse();
        }
    }

    @Test
    void aLimitThatComesBackCountsAgain() {
        var meter = meter("cerebras-free-2026-04");
        meter.observe(meter.reserve(300, 700), List.of(
                reading(Metric.TOKENS, Period.MINUTE, null, null, Allowance.UNLIMITED)));
        meter.observe(meter.reserve(300, 700), List.of(
                reading(Metric.TOKENS, Period.MINUTE, 60_000L, 9_000L, Allowance.LIMITED)));
        var tokens = window(meter, Metric.TOKENS, Period.MINUTE);
        assertThat(tokens.allowance()).isEqualTo(Allowance.LIMITED);
        assertThat(tokens.limit()).isEqualTo(60_000);
        assertThat(tokens.remaining()).isEqualTo(9_000);
    }

    @Test
    void aBlockedWindowNeverHasRoom() {
        for (var plan : new String[]{null, "cerebras-free-2026-04"}) {
            var meter = meter(plan);
            var one = meter.reserve(300, 700);
            meter.observe(one, List.of(reading(Metric.REQUESTS, Period.MINUTE, 0L, 0L, Allowance.BLOCKED)));
            meter.settle(one, Settlement.of(Settlement.Kind.REFUSED));
            time.pass(Duration.ofHours(5));
            var requests = window(meter, Metric.REQUESTS, Period.MINUTE);
            assertThat(requests.allowance()).isEqualTo(Allowance.BLOCKED);
            assertThat(requests.remaining()).isZero();
            assertThat(requests.level()).isEqualTo(Level.EXHAUSTED);
            assertThat(requests.next()).isEqualTo(Next.NOTHING);
            assertThat(requests.nextMs()).isNull();
            assertThat(requests.source()).isEqualTo(Provenance.REPORTED);
            assertThat(verdict(meter)).isEqualTo(Verdict.NEVER);
        }
    }

    @Test
    void anUnknownLevelIsNotAFullOne() {
        var meter = meter(null);
        meter.observe(meter.reserve(300, 700), List.of(
                reading(Metric.TOKENS, Period.MINUTE, 60_000L, null, Allowance.LIMITED)));
        var tokens = window(meter, Metric.TOKENS, Period.MINUTE);
        assertThat(tokens.limit()).isEqualTo(60_000);
        assertThat(tokens.remaining()).isNull();
        assertThat(tokens.used()).isNull();
        assertThat(tokens.level()).isEqualTo(Level.UNKNOWN);
        assertThat(verdict(meter)).isEqualTo(Verdict.UNKNOWN);
        assertThat(meter.preFlight(300, 70_000, ModelInfo.ofId("m")).verdict()).as("larger than all of it")
                .isEqualTo(Verdict.NEVER);
        meter.observe(meter.reserve(300, 700), List.of(
                reading(Metric.TOKENS, Period.MINUTE, 60_000L, 58_000L, Allowance.LIMITED)));
        assertThat(window(meter, Metric.TOKENS, Period.MINUTE).remaining()).isEqualTo(58_000);
        assertThat(verdict(meter)).isEqualTo(Verdict.FITS);
    }

    @Test
    void aPlannedLevelIsOursToKnow() {
        var meter = meter("cerebras-free-2026-04");
        meter.observe(meter.reserve(300, 700), List.of(
                reading(Metric.TOKENS, Period.MINUTE, 60_000L, null, Allowance.LIMITED)));
        assertThat(window(meter, Metric.TOKENS, Period.MINUTE).remaining()).isEqualTo(59_000);
    }

    @Test
    void whatPitotDoesNotCountMovesNoGauge() {
        var meter = meter(null);
        meter.observe(meter.reserve(300, 700), List.of(
                new LimitReading(null, Period.MINUTE, 7_000L, 10L, null, Allowance.LIMITED, "ITPM")));
        assertThat(meter.snapshot().windows()).isEmpty();
    }

    @Test
    void mereMultiplesOfTheMinuteAreHiddenAndOthersAreNot() {
        var meter = meter(null);
        meter.observe(meter.reserve(300, 700), List.of(
                reading(Metric.REQUESTS, Period.MINUTE, 250L, 249L, Allowance.LIMITED),
                reading(Metric.REQUESTS, Period.HOUR, 15_000L, 14_999L, Allowance.LIMITED),
                reading(Metric.REQUESTS, Period.DAY, 360_000L, 359_999L, Allowance.LIMITED),
                reading(Metric.TOKENS, Period.MINUTE, 250_000L, 249_000L, Allowance.LIMITED),
                reading(Metric.TOKENS, Period.HOUR, 15_000_001L, 14_000_000L, Allowance.LIMITED),
                reading(Metric.TOKENS, Period.DAY, 360_000_000L, 359_000_000L, Allowance.LIMITED)));
        assertThat(meter.snapshot().windows()).extracting(w -> w.metric() + "/" + w.period())
                .containsExactlyInAnyOrder("REQUESTS/MINUTE", "TOKENS/MINUTE", "TOKENS/HOUR");
    }

    @Test
    void aBareTokensHeaderWithoutALimitMeansNeitherOfTwoBuckets() {
        var meter = meter("cerebras-trial-2026-09");
        meter.observe(meter.reserve(300, 700), List.of(
                reading(Metric.TOKENS, Period.MINUTE, null, 12_345L, Allowance.LIMITED)));
        assertThat(meter.snapshot().windows()).hasSize(5).noneMatch(w -> w.source() == Provenance.REPORTED);
    }

    @Test
    void groqsTokensAreTheUncachedOnesOfItsPlan() {
        var meter = meter("groq-free-2026-10");
        var one = meter.reserve(1_000, 100);
        meter.observe(one, List.of(reading(Metric.TOKENS, Period.MINUTE, 8_000L, 6_900L, Allowance.LIMITED)));
        meter.settle(one, Settlement.used(1_000, 100, 800));
        assertThat(window(meter, Metric.UNCACHED_TOKENS, Period.MINUTE).remaining())
                .as("tokens read from the cache do not count").isEqualTo(7_700);
    }

    @Test
    void aDayWhoseResetIsTheTimeUntilFullRefillsAllTheTime() {
        var meter = meter(null);
        meter.observe(meter.reserve(300, 700), List.of(
                new LimitReading(Metric.REQUESTS, Period.DAY, 1_000L, 999L, 86.4),
                new LimitReading(Metric.TOKENS, Period.DAY, 200_000L, 150_000L, 33_011.38)));
        assertThat(window(meter, Metric.REQUESTS, Period.DAY).refill()).isEqualTo(Refill.CONTINUOUS);
        assertThat(window(meter, Metric.TOKENS, Period.DAY).refill()).isEqualTo(Refill.FIXED);
    }

    @Test
    void theWordsOfARefusalSetTheWindowThatNoHeaderNames() {
        var meter = meter("groq-free-2026-10");
        var one = meter.reserve(300, 627);
        meter.observe(one, List.of(reading(Metric.TOKENS, Period.MINUTE, 8_000L, 8_000L, Allowance.LIMITED)));
        meter.observe(one, List.of(reading(Metric.TOKENS, Period.DAY, 200_000L, 507L, Allowance.LIMITED)));
        meter.settle(one, Settlement.of(Settlement.Kind.REFUSED));
        var day = window(meter, Metric.UNCACHED_TOKENS, Period.DAY);
        assertThat(day.remaining()).isEqualTo(507);
        assertThat(day.source()).isEqualTo(Provenance.REPORTED);
        assertThat(window(meter, Metric.UNCACHED_TOKENS, Period.MINUTE).remaining()).as("the headers still count")
                .isEqualTo(8_000);
        assertThat(verdict(meter)).isEqualTo(Verdict.WAIT);
    }

    @Test
    void theRoutersDayOfFreeModelsIsGoneWhenItSaysSo() {
        var meter = meter("openrouter-free");
        var one = meter.reserve(300, 700);
        meter.observe(one, List.of(new LimitReading(Metric.REQUESTS, Period.DAY, 50L, 0L, 3_600.0)));
        meter.settle(one, Settlement.of(Settlement.Kind.REFUSED));
        var day = window(meter, Metric.REQUESTS, Period.DAY);
        assertThat(day.remaining()).isZero();
        assertThat(day.source()).isEqualTo(Provenance.REPORTED);
        assertThat(day.next()).isEqualTo(Next.RESET);
        assertThat(window(meter, Metric.REQUESTS, Period.MINUTE).remaining()).isEqualTo(20);
        time.pass(Duration.ofHours(1));
        assertThat(window(meter, Metric.REQUESTS, Period.DAY).remaining()).isEqualTo(50);
    }
}

package app.pitot.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Provenance;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetState;
import app.pitot.quota.Forecast;
import app.pitot.quota.InputEstimate;
import app.pitot.quota.PreFlight;
import app.pitot.quota.PreFlight.Verdict;
import app.pitot.quota.QuotaMeter;
import app.pitot.quota.WindowState;
import app.pitot.quota.WindowState.Level;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words under the composer, worked out by a real meter on a held clock. */
class PreFlightLineTest {
    private static final Plan PLAN = new Plan("p", "Plan", "custom", LocalDate.EPOCH, "test",
            List.of(new Limit(Metric.REQUESTS, Period.MINUTE, 30, Refill.CONTINUOUS),
                    new Limit(Metric.TOKENS, Period.MINUTE, 60_000, Refill.CONTINUOUS)),
            100_000, null, "");
    private static final ModelInfo MODEL = new ModelInfo("m", "m", 131_072, null, new BigDecimal("0.35"),
            new BigDecimal("0.75"), false, null, null, null);

    private final QuotaMeter meter = new QuotaMeter(
            new app.pitot.base.Clocks(() -> 0, () -> Instant.parse("2026-11-20T10:00:00Z")), PLAN);

    private PreFlightLine line(long input, Integer cap) {
        return PreFlightLine.of(meter.preFlight(input, cap, MODEL), cap != null);
    }

    @Test
    void fits() {
        var line = line(312, 1_024);
        assertThat(line.tone()).isEqualTo(PreFlightLine.Tone.GOOD);
        assertThat(line.verdict()).isEqualTo("Fits");
        assertThat(line.detail()).isEqualTo("≈ 312 in + 1,024 reserved = 1,336   RPM 30 of 30 left   ≤ $0.0009");
        assertThat(line.lowerTo()).isNull();
    }

    @Test
    void aCostBelowTheSmallestShownIsSaidOnce() {
        assertThat(line(10, 20).detail()).endsWith("   < $0.0001");
    }

    @Test
    void fitsButTight() {
        var line = line(1_000, 50_000);
        assertThat(line.tone()).isEqualTo(PreFlightLine.Tone.CAREFUL);
        assertThat(line.verdict()).isEqualTo("Fits, but tight");
    }

    @Test
    void wouldBeRefusedNowSaysWhenAndOffersWhatFits() {
        meter.reserve(1_000, 47_000);
        var line = line(1_000, 40_000);
        assertThat(line.verdict()).isEqualTo("Would be refused now");
        assertThat(line.detail()).isEqualTo("free in 30 s · needs 41,000 · TPM 12,000 of 60,000 left");
        assertThat(line.lowerTo()).isEqualTo(10_800);
    }

    @Test
    void thoseThatWaitAlreadyAreCounted() {
        meter.reserve(1_000, 47_000);
        var check = meter.preFlight(1_000, 40_000, MODEL).behind(2, 84_000);
        var line = PreFlightLine.of(check, true);
        assertThat(line.detail()).isEqualTo("free in 1 min 24 s, 2 ahead · needs 41,000 · TPM 12,000 of 60,000 left");
        assertThat(line.waitMs()).isEqualTo(84_000);
    }

    @Test
    void aPromptThatMayProveLargerThanTheWholeLimitIsSaidToBe() {
        meter.reserve(1_000, 47_000);
        var check = meter.preFlight(new InputEstimate.Guess(9_000, 10_000, 11_000), 49_500, MODEL);
        assertThat(check.verdict()).isEqualTo(Verdict.WAIT);
        assertThat(PreFlightLine.of(check, true).detail())
                .endsWith("it may prove larger than the whole limit: lower max tokens to be safe");
        assertThat(meter.preFlight(new InputEstimate.Guess(9_000, 10_000, 11_000), 60_000, MODEL).verdict())
                .isEqualTo(Verdict.NEVER);
    }

    @Test
    void whatNeverFitsSaysSo() {
        var line = line(1_000, 70_000);
        assertThat(line.verdict()).isEqualTo("Would be refused");
        assertThat(line.detail()).isEqualTo("needs 71,000, TPM holds at most 60,000");
        assertThat(line.lowerTo()).isEqualTo(58_800);
    }

    @Test
    void aWindowOfMoneyReadsAsMoney() {
        var window = new WindowState(Metric.USD, Period.DAY, Refill.FIXED, 5_000_000L, 4_100_000L, 900_000L, 0, null,
                WindowState.Next.NOTHING, Provenance.REPORTED, Provenance.REPORTED, 0L, Level.NORMAL, true, null);
        assertThat(
                PreFlightLine.of(new PreFlight(Verdict.FITS, 10, 100, window, null, null, null, null), true).detail())
                .contains("$4.10 of $5.00 left");
        assertThat(PreFlightLine.of(new PreFlight(Verdict.NEVER, 10, 100, window, null, null, null,
                new BigDecimal("7.5")), true).detail()).contains("needs $7.50").contains("at most $5.00");
    }

    @Test
    void overTheContext() {
        var line = line(99_000, 5_000);
        assertThat(line.verdict()).isEqualTo("Over the plan's context");
        assertThat(line.detail()).isEqualTo("≈ 99,000 in + 5,000 reserved, 100,000 allowed");
    }

    @Test
    void aNearlyFullContextIsSaidAlthoughItFits() {
        var check = new PreFlight(Verdict.FITS, 8_127, 65, null, null, null, 8_192, null);
        var line = PreFlightLine.of(check, false);
        assertThat(line.tone()).isEqualTo(PreFlightLine.Tone.CAREFUL);
        assertThat(line.verdict()).isEqualTo("Context nearly full");
        assertThat(PreFlightLine.of(check, true).verdict()).isEqualTo("Fits");
    }

    @Test
    void withoutAnyLimitItSaysThatNothingIsKnown() {
        var unknown = new QuotaMeter(new app.pitot.base.Clocks(() -> 0, () -> Instant.EPOCH), null);
        var line = PreFlightLine.of(unknown.preFlight(12, 100, ModelInfo.ofId("m")), true);
        assertThat(line.tone()).isEqualTo(PreFlightLine.Tone.NEUTRAL);
        assertThat(line.detail()).isEqualTo("≈ 12 in · gauges appear with the first reply that names limits");
    }

    private static BudgetState budget(Metric metric, long amount, long used, boolean stop) {
        return new BudgetState(new Budget("b", null, metric, amount, Period.DAY, ZoneOffset.UTC, stop, false), used, 0,
                Level.NORMAL, Instant.EPOCH, Instant.EPOCH, Forecast.idle(Instant.EPOCH, 0), Provenance.MEASURED, 0);
    }

    @Test
    void overTheUsersOwnBudgetSaysWhatIsLeftOfIt() {
        var check = meter.preFlight(1_000, 4_000, MODEL).overBudget(budget(Metric.TOKENS, 10_000, 8_000, true), 1_000L);
        var line = PreFlightLine.of(check, true);
        assertThat(line.verdict()).isEqualTo("Over your budget");
        assertThat(line.detail()).isEqualTo("needs 5,000 · 2,000 left of 10,000 tokens per day");
        assertThat(line.overBudget()).isTrue();
        assertThat(line.lowerTo()).isEqualTo(800);
        check = meter.preFlight(1_000, 4_000, MODEL).overBudget(budget(Metric.USD, 0, 0, true), null);
        assertThat(PreFlightLine.of(check, true).detail()).isEqualTo("needs ≤ $0.0034 · $0.00 left of $0.00 per day");
    }

    @Test
    void aBudgetThatOnlyWarnsLeavesTheVerdictAndAddsANote() {
        var check = meter.preFlight(1_000, 4_000, MODEL);
        var line = PreFlightLine.of(check.with(check.verdict(), budget(Metric.REQUESTS, 5, 5, false)), true);
        assertThat(line.verdict()).isEqualTo("Fits");
        assertThat(line.tone()).isEqualTo(PreFlightLine.Tone.CAREFUL);
        assertThat(line.detail()).endsWith("over your budget of 5 requests per day");
        assertThat(line.overBudget()).isFalse();
        line = PreFlightLine.of(check.with(check.verdict(), budget(Metric.REQUESTS, 5, 4, false)), true);
        assertThat(line.tone()).isEqualTo(PreFlightLine.Tone.GOOD);
    }
}

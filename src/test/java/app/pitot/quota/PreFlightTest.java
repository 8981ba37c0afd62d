package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.LimitReading;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.quota.PreFlight.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreFlightTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private final ModelInfo model = CATALOGUE.model("cerebras", "gpt-oss-120b").orElseThrow();
    private final ManualTime time = new ManualTime();
    private final QuotaMeter meter = new QuotaMeter(time.clocks(),
            CATALOGUE.plan("cerebras-free-2026-04").orElseThrow());

    @Test
    void aSmallRequestFits() {
        var check = meter.preFlight(312, 1_024, model);
        assertThat(check.verdict()).isEqualTo(Verdict.FITS);
        assertThat(check.tokens()).isEqualTo(1_336);
        assertThat(check.binding().metric()).isEqualTo(Metric.REQUESTS);
        assertThat(check.waitMs()).isNull();
        assertThat(check.fittingMaxTokens()).isNull();
        assertThat(check.contextTokens()).isEqualTo(8_192);
        // 312 × 0.35 + 1,024 × 0.75 per million
        assertThat(check.estimatedCost()).isEqualByComparingTo("0.0008772");
    }

    @Test
    void aRequestThatLeavesLittleIsTight() {
        spend(40_000);
        var check = meter.preFlight(500, 6_000, model);
        assertThat(check.verdict()).isEqualTo(Verdict.TIGHT);
        assertThat(check.binding().metric()).isEqualTo(Metric.TOKENS);
        assertThat(check.binding().binding()).isTrue();
    }

    @Test
    void aRequestThatMustWaitIsToldHowLongAndWhatWouldFit() {
        spend(57_700);
        var check = meter.preFlight(300, 4_000, model);
        assertThat(check.verdict()).isEqualTo(Verdict.WAIT);
        // 4,300 needed, 2,300 left, 1,000 a second
        assertThat(check.waitMs()).isEqualTo(2_000);
        assertThat(check.fittingMaxTokens()).isEqualTo(2_000);
        assertThat(check.binding().period()).isEqualTo(Period.MINUTE);
        assertThat(meter.preFlight(300, 2_000, model).verdict()).isNotEqualTo(Verdict.WAIT);
        time.pass(Duration.ofMillis(2_000));
        assertThat(meter.preFlight(300, 4_000, model).verdict()).isEqualTo(Verdict.TIGHT);
    }

    @Test
    void theSlowestWindowDecidesHowLong() {
        var one = meter.reserve(300, 700);
        meter.observe(one, List.of(new LimitReading(Metric.TOKENS, Period.MINUTE, 60_000L, 0L, null),
                new LimitReading(Metric.TOKENS, Period.DAY, 1_000_000L, 100L, null)));
        var check = meter.preFlight(300, 1_000, model);
        assertThat(check.binding().period()).isEqualTo(Period.DAY);
        assertThat(check.waitMs()).isEqualTo(Duration.ofHours(14).toMillis());
        assertThat(check.fittingMaxTokens()).isNull();
    }

    @Test
    void withoutARequestLeftNoCapWouldFit() {
        for (var i = 0; i < 30; i++) {
            meter.settle(meter.reserve(1, 1), Settlement.used(1, 1, 0));
        }
        var check = meter.preFlight(10, 10, model);
        assertThat(check.verdict()).isEqualTo(Verdict.WAIT);
        assertThat(check.waitMs()).isEqualTo(2_000);
        assertThat(check.fittingMaxTokens()).isNull();
    }

    @Test
    void whatIsLargerThanTheWholeWindowNeverFits() {
        var groq = new QuotaMeter(time.clocks(), CATALOGUE.plan("groq-free-2026-10").orElseThrow());
        var check = groq.preFlight(1_000, 10_000, ModelInfo.ofId("m"));
        assertThat(check.verdict()).isEqualTo(Verdict.NEVER);
        assertThat(check.waitMs()).isNull();
        assertThat(check.fittingMaxTokens()).isEqualTo(7_000);
        assertThat(check.estimatedCost()).isNull();
    }

    @Test
    void theSmallerContextOfPlanAndModelCounts() {
        var check = meter.preFlight(8_000, 1_024, model);
        assertThat(check.verdict()).isEqualTo(Verdict.OVER_CONTEXT);
        assertThat(check.fittingMaxTokens()).isEqualTo(192);
        assertThat(meter.preFlight(8_192, null, model).verdict()).isEqualTo(Verdict.OVER_CONTEXT);
        assertThat(meter.preFlight(8_192, null, model).fittingMaxTokens()).isNull();
        assertThat(meter.preFlight(8_191, null, model).verdict()).isEqualTo(Verdict.FITS);
        var small = new ModelInfo("s", "s", 2_000, null, null, null, null, null, null, null);
        assertThat(meter.preFlight(1_500, 501, small).contextTokens()).isEqualTo(2_000);
        assertThat(meter.preFlight(1_500, 501, small).verdict()).isEqualTo(Verdict.OVER_CONTEXT);
        assertThat(meter.preFlight(1_500, 500, small).verdict()).isEqualTo(Verdict.FITS);
    }

    @Test
    void withoutLimitsNothingCanBeSaid() {
        var check = new QuotaMeter(time.clocks(), null).preFlight(100, null, model);
        assertThat(check.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(check.binding()).isNull();
        assertThat(check.estimatedCost()).isNull();
    }

    @Test
    void requestsInFlightAreNotAvailable() {
        meter.reserve(300, 56_000);
        assertThat(meter.preFlight(300, 4_000, model).verdict()).isEqualTo(Verdict.WAIT);
    }

    private void spend(long tokens) {
        meter.settle(meter.reserve(tokens, 0), Settlement.used(tokens, 0, 0));
    }
}

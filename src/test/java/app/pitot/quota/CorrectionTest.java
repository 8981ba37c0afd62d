package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.LimitReading;
import app.pitot.provider.Allowance;
import app.pitot.provider.Catalogue;
import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    private static final Plan PLAN = Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow();
    private static final LimitReading FIVE = new LimitReading(Metric.REQUESTS, Period.MINUTE, 5L, 4L, 12.0);

    private final ManualTime time = new ManualTime();
    private final QuotaMeter meter = new QuotaMeter(time.clocks(), PLAN);

    @Test
    void twoAnswersThatSayTheSameAreOfferedAsACorrection() {
        meter.observe(meter.reserve(10, 10), List.of(FIVE));
        assertThat(meter.snapshot().corrections()).as("one may be a slip").isEmpty();
        assertThat(meter.snapshot().windows()).filteredOn(w -> w.metric() == Metric.REQUESTS).first()
                .satisfies(w -> assertThat(w.limit()).as("the gauge goes by it").isEqualTo(5));
        meter.observe(meter.reserve(10, 10), List.of(FIVE));
        assertThat(meter.snapshot().corrections())
                .containsExactly(new Correction(Metric.REQUESTS, Period.MINUTE, 30L, 5L, time.now()));
    }

    @Test
    void oneAnswerThatSaysItTwiceIsOneAnswer() {
        var one = meter.reserve(10, 10);
        meter.observe(one, List.of(FIVE));
        meter.observe(one, List.of(FIVE));
        assertThat(meter.snapshot().corrections()).isEmpty();
    }

    @Test
    void theWordsOfARefusalAreEnough() {
        meter.refused(meter.reserve(10, 10), new LimitReading(Metric.TOKENS, Period.DAY, 200_000L, 800L, null));
        assertThat(meter.snapshot().corrections()).singleElement()
                .satisfies(c -> assertThat(c.reported()).isEqualTo(200_000))
                .satisfies(c -> assertThat(c.planned()).isEqualTo(1_000_000));
    }

    @Test
    void theEditedPlanAgrees() {
        var edited = new QuotaMeter(time.clocks(),
                PLAN.edited(List.of(new LimitEdit(Metric.REQUESTS, Period.MINUTE, 5L))));
        edited.observe(edited.reserve(10, 10), List.of(FIVE));
        edited.observe(edited.reserve(10, 10), List.of(FIVE));
        assertThat(edited.snapshot().corrections()).isEmpty();
    }

    @Test
    void whoReturnsToThePlansLimitWithdrawsIt() {
        meter.observe(meter.reserve(10, 10), List.of(FIVE));
        meter.observe(meter.reserve(10, 10), List.of(FIVE));
        var planned = new LimitReading(Metric.REQUESTS, Period.MINUTE, 30L, 27L, 6.0);
        meter.observe(meter.reserve(10, 10), List.of(planned));
        assertThat(meter.snapshot().corrections()).isEmpty();
    }

    @Test
    void noLimitAndAnUnknownWindowAreOfferedToo() {
        for (var i = 0; i < 2; i++) {
            meter.observe(meter.reserve(10, 10), List.of(
                    new LimitReading(Metric.TOKENS, Period.HOUR, null, null, null, Allowance.UNLIMITED, null),
                    new LimitReading(Metric.TOKENS, Period.MONTH, 9_000_000L, 8_000_000L, null)));
        }
        assertThat(meter.snapshot().corrections()).extracting(Correction::planned).containsExactly(1_000_000L, null);
        assertThat(meter.snapshot().corrections()).extracting(Correction::reported).containsExactly(null, 9_000_000L);
    }

    @Test
    void aPlanThatNamesNoLimitsCannotBeWrong() {
        var bare = new QuotaMeter(time.clocks(), Catalogue.shipped().plan("custom").orElseThrow());
        bare.observe(bare.reserve(10, 10), List.of(FIVE));
        bare.observe(bare.reserve(10, 10), List.of(FIVE));
        assertThat(bare.snapshot().corrections()).isEmpty();
    }
}

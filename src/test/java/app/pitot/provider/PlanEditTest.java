package app.pitot.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The user's own figures in a plan. */
class PlanEditTest {
    private static final Plan TRIAL = Catalogue.shipped().plan("cerebras-trial-2026-09").orElseThrow();
    private static final Plan DEVELOPER = Catalogue.shipped().plan("cerebras-developer-2026-09").orElseThrow();

    private static Limit find(Plan plan, Metric metric, Period period) {
        return plan.limits().stream().filter(each -> each.metric() == metric && each.period() == period).findFirst()
                .orElse(null);
    }

    @Test
    void anEditedLimitIsMarkedSetAndKeepsItsPlaceAndRefill() {
        var edited = TRIAL.edited(List.of(new LimitEdit(Metric.TOKENS, Period.DAY, 500_000L)));
        assertThat(find(edited, Metric.TOKENS, Period.DAY))
                .isEqualTo(new Limit(Metric.TOKENS, Period.DAY, 500_000, Refill.FIXED, true));
        assertThat(edited.limits()).hasSameSizeAs(TRIAL.limits());
        assertThat(edited.limits().stream().filter(Limit::set)).hasSize(1);
        assertThat(find(edited, Metric.REQUESTS, Period.MINUTE)).isEqualTo(
                find(TRIAL, Metric.REQUESTS, Period.MINUTE));
    }

    @Test
    void aLimitCanBeAddedAndTakenAway() {
        var edited = TRIAL.edited(List.of(new LimitEdit(Metric.REQUESTS, Period.DAY, 2_400L),
                new LimitEdit(Metric.TOKENS, Period.HOUR, null)));
        assertThat(find(edited, Metric.REQUESTS, Period.DAY))
                .isEqualTo(new Limit(Metric.REQUESTS, Period.DAY, 2_400, Refill.FIXED, true));
        assertThat(find(edited, Metric.TOKENS, Period.HOUR)).isNull();
    }

    @Test
    void whatTheUserSaysHoldsForModelsWithLimitsOfTheirOwn() {
        var edited = DEVELOPER.edited(List.of(new LimitEdit(Metric.REQUESTS, Period.MINUTE, 250L)))
                .forModel("qwen-3.8-27b");
        assertThat(find(edited, Metric.REQUESTS, Period.MINUTE).value()).isEqualTo(250);
        assertThat(find(edited, Metric.UNCACHED_TOKENS, Period.MINUTE).value()).isEqualTo(150_000);
    }
}

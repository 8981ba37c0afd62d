package app.pitot.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.provider.Catalogue;
import app.pitot.provider.Limit;
import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arithmetic of plans, the founding document's first. */
class PlannerTest {
    private static final String APRIL = "cerebras-free-2026-04";
    private static final String TRIAL = "cerebras-trial-2026-09";
    private static final String GPT = "gpt-oss-120b";
    private static final String LLAMA = "llama3.1-8b";

    private final Catalogue catalogue = Catalogue.shipped();
    private final Planner planner = new Planner(catalogue);

    private Planned plan(String id, String model, Load load) {
        return planner.plan(catalogue.plan(id).orElseThrow(), model, load);
    }

    private static Reach of(Planned planned, Metric metric, Period period) {
        return planned.reaches().stream()
                .filter(each -> each.limit().metric() == metric && each.limit().period() == period).findFirst()
                .orElseThrow();
    }

    /** As the guide of April 2026 names them: it knew of no requests per hour or day. */
    private Plan asInTheGuide() {
        return catalogue.plan(APRIL).orElseThrow().edited(List.of(
                new LimitEdit(Metric.REQUESTS, Period.HOUR, null), new LimitEdit(Metric.REQUESTS, Period.DAY, null)));
    }

    @Test
    void aThirtyAMinuteAreFortyThreeThousandTwoHundredADay() {
        var planned = plan(APRIL, LLAMA, Load.of(400, 100));
        assertThat(of(planned, Metric.REQUESTS, Period.MINUTE).perDay()).isEqualTo(43_200);
        assertThat(of(planned, Metric.REQUESTS, Period.MINUTE).perHour()).isEqualTo(1_800);
        assertThat(planned.tokensIfAllMade()).isCloseTo(23.1, within(0.1));
    }

    @Test
    void theDaysTokensBindFirstAtOrdinarySizes() {
        for (long size : new long[]{100, 200, 350, 500}) {
            var planned = planner.plan(asInTheGuide(), LLAMA, Load.of(size * 4 / 5, size / 5));
            assertThat(planned.binding().limit().metric()).isEqualTo(Metric.TOKENS);
            assertThat(planned.binding().limit().period()).isEqualTo(Period.DAY);
            assertThat(planned.perDay()).isEqualTo(1_000_000 / size);
        }
        assertThat(planner.plan(asInTheGuide(), LLAMA, Load.of(80, 20)).perDay()).isEqualTo(10_000);
        assertThat(planner.plan(asInTheGuide(), LLAMA, Load.of(400, 100)).perDay()).isEqualTo(2_000);
        // 24 tokens are above the break, 23 below it.
        assertThat(planner.plan(asInTheGuide(), LLAMA, Load.of(12, 12)).binding().limit().period())
                .isEqualTo(Period.DAY);
        assertThat(planner.plan(asInTheGuide(), LLAMA, Load.of(12, 11)).binding().limit().metric())
                .isEqualTo(Metric.REQUESTS);
    }

    @Test
    void aMillionBurnsInSixteenMinutesFortyAtSixtyThousandAMinute() {
        assertThat(plan(APRIL, LLAMA, Load.of(400, 100)).burnsIn()).isEqualTo(Duration.parse("PT16M40S"));
        var hundred = catalogue.plan(APRIL).orElseThrow()
                .edited(List.of(new LimitEdit(Metric.TOKENS, Period.MINUTE, 100_000L)));
        assertThat(planner.plan(hundred, LLAMA, Load.of(400, 100)).burnsIn()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void whatWasPublishedBesideTheGuideIsSaidToo() {
        var planned = plan(APRIL, LLAMA, Load.of(12, 8));
        assertThat(of(planned, Metric.REQUESTS, Period.DAY).perDay()).isEqualTo(14_400);
        assertThat(of(planned, Metric.REQUESTS, Period.HOUR).perHour()).isEqualTo(900);
        assertThat(of(planned, Metric.REQUESTS, Period.HOUR).perDay()).isEqualTo(21_600);
        assertThat(planned.perDay()).isEqualTo(14_400);
        assertThat(planned.next().limit().period()).isEqualTo(Period.HOUR);
    }

    @Test
    void theColumnOfTodaysTrial() {
        var planned = plan(TRIAL, GPT, Load.of(80, 20));
        assertThat(of(planned, Metric.REQUESTS, Period.MINUTE).perDay()).isEqualTo(7_200);
        assertThat(planned.tokensIfAllMade()).isCloseTo(139, within(0.5));
        assertThat(planned.perDay()).isEqualTo(7_200);
        assertThat(planned.perDayIfReported()).isEqualTo(2_400);
        assertThat(plan(TRIAL, GPT, Load.of(400, 100)).perDay()).isEqualTo(2_000);
        assertThat(planned.burnsIn()).isEqualTo(Duration.parse("PT33M20S"));
        // It sets 16,384 aside without a cap, so that one fits at a time; with at most 6,000 all five of a minute do.
        assertThat(of(plan(TRIAL, GPT, Load.of(0, 500).capped(null)), Metric.UNCACHED_TOKENS, Period.MINUTE).atOnce())
                .isEqualTo(1);
        assertThat(of(plan(TRIAL, GPT, Load.of(0, 6_000)), Metric.UNCACHED_TOKENS, Period.MINUTE).atOnce())
                .isEqualTo(5);
    }

    @Test
    void theCreditOfTheTrialReachesAsFarAsItsPricesSay() {
        var input = plan(TRIAL, GPT, new Load(1_000, 0, 1L, 0, null, 24)).credit();
        assertThat(input.tokens() / 1e6).isCloseTo(14.3, within(0.05));
        var output = plan(TRIAL, GPT, Load.of(0, 1_000)).credit();
        assertThat(output.tokens() / 1e6).isCloseTo(6.7, within(0.05));
        assertThat(plan(TRIAL, "qwen-3.8-27b", Load.of(0, 1_000)).credit().tokens() / 1e6)
                .isCloseTo(3.4, within(0.05));
        // 2,000 requests of 400 + 100 a day cost $0.43 a day: the credit is used up long before its 30 days are over.
        var chat = plan(TRIAL, GPT, Load.of(400, 100));
        assertThat(chat.costPerDay()).isEqualByComparingTo("0.43");
        assertThat(chat.credit().usedUp()).isTrue();
        assertThat(chat.credit().lasts()).isCloseTo(5 / 0.43, within(0.05));
        var little = plan(TRIAL, GPT, Load.of(400, 100).wanting(new Wanted(10, Period.DAY))).credit();
        assertThat(little.usedUp()).isFalse();
        assertThat(little.lasts()).isEqualTo(30);
    }

    @Test
    void whatCannotPassIsSaidAndNotWaitedFor() {
        var context = plan(APRIL, LLAMA, Load.of(8_000, 500));
        assertThat(context.never()).isTrue();
        assertThat(context.perDay()).isZero();
        assertThat(context.obstacles()).contains(new Obstacle.OverContext(8_500, 8_192));
        var minute = plan("groq-free-2026-10", "openai/gpt-oss-120b", Load.of(7_500, 1_000));
        assertThat(minute.obstacles()).singleElement().isInstanceOfSatisfying(Obstacle.OverLimit.class, over -> {
            assertThat(over.limit().period()).isEqualTo(Period.MINUTE);
            assertThat(over.need()).isEqualTo(8_500);
        });
        assertThat(minute.finish(1, java.time.Instant.EPOCH, java.time.ZoneOffset.UTC)).isNull();
    }

    @Test
    void anUncappedRequestSetsTheRestOfTheContextAside() {
        var planned = plan(APRIL, LLAMA, Load.of(1_000, 100).capped(null));
        assertThat(planned.outputAside()).isEqualTo(7_192);
        // Each takes 1,100 in the end, and the last of a day must still find 8,192.
        assertThat(of(planned, Metric.TOKENS, Period.DAY).perDay()).isEqualTo((1_000_000 - 8_192) / 1_100 + 1);
    }

    @Test
    void cachedTokensCountInOneBucketOnly() {
        var planned = plan(TRIAL, GPT, new Load(9_000, 1_000, 1_000L, 1, null, 24));
        assertThat(of(planned, Metric.UNCACHED_TOKENS, Period.MINUTE).perMinute()).isEqualTo(30);
        assertThat(of(planned, Metric.TOKENS, Period.MINUTE).perMinute()).isEqualTo(9);
    }

    @Test
    void aRateThatIsWantedIsHeldAgainstEachLimit() {
        var burst = plan(APRIL, LLAMA, Load.of(80, 20).wanting(new Wanted(40, Period.MINUTE)).within(1));
        assertThat(burst.over()).extracting(each -> each.limit().period()).containsExactly(Period.MINUTE, Period.HOUR);
        var calm = plan(APRIL, LLAMA, Load.of(80, 20).wanting(new Wanted(8_000, Period.DAY)));
        assertThat(calm.over()).isEmpty();
        assertThat(calm.madePerDay()).isEqualTo(8_000);
        assertThat(calm.used(of(calm, Metric.TOKENS, Period.DAY))).isEqualTo(0.8);
        var much = plan(APRIL, LLAMA, Load.of(80, 20).wanting(new Wanted(12_000, Period.DAY)));
        assertThat(much.over()).extracting(each -> each.limit().metric()).containsExactly(Metric.TOKENS);
        assertThat(much.madePerDay()).isEqualTo(10_000);
    }

    @Test
    void shorterDaysAllowLessWhereAMinuteBinds() {
        var planned = plan(TRIAL, GPT, Load.of(80, 20).within(8));
        // Five are free at the start, then five come back each minute.
        assertThat(planned.perDay()).isEqualTo(5 + 5 * 60 * 8);
        // A day's tokens are as many in eight hours as in a whole day.
        assertThat(plan(TRIAL, GPT, Load.of(800, 200).within(8)).perDay()).isEqualTo(1_000);
    }

    @Test
    void unknownPricesAreUnknownAndFreePlansCostNothing() {
        assertThat(planner.plan(catalogue.plan("cerebras-developer-2026-09").orElseThrow(), ModelInfo.ofId("new-model"),
                Load.of(400, 100)).costPerDay()).isNull();
        assertThat(plan(APRIL, "new-model", Load.of(400, 100)).costPerRequest()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(plan("cerebras-developer-2026-09", GPT, Load.of(400, 100)).costOf(1_000))
                .isEqualByComparingTo("0.215");
        var credit = plan(TRIAL, "new-model", Load.of(400, 100)).credit();
        assertThat(credit.requests()).isNull();
        assertThat(credit.lasts()).isNull();
    }

    @Test
    void aPlanForOtherModelsSaysSo() {
        var free = plan("openrouter-free", "meta/llama:free", Load.of(400, 100));
        assertThat(free.covered()).isTrue();
        assertThat(free.perDay()).isEqualTo(50);
        var paid = plan("openrouter-free", "meta/llama", Load.of(400, 100));
        assertThat(paid.covered()).isFalse();
        assertThat(paid.perDay()).isNull();
    }

    @Test
    void aPlanWithoutLimitsBoundsNothing() {
        var planned = plan("custom", "any", Load.of(400, 100));
        assertThat(planned.binding()).isNull();
        assertThat(planned.perDay()).isNull();
        assertThat(planned.tokensPerDay()).isNull();
        assertThat(planned.finish(1_000_000, java.time.Instant.EPOCH, java.time.ZoneOffset.UTC))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void limitsThatTheUserSetHoldAndAreNotReportedTwice() {
        var set = catalogue.plan(TRIAL).orElseThrow()
                .edited(List.of(new LimitEdit(Metric.REQUESTS, Period.DAY, 2_400L)));
        var planned = planner.plan(set, GPT, Load.of(80, 20));
        assertThat(planned.perDay()).isEqualTo(2_400);
        assertThat(planned.binding().limit().set()).isTrue();
        assertThat(planned.reported()).extracting(Reach::limit).extracting(Limit::period)
                .containsExactly(Period.HOUR);
    }
}

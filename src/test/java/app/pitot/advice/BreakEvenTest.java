package app.pitot.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.usage.UsageNote;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The same use under other plans. */
class BreakEvenTest {
    private static final String APRIL = "cerebras-free-2026-04";
    private static final String TRIAL = "cerebras-trial-2026-09";
    private static final String DEVELOPER = "cerebras-developer-2026-09";

    private final Week week = new Week().model(Week.GPT);

    private BreakEven breakEven(Past past, String own) {
        return BreakEven.of(past, week.terms(own == null ? null : week.plan(own)), week.catalogue.plans("cerebras"),
                week.catalogue);
    }

    private BreakEven.Offer offer(String own, String plan) {
        return breakEven(week.past(), own).offers().stream().filter(each -> each.plan().id().equals(plan)).findFirst()
                .orElseThrow();
    }

    @Test
    void costsWhatTheTokensCostByTheList() {
        week.complete("2026-11-20T10:00:00Z", 1_000, 15, 400, 100);
        var developer = offer(TRIAL, DEVELOPER);
        // 400,000 in at $0.35 and 100,000 out at $0.75 a million.
        assertThat(developer.cost()).isEqualByComparingTo("0.215");
        assertThat(developer.coverage()).isEqualTo(1);
        assertThat(developer.free()).isFalse();
        assertThat(offer(TRIAL, APRIL).cost()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(offer(TRIAL, APRIL).free()).isTrue();
        // $5 at $0.215 a week last 163 days, but the credit ends after 30.
        assertThat(offer(TRIAL, TRIAL).creditDays()).isEqualTo(30);
        assertThat(breakEven(week.past(), TRIAL).offers().getFirst().own()).isTrue();
        assertThat(breakEven(week.past(), TRIAL).usual()).isEqualTo(new Load(400, 100, 100L, 0, null, 24));
    }

    @Test
    void unknownPricesAndUnknownUseLowerTheCoverage() {
        week.complete("2026-11-20T10:00:00Z", 60, 15, 400, 100).complete("2026-11-20T11:00:00Z", 20, 15, null, null);
        week.model("new-model").complete("2026-11-20T12:00:00Z", 20, 15, 400, 100);
        var developer = offer(TRIAL, DEVELOPER);
        assertThat(developer.coverage()).isCloseTo(0.6, within(1e-9));
        assertThat(developer.cost()).isEqualByComparingTo("0.0129");
    }

    @Test
    void noKnownPriceIsNoCost() {
        week.model("new-model").complete("2026-11-20T12:00:00Z", 20, 15, 400, 100);
        assertThat(offer(TRIAL, DEVELOPER).cost()).isNull();
        assertThat(offer(TRIAL, DEVELOPER).coverage()).isZero();
        assertThat(offer(TRIAL, TRIAL).creditDays()).isNull();
    }

    @Test
    void aPlanWithRoomWouldHaveAllowedAll() {
        week.complete("2026-11-20T10:00:00Z", 100, 15, 400, 100);
        assertThat(offer(TRIAL, TRIAL).allowed()).isEqualTo(1);
        assertThat(offer(TRIAL, DEVELOPER).allowed()).isEqualTo(1);
    }

    @Test
    void aSmallerMinuteWouldHaveAllowedLess() {
        // One every 4 seconds for an hour: 15 a minute against 5.
        week.complete("2026-11-20T10:00:00Z", 900, 4, 40, 10);
        assertThat(offer(APRIL, APRIL).allowed()).isEqualTo(1);
        assertThat(offer(APRIL, TRIAL).allowed()).isCloseTo((5 + 5 * 60) / 900.0, within(0.01));
    }

    @Test
    void refusedRequestsWereWantedTooAndEachExchangeOnce() {
        week.complete("2026-11-20T10:00:00Z", 50, 30, 400, 100);
        for (int i = 0; i < 50; i++) {
            var at = Instant.parse("2026-11-20T11:00:00Z").plusMillis(i * 100L);
            for (int attempt = 1; attempt <= 3; attempt++) {
                var row = week.row("x" + i + "-" + attempt, at.plusSeconds(attempt * 30L),
                        at.plusSeconds(attempt * 30L),
                        Outcome.REFUSED, ErrorKind.RATE_LIMIT, "requests/minute", null, null, null, 500);
                week.usages.rows.add(new app.pitot.usage.RequestRow(row.id(), "x" + i, attempt, row.startedAt(),
                        row.endedAt(), row.provider(), row.account(), row.model(), row.outcome(), true, null, 429,
                        row.error(), row.limitedBy(), 500, null, null, null, null, null, null, null, null, null, null,
                        null, null, null, null, null, null, null, null, true));
            }
        }
        // 30 of the burst of 50 pass at once, and a few more while it lasts.
        assertThat(offer(APRIL, APRIL).allowed()).isCloseTo((50 + 32) / 100.0, within(0.01));
        assertThat(offer(APRIL, DEVELOPER).allowed()).isEqualTo(1);
    }

    @Test
    void promptsOverAPlansContextWouldNotHavePassed() {
        week.complete("2026-11-20T10:00:00Z", 30, 30, 400, 100).complete("2026-11-20T12:00:00Z", 10, 30, 20_000, 100);
        assertThat(offer(TRIAL, APRIL).allowed()).isEqualTo(0.75);
    }

    @Test
    void whatIsTooMuchToReplayIsToldByHours() throws Exception {
        week.complete("2026-11-20T10:00:00Z", 900, 4, 40, 10);
        var past = new PastReader(week.usages, 100).read(Week.ACCOUNT, false, Week.FROM, Week.NOW);
        var trial = breakEven(past, APRIL).offers().stream().filter(each -> each.plan().id().equals(TRIAL)).findFirst()
                .orElseThrow();
        assertThat(trial.byHour()).isTrue();
        assertThat(trial.allowed()).isCloseTo((5 + 5 * 60) / 900.0, within(0.01));
    }

    @Test
    void theOtherWayRoundIsWhatThePlannerSays() {
        week.complete("2026-11-20T10:00:00Z", 100, 15, 400, 100);
        assertThat(offer(TRIAL, TRIAL).planned().perDay()).isEqualTo(2_000);
        assertThat(offer(TRIAL, DEVELOPER).planned().binding()).isNotNull();
    }

    @Test
    void anAccountWithoutAPlanIsHeldAgainstThoseOfItsProvider() {
        week.complete("2026-11-20T10:00:00Z", 100, 15, 400, 100);
        var offers = breakEven(week.past(), null).offers();
        assertThat(offers).noneMatch(BreakEven.Offer::own).hasSize(week.catalogue.plans("cerebras").size());
    }

    @Test
    void nothingUsedCostsNothingKnown() {
        var trial = offer(TRIAL, TRIAL);
        assertThat(trial.allowed()).isNull();
        assertThat(trial.planned()).isNull();
        assertThat(breakEven(week.past(), TRIAL).usual()).isNull();
    }

    @Test
    void aPriceThatChangedIsSaid() {
        week.usages.notes.add(new UsageNote.PriceChanged("cerebras", Week.GPT, Week.NOW, new BigDecimal("0.35"),
                new BigDecimal("0.75")));
        assertThat(breakEven(week.past(), TRIAL).notes()).hasSize(1);
    }

    @Test
    void modelsThatAPlanDoesNotCoverDoNotPassUnderIt() {
        week.model("meta/llama:free").complete("2026-11-20T10:00:00Z", 10, 60, 400, 100);
        week.model("meta/llama").complete("2026-11-20T11:00:00Z", 10, 60, 400, 100);
        var free = BreakEven.of(week.past(), week.terms(week.plan("openrouter-free")),
                week.catalogue.plans("openrouter"), week.catalogue).offers().getFirst();
        assertThat(free.allowed()).isEqualTo(0.5);
        assertThat(free.coverage()).isEqualTo(0.5);
    }
}

package app.pitot.advice;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.advice.Evidence.Nothing.Why;
import app.pitot.advice.Signal.Kind;
import app.pitot.advice.Signal.Remedy;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.usage.RequestFilter.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The three ways in which a free plan breaks down, and the signals that tell. */
class AdvisorTest {
    private static final String APRIL = "cerebras-free-2026-04";

    private final Week week = new Week();

    private Signal signal(Kind kind) {
        return week.judge(week.plan(APRIL)).of(kind);
    }

    @Test
    void moreThanFivePercentRefusedIsTimeToChange() {
        week.complete("2026-11-20T10:00:00Z", 94, 30, 100, 20).limited("2026-11-20T11:00:00Z", 6, "tokens/minute");
        var signal = signal(Kind.LIMITED);
        assertThat(signal.verdict()).isEqualTo(Verdict.CHANGE);
        assertThat(signal.evidence()).isInstanceOfSatisfying(Evidence.Limited.class, limited -> {
            assertThat(limited.share()).isEqualTo(0.06);
            assertThat(limited.windows()).containsEntry("tokens/minute", 6L);
            assertThat(limited.worst().day()).isEqualTo(LocalDate.of(2026, 11, 20));
        });
        assertThat(signal.remedies()).containsExactly(Remedy.PACE, Remedy.LOWER_CAP, Remedy.OTHER_MODEL,
                Remedy.OTHER_PLAN);
        assertThat(signal.behind().statuses()).containsExactly(Status.LIMITED);
        assertThat(week.usages.rows.stream().filter(row -> row.status() == Status.LIMITED)).hasSize(6);
    }

    @Test
    void justFivePercentIsNotMoreThanFivePercent() {
        week.complete("2026-11-20T10:00:00Z", 95, 30, 100, 20).limited("2026-11-20T11:00:00Z", 5, "tokens/minute");
        // It is to be watched all the same.
        assertThat(signal(Kind.LIMITED).verdict()).isEqualTo(Verdict.WATCH);
    }

    @Test
    void fewerThanTwentyRequestsSayNothing() {
        week.complete("2026-11-20T10:00:00Z", 9, 30, 100, 20).limited("2026-11-20T11:00:00Z", 10, "tokens/minute");
        var advice = week.judge(week.plan(APRIL));
        assertThat(advice.requests()).isEqualTo(19);
        assertThat(advice.of(Kind.LIMITED).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(advice.of(Kind.LIMITED).evidence()).isEqualTo(new Evidence.Nothing(Why.FEW_REQUESTS));
        assertThat(advice.of(Kind.MINUTE).verdict()).isEqualTo(Verdict.UNKNOWN);
        week.limited("2026-11-20T11:30:00Z", 1, "tokens/minute");
        assertThat(signal(Kind.LIMITED).verdict()).isEqualTo(Verdict.CHANGE);
    }

    @Test
    void loadOfTheProviderAndAnEmptyPurseAreNoRateLimit() {
        week.complete("2026-11-20T10:00:00Z", 60, 30, 100, 20).refused("2026-11-20T11:00:00Z", 20, ErrorKind.QUEUE, 0)
                .refused("2026-11-20T12:00:00Z", 20, ErrorKind.PAYMENT_REQUIRED, 0);
        var signal = signal(Kind.LIMITED);
        assertThat(signal.verdict()).isEqualTo(Verdict.FINE);
        assertThat(signal.behind()).isNull();
    }

    @Test
    void oneBadDayInAGoodWeekIsWatched() {
        week.complete("2026-11-18T10:00:00Z", 400, 60, 50, 10).complete("2026-11-20T10:00:00Z", 20, 60, 50, 10)
                .limited("2026-11-20T11:00:00Z", 4, "requests/day");
        var signal = signal(Kind.LIMITED);
        assertThat(signal.verdict()).isEqualTo(Verdict.WATCH);
        assertThat(signal.remedies()).contains(Remedy.WAIT_FOR_RESET);
    }

    @Test
    void promptsOverTheContextAreTimeToChange() {
        week.complete("2026-11-20T10:00:00Z", 30, 30, 3_000, 500).refused("2026-11-20T11:00:00Z", 3,
                ErrorKind.CONTEXT_LENGTH, 11_900);
        var signal = signal(Kind.CONTEXT);
        assertThat(signal.verdict()).isEqualTo(Verdict.CHANGE);
        assertThat(signal.evidence()).isEqualTo(new Evidence.Context(Week.LLAMA, 8_192, 3, 0, 11_900L, true));
        assertThat(signal.remedies()).startsWith(Remedy.SHORTEN);
        assertThat(AdviceWords.evidence(signal, ZoneId.of("UTC"))).contains(
                "The largest took ≈ 11,900 tokens, 3,708 too many.");
    }

    @Test
    void onePromptTooLongSaysSomethingEvenAmongFew() {
        week.complete("2026-11-20T10:00:00Z", 3, 30, 3_000, 500).refused("2026-11-20T11:00:00Z", 1,
                ErrorKind.CONTEXT_LENGTH, 9_000);
        assertThat(signal(Kind.CONTEXT).verdict()).isEqualTo(Verdict.WATCH);
    }

    @Test
    void requestsThatNearlyFilledItAreNamedOneByOne() {
        week.complete("2026-11-20T10:00:00Z", 30, 30, 3_000, 500).complete("2026-11-20T12:00:00Z", 2, 30, 7_000, 600);
        var signal = signal(Kind.CONTEXT);
        assertThat(signal.verdict()).isEqualTo(Verdict.WATCH);
        assertThat(signal.behind().ids()).containsExactlyInAnyOrder("r30", "r31");
    }

    @Test
    void theContextIsThatOfThePlan() {
        week.model(Week.GPT).complete("2026-11-20T10:00:00Z", 30, 30, 7_600, 400);
        assertThat(signal(Kind.CONTEXT).verdict()).isEqualTo(Verdict.WATCH);
        assertThat(week.judge(week.plan("cerebras-trial-2026-09")).of(Kind.CONTEXT).verdict()).isEqualTo(Verdict.FINE);
    }

    @Test
    void daysThatReachTheLimitAreTimeToChange() {
        for (var day : List.of("17", "18", "19")) {
            week.complete("2026-11-" + day + "T06:00:00Z", 200, 90, 4_600, 200);
        }
        week.complete("2026-11-20T06:00:00Z", 10, 90, 4_600, 200);
        var signal = signal(Kind.DAY);
        assertThat(signal.verdict()).isEqualTo(Verdict.CHANGE);
        assertThat(signal.evidence()).isInstanceOfSatisfying(Evidence.Days.class, days -> {
            assertThat(days.reached()).isEqualTo(3);
            assertThat(days.limit().metric()).isEqualTo(Metric.TOKENS);
            assertThat(days.model()).isEqualTo(Week.LLAMA);
            assertThat(days.days()).hasSize(4);
        });
        assertThat(signal.behind().until()).isEqualTo(signal.behind().from().plusSeconds(86_400));
    }

    @Test
    void volumeThatHeadsPastTheLimitIsWatched() {
        for (int day = 15; day <= 20; day++) {
            week.complete("2026-11-" + day + "T06:00:00Z", (day - 13) * 20, 60, 4_600, 200);
        }
        var signal = signal(Kind.DAY);
        assertThat(signal.verdict()).isEqualTo(Verdict.WATCH);
        assertThat(signal.evidence()).isInstanceOfSatisfying(Evidence.Days.class, days -> {
            assertThat(days.reached()).isZero();
            // 672,000 on the 20th and 96,000 more each day.
            assertThat(days.crosses()).isEqualTo(LocalDate.of(2026, 11, 24));
        });
    }

    @Test
    void aSteadyVolumeFarBelowIsFine() {
        for (int day = 15; day <= 20; day++) {
            week.complete("2026-11-" + day + "T06:00:00Z", 50, 60, 4_600, 200);
        }
        assertThat(signal(Kind.DAY).verdict()).isEqualTo(Verdict.FINE);
    }

    @Test
    void aDayIsThatOfTheProvider() {
        // One night in Kolkata, half an hour off: by UTC it lies on two days.
        week.complete("2026-11-19T21:00:00Z", 200, 108, 4_600, 200);
        assertThat(signal(Kind.DAY).evidence()).isInstanceOfSatisfying(Evidence.Days.class,
                days -> assertThat(days.days()).extracting(Evidence.DayUse::used).containsExactly(480_000L, 480_000L));
    }

    @Test
    void modelsWithLimitsOfTheirOwnAreNotAddedUp() {
        week.complete("2026-11-19T06:00:00Z", 100, 90, 4_600, 200);
        week.model(Week.GPT).complete("2026-11-19T06:00:30Z", 120, 90, 4_600, 200);
        assertThat(signal(Kind.DAY).evidence()).isInstanceOfSatisfying(Evidence.Days.class, days -> {
            assertThat(days.model()).isEqualTo(Week.GPT);
            assertThat(days.days()).extracting(Evidence.DayUse::used).containsExactly(576_000L);
        });
    }

    @Test
    void steadyTrafficAtTheRequestsOfAMinuteIsTimeToChange() {
        week.complete("2026-11-18T09:00:00Z", 120, 2, 100, 20).complete("2026-11-19T09:00:00Z", 60, 2, 100, 20);
        var signal = signal(Kind.MINUTE);
        assertThat(signal.verdict()).isEqualTo(Verdict.CHANGE);
        assertThat(signal.evidence()).isInstanceOfSatisfying(Evidence.Minutes.class, minutes -> {
            assertThat(minutes.busiest()).isEqualTo(30);
            assertThat(minutes.full()).isEqualTo(6);
            assertThat(minutes.fullDays()).isEqualTo(2);
        });
        assertThat(AdviceWords.evidence(signal, ZoneId.of("Asia/Kolkata")).getFirst()).contains("14:30");
    }

    @Test
    void oneFullMinuteIsWatchedAndCalmTrafficIsFine() {
        week.complete("2026-11-18T09:00:00Z", 30, 2, 100, 20);
        assertThat(signal(Kind.MINUTE).verdict()).isEqualTo(Verdict.WATCH);
        week.usages.rows.clear();
        week.complete("2026-11-18T09:00:00Z", 30, 20, 100, 20);
        assertThat(signal(Kind.MINUTE).verdict()).isEqualTo(Verdict.FINE);
        assertThat(signal(Kind.MINUTE).remedies()).isEmpty();
    }

    @Test
    void thresholdsAreThoseOfThePlanAsItIsNow() {
        week.complete("2026-11-18T09:00:00Z", 6, 10, 100, 20).complete("2026-11-18T10:00:00Z", 30, 60, 100, 20)
                .complete("2026-11-19T09:00:00Z", 12, 10, 100, 20);
        assertThat(signal(Kind.MINUTE).verdict()).isEqualTo(Verdict.FINE);
        assertThat(week.judge(week.plan("cerebras-trial-2026-09")).of(Kind.MINUTE).verdict())
                .isEqualTo(Verdict.CHANGE);
        var own = week.plan(APRIL).edited(List.of(new LimitEdit(Metric.REQUESTS, Period.MINUTE, 6L)));
        assertThat(week.judge(own).of(Kind.MINUTE).verdict()).isEqualTo(Verdict.CHANGE);
    }

    @Test
    void withoutAPlanOnlyWhatNeedsNoneIsJudged() {
        week.model("nobody-knows").complete("2026-11-20T10:00:00Z", 90, 1, 100, 20).limited("2026-11-20T11:00:00Z", 10,
                null);
        var advice = Advisor.judge(week.past(), week.terms(null), Week.NOW);
        assertThat(advice.of(Kind.LIMITED).verdict()).isEqualTo(Verdict.CHANGE);
        assertThat(advice.of(Kind.DAY).evidence()).isEqualTo(new Evidence.Nothing(Why.NO_PLAN));
        assertThat(advice.of(Kind.MINUTE).remedies()).containsExactly(Remedy.SET_PLAN);
        assertThat(advice.of(Kind.CONTEXT).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aPlanThatIsNotSetIsNotSaidToFit() {
        week.complete("2026-11-20T10:00:00Z", 90, 1, 100, 20);
        var advice = Advisor.judge(week.past(), week.terms(null), Week.NOW);
        assertThat(advice.verdict()).isEqualTo(Verdict.FINE);
        assertThat(AdviceWords.headline(advice, 7))
                .isEqualTo("Nothing in the last 7 days is amiss so far as it can be judged: no plan is set.");
    }

    @Test
    void aPlanWithoutLimitsIsFine() {
        week.complete("2026-11-20T10:00:00Z", 90, 1, 100, 20);
        var advice = week.judge(week.plan("custom"));
        assertThat(advice.of(Kind.DAY).verdict()).isEqualTo(Verdict.FINE);
        assertThat(advice.of(Kind.MINUTE).evidence()).isEqualTo(new Evidence.Nothing(Why.NO_LIMIT));
    }

    @Test
    void aClockThatJumpedPutsNothingIntoAMinute() {
        week.complete("2026-11-18T09:00:00Z", 30, 60, 100, 20);
        for (int i = 0; i < 40; i++) {
            var at = Instant.parse("2026-11-19T09:00:00Z").plusSeconds(i);
            week.usages.rows.add(week.row("odd" + i, at, at.minusSeconds(3_600), Outcome.COMPLETE, null, null, 100, 20,
                    null, 120));
        }
        var advice = week.judge(week.plan(APRIL));
        assertThat(advice.of(Kind.MINUTE).verdict()).isEqualTo(Verdict.FINE);
        assertThat(advice.oddTimes()).isEqualTo(40);
    }

    @Test
    void unknownUseIsSaidAndCountsAsNone() {
        week.complete("2026-11-18T09:00:00Z", 30, 60, null, null).complete("2026-11-18T12:00:00Z", 10, 60, 100, 20);
        var advice = week.judge(week.plan(APRIL));
        assertThat(advice.unknownUse()).isEqualTo(30);
        assertThat(advice.of(Kind.CONTEXT).verdict()).isEqualTo(Verdict.FINE);
    }

    @Test
    void nothingAtAllIsNotEnough() {
        var advice = week.judge(week.plan(APRIL));
        assertThat(advice.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(AdviceWords.headline(advice, 7)).isEqualTo("Not enough to judge yet: no requests of at least 20.");
    }

    @Test
    void aDismissedSignalComesBackWhenItIsWorse() {
        week.complete("2026-11-20T10:00:00Z", 94, 30, 100, 20).limited("2026-11-20T11:00:00Z", 6, "tokens/minute");
        var seen = Dismissal.of(Week.ACCOUNT, signal(Kind.LIMITED));
        assertThat(seen.holds(Week.ACCOUNT, signal(Kind.LIMITED))).isTrue();
        assertThat(seen.holds("other", signal(Kind.LIMITED))).isFalse();
        assertThat(seen.holds(Week.ACCOUNT, signal(Kind.DAY))).isFalse();
        week.limited("2026-11-20T11:20:00Z", 10, "tokens/minute");
        assertThat(seen.holds(Week.ACCOUNT, signal(Kind.LIMITED))).isFalse();
    }

    @Test
    void onlyTheNewestAreLookedAtOneByOneAndThatIsSaid() throws Exception {
        week.complete("2026-11-18T09:00:00Z", 50, 60, 100, 20);
        var past = new PastReader(week.usages, 30).read(Week.ACCOUNT, false, Week.FROM, Week.NOW);
        assertThat(past.whole()).isFalse();
        assertThat(past.rows()).hasSize(30).isSortedAccordingTo(
                (a, b) -> a.startedAt().compareTo(b.startedAt()));
        assertThat(Advisor.judge(past, week.terms(week.plan(APRIL)), Week.NOW).of(Kind.MINUTE).evidence())
                .isInstanceOfSatisfying(Evidence.Minutes.class, minutes -> assertThat(minutes.whole()).isFalse());
    }
}

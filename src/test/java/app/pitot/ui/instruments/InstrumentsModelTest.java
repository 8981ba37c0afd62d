package app.pitot.ui.instruments;

import java.time.Instant;
import app.pitot.quota.DayUse;
import app.pitot.ui.common.UserTime;
import app.pitot.ui.controls.DayCurve;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.base.Provenance;
import app.pitot.base.Texts;
import app.pitot.exchange.Phase;
import app.pitot.provider.Allowance;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import app.pitot.quota.Audit;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.WindowState;
import app.pitot.quota.WindowState.Level;
import app.pitot.quota.WindowState.Next;
import app.pitot.speed.Rhythm;
import app.pitot.speed.SpeedFlag;
import app.pitot.speed.SpeedReading;
import app.pitot.ui.common.Format;
import app.pitot.speed.TokenBasis;
import app.pitot.ui.common.ManualDelays;
import app.pitot.ui.controls.GaugeBar.Tone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InstrumentsModelTest {
    private final ManualDelays delays = new ManualDelays();
    private long nanos;
    private final Clocks clocks = new Clocks(() -> nanos, () -> Samples.NOON.plusNanos(nanos));
    private final InstrumentsModel model = new InstrumentsModel(clocks, ZoneOffset.UTC, delays);

    private void pass(long millis) {
        nanos += millis * 1_000_000;
        delays.runAll();
    }

    private SpeedFace speed() {
        return model.speedProperty().get();
    }

    private GaugeFace gauge(int i) {
        return model.gaugesProperty().get().get(i);
    }

    private DayFace day() {
        return model.dayProperty().get();
    }

    private static QuotaSnapshot windows(WindowState... windows) {
        return new QuotaSnapshot(List.of(windows), Samples.idle());
    }

    @Nested
    class Speed {
        @Test
        void nothingKnownIsADash() {
            assertThat(speed().figure()).isEqualTo("–");
            assertThat(speed().source()).isEqualTo("–");
            assertThat(speed().tokens()).isEqualTo("–");
            assertThat(speed().speed()).isNull();
            assertThat(speed().note()).isNull();
            assertThat(model.gaugesProperty().get()).isEmpty();
            assertThat(day().headline()).isEqualTo("–");
            assertThat(delays.size()).isZero();
        }

        @Test
        void anEstimateIsMarkedAndMuted() {
            model.showSpeed(Samples.live(2103.4), Phase.WRITING);
            assertThat(speed().figure()).isEqualTo("≈2,103");
            assertThat(speed().tokens()).isEqualTo("≈ 1,204");
            assertThat(speed().quiet()).isTrue();
            assertThat(speed().source()).isEqualTo("estimated");
        }

        @Test
        void aFinalReadingIsPlainThenOfEarlierWithItsTime() {
            model.showSpeed(Samples.finished(), Phase.ENDED);
            assertThat(speed().figure()).isEqualTo("2,987");
            assertThat(speed().quiet()).isFalse();
            assertThat(speed().source()).isEqualTo("measured");
            assertThat(speed().help()).contains("3,010").contains("2,209").contains("0.6 %");
            pass(InstrumentsModel.IDLE_MS);
            assertThat(speed().faded()).isTrue();
            assertThat(speed().figure()).isEqualTo("2,987");
            assertThat(speed().note()).isEqualTo("at 11:19");
            assertThat(delays.size()).isZero();
        }

        @Test
        void aStallSaysForHowLong() {
            model.showSpeed(Samples.stalled(), Phase.WRITING);
            assertThat(speed().note()).isEqualTo("no text for 4 s");
            assertThat(speed().stalled()).isTrue();
            assertThat(speed().spoken()).contains("no text for 4 s");
        }

        @Test
        void liveFiguresChangeTenTimesASecondButEndsShowAtOnce() {
            model.showSpeed(Samples.live(1000), Phase.WRITING);
            nanos += 50_000_000;
            model.showSpeed(Samples.live(2000), Phase.WRITING);
            assertThat(speed().figure()).isEqualTo("≈1,000");
            nanos += 50_000_000;
            model.showSpeed(Samples.live(2000), Phase.WRITING);
            assertThat(speed().figure()).isEqualTo("≈2,000");
            model.showSpeed(Samples.finished(), Phase.ENDED);
            assertThat(speed().figure()).isEqualTo("2,987");
        }

        private SpeedReading brief(int arrivals, Double server) {
            var rhythm = new Rhythm(arrivals, null, null, null, null, new int[]{40, 8}, 20);
            return new SpeedReading(null, true, 142.0, 142.0, 180.0, null, 800.0, server, null, 12, null, 48,
                    TokenBasis.USAGE, false, null, 0, false, 2, rhythm, Set.of(SpeedFlag.ARRIVED_AT_ONCE));
        }

        @Test
        void aReplyTooShortToTimeIsNotSaidToHaveArrivedAtOnce() {
            model.showSpeed(brief(4, null), Phase.ENDED);
            assertThat(speed().figure()).isEqualTo("–");
            assertThat(speed().note()).isEqualTo("too short to time");
            assertThat(speed().help()).contains("50 ms").doesNotContain("at once");
        }

        @Test
        void theProvidersOwnSpeedStandsWhereOursIsMissing() {
            model.showSpeed(brief(4, 2990.2), Phase.ENDED);
            assertThat(speed().figure()).isEqualTo("–");
            assertThat(speed().note()).isEqualTo("server: 2,990 tok/s");
            assertThat(speed().help()).contains("50 ms");
        }

        @Test
        void anotherModelShowsItsOwnLastFiguresOrDashes() {
            model.showModel("a");
            model.showSpeed(Samples.finished(), Phase.ENDED);
            model.showMedian(3000.0);
            model.showModel("a");
            assertThat(speed().figure()).as("the same model again").isEqualTo("2,987");
            assertThat(model.medianProperty().get()).isEqualTo(3000);
            model.showModel("b");
            assertThat(speed().figure()).isEqualTo("–");
            assertThat(speed().ttft()).isEqualTo("–");
            assertThat(speed().bars()).isEmpty();
            assertThat(model.medianProperty().get()).isNull();
            pass(InstrumentsModel.IDLE_MS - 1);
            assertThat(speed().figure()).as("the alarm of the other model is off").isEqualTo("–");
            model.showModel("a");
            assertThat(speed().figure()).isEqualTo("2,987");
            assertThat(speed().faded()).isFalse();
            pass(1);
            assertThat(speed().note()).isEqualTo("at 11:19");
            model.showModel("b");
            model.showModel("a");
            assertThat(speed().note()).isEqualTo("at 11:19");
            model.reset();
            assertThat(speed().figure()).isEqualTo("–");
        }

        @Test
        void aReplyOfAModelNoLongerShownIsKeptForIt() {
            model.showModel("b");
            model.showSpeed("a", Samples.live(2000), Phase.WRITING);
            assertThat(speed().figure()).isEqualTo("–");
            model.showSpeed("a", Samples.finished(), Phase.ENDED);
            assertThat(speed().figure()).isEqualTo("–");
            model.showModel("a");
            assertThat(speed().figure()).isEqualTo("2,987");
        }

        @Test
        void arrivedAtOnceHasNoSpeedButSaysWhy() {
            model.showSpeed(brief(1, null), Phase.ENDED);
            assertThat(speed().figure()).isEqualTo("–");
            assertThat(speed().note()).isEqualTo("arrived at once");
            assertThat(speed().ttft()).isEqualTo("142 ms");
        }

        @Test
        void waitingSaysSo() {
            model.showSpeed(SpeedReading.NONE, Phase.WAITING);
            assertThat(speed().note()).isEqualTo("waiting");
            assertThat(speed().figure()).isEqualTo("–");
        }
    }

    @Nested
    class Gauges {
        @Test
        void readLikeTheDrawing() {
            model.showQuota(Samples.drawing());
            assertThat(gauge(0)).extracting(GaugeFace::title, GaugeFace::tag, GaugeFace::left, f -> f.ofs().getFirst(),
                    GaugeFace::next, GaugeFace::source)
                    .containsExactly("Tokens / day", "refuses first", "582,310", "of 1,000,000 left",
                            "resets in 12 h 41 min",
                            "reported 2 s ago");
            assertThat(gauge(1)).extracting(GaugeFace::title, GaugeFace::tag, GaugeFace::next, GaugeFace::source)
                    .containsExactly("Tokens / min", null, "full again in 1.8 s", "projected");
            assertThat(gauge(2)).extracting(GaugeFace::title, GaugeFace::left, GaugeFace::next)
                    .containsExactly("Requests / min", "23", "one more in 2 s");
            assertThat(gauge(0).spoken()).isEqualTo("Tokens / day, 582,310 of 1,000,000 left, refuses first, "
                    + "resets in 12 h 41 min, reported 2 s ago");
        }

        @Test
        void sharesAreThoseOfTheLimit() {
            model.showQuota(Samples.drawing());
            assertThat(gauge(0).used()).isEqualTo(0.41769);
            assertThat(gauge(0).refill()).isZero();
            assertThat(gauge(1).held()).isEqualTo(2_406 / 60_000.0);
            assertThat(gauge(1).refill()).as("all of it is back within five seconds").isEqualTo(gauge(1).used());
            assertThat(gauge(2).refill()).isEqualTo(5 / 60.0);
        }

        @Test
        void pressureHasAWordAndAColour() {
            for (var level : List.of(Level.AMBER, Level.RED, Level.EXHAUSTED)) {
                var w = Samples.window(Metric.TOKENS, Period.MINUTE, Refill.CONTINUOUS, 60_000, 9_000, 0, 40_000.0,
                        Next.FULL_AGAIN, Provenance.PROJECTED, null, level, true);
                model.showQuota(windows(w));
                assertThat(gauge(0).word()).isEqualTo(Texts.get("instruments.level." + level));
                assertThat(gauge(0).tone()).isEqualTo(level == Level.AMBER ? Tone.AMBER : Tone.RED);
                assertThat(gauge(0).tag()).isEqualTo(level == Level.EXHAUSTED ? "refuses now" : "refuses first");
            }
        }

        @Test
        void unknownFiguresAreDashesOnAnEmptyTrack() {
            model.showQuota(windows(new WindowState(Metric.TOKENS, Period.HOUR, Refill.FIXED, null, null, null, 0, null,
                    Next.NOTHING, Provenance.PLANNED, Provenance.PLANNED, null, Level.UNKNOWN, false, null)));
            assertThat(gauge(0).left()).isEqualTo("–");
            assertThat(gauge(0).ofs()).first().isEqualTo("left");
            assertThat(gauge(0).tone()).isEqualTo(Tone.UNKNOWN);
            assertThat(gauge(0).next()).isEmpty();
        }

        private WindowState told(Allowance allowance, Long limit, Long remaining, Level level) {
            return new WindowState(Metric.REQUESTS, Period.MINUTE, Refill.CONTINUOUS, limit, remaining, null, 0, null,
                    Next.NOTHING, Provenance.REPORTED, Provenance.REPORTED, null, level, false, null, allowance);
        }

        @Test
        void noLimitNoQuotaAndNoNewsLookDifferent() {
            model.showQuota(windows(told(Allowance.UNLIMITED, null, null, Level.UNKNOWN),
                    told(Allowance.BLOCKED, 0L, 0L, Level.EXHAUSTED),
                    told(Allowance.LIMITED, 30L, null, Level.UNKNOWN)));
            assertThat(gauge(0).left()).isEmpty();
            assertThat(gauge(0).ofs()).containsExactly("no limit");
            assertThat(gauge(0).used()).isZero();
            assertThat(gauge(0).spoken()).contains("no limit").doesNotContain("–");
            assertThat(gauge(0).source()).isEqualTo("reported");
            assertThat(gauge(1).left()).isEqualTo("0");
            assertThat(gauge(1).word()).isEqualTo("no quota in this plan");
            assertThat(gauge(1).spoken()).contains("no quota in this plan").doesNotContain("used up");
            assertThat(gauge(1).tone()).isEqualTo(Tone.RED);
            assertThat(gauge(1).used()).isEqualTo(1);
            assertThat(gauge(1).next()).isEmpty();
            assertThat(gauge(2).left()).isEqualTo("–");
            assertThat(gauge(2).ofs()).first().isEqualTo("of 30 left");
            assertThat(gauge(2).tone()).isEqualTo(Tone.UNKNOWN);
            assertThat(gauge(2).used()).isZero();
        }

        @Test
        void aPlannedLimitWearsItsDate() {
            model.showPlan(
                    new Plan("p", "Free plan, April 2026", "cerebras", LocalDate.of(2026, 4, 14), "page", List.of(),
                            8192, null, ""));
            model.showQuota(windows(Samples.window(Metric.REQUESTS, Period.MINUTE, Refill.CONTINUOUS, 30, 30, 0, null,
                    Next.NOTHING, Provenance.PLANNED, null, Level.NORMAL, true)));
            assertThat(gauge(0).source()).isEqualTo("plan, April 2026");
            assertThat(gauge(0).firm()).isFalse();
            assertThat(gauge(0).next()).isEqualTo("full");
        }

        @Test
        void onlyManyWindowsMakeTheSlowOnesCompactExceptTheBindingOne() {
            model.showQuota(Samples.drawing());
            assertThat(model.gaugesProperty().get()).noneMatch(GaugeFace::compact);
            model.showQuota(Samples.six());
            assertThat(model.gaugesProperty().get().stream().filter(GaugeFace::compact).map(GaugeFace::title))
                    .containsExactly("Tokens / hour", "Requests / hour", "Requests / day");
            assertThat(gauge(0).title()).isEqualTo("Tokens / day");
        }

        @Test
        void ofVeryManyOnlyTheBindingOneStandsInFull() {
            model.showQuota(Samples.eight());
            assertThat(model.gaugesProperty().get().stream().filter(f -> !f.compact())).singleElement()
                    .matches(GaugeFace::binding);
        }

        @Test
        void moneyHasItsUnit() {
            model.showQuota(windows(Samples.window(Metric.USD, Period.MONTH, Refill.FIXED, 5_000_000, 4_099_900, 0,
                    null, Next.NOTHING, Provenance.REPORTED, 2_000L, Level.NORMAL, true)));
            assertThat(gauge(0).left()).isEqualTo("$4.10");
            assertThat(gauge(0).ofs()).startsWith("of $5.00 left", "of $5.00");
            assertThat(gauge(0).title()).isEqualTo("Cost / month");
        }

        @Test
        void whatTheLastReplySetAsideIsSaidWithASmallerCap() {
            assertThat(model.auditProperty().get()).isNull();
            model.showAudit(new Audit(1_336, 410, 20, 600));
            assertThat(model.auditProperty().get().words()).isEqualTo("reserved 1,336, used 410");
            assertThat(model.auditProperty().get().offer()).isEqualTo("Set max tokens to 600");
            var taken = new ArrayList<Integer>();
            model.onMaxTokens(taken::add);
            model.setMaxTokens(model.auditProperty().get().cap());
            assertThat(taken).containsExactly(600);
            model.showAudit(new Audit(1_336, 410, 1, null));
            assertThat(model.auditProperty().get().offer()).isNull();
        }

        @Test
        void helpSaysWhatItIsWhenItChangesAndWhoSaysSo() {
            model.showQuota(Samples.drawing());
            assertThat(gauge(0).help()).startsWith("Tokens / day: 582,310 of 1,000,000 left")
                    .contains("resets in 12 h 41 min · reported 2 s ago", "Refuses first", "less what is used",
                            "as the provider's latest answer said");
            assertThat(gauge(1).help()).contains("carried forward").doesNotContain("Refuses first");
        }

        @Test
        void aLongTitleAndLimitHaveShorterForms() {
            model.showQuota(Samples.five());
            assertThat(gauge(2).titles()).containsExactly("Uncached tokens / min", "Uncached / min");
            assertThat(gauge(2).ofs()).containsExactly("of 30,000 left", "of 30,000", "of 30K", "");
            assertThat(gauge(4).ofs()).contains("of 1M");
        }

        @Test
        void everyWindowHasATitleAndHelp() {
            for (var metric : Metric.values()) {
                for (var period : Period.values()) {
                    model.showQuota(windows(Samples.full(metric, period, 10), Samples.full(metric, period, 10)));
                    assertThat(gauge(0).title()).isNotBlank();
                    assertThat(gauge(0).help()).isNotBlank();
                }
            }
        }
    }

    @Nested
    class Ticking {
        private final List<QuotaSnapshot> asked = new ArrayList<>();
        private QuotaSnapshot now = windows();

        private QuotaSnapshot source() {
            asked.add(now);
            return now;
        }

        @Test
        void fullWindowsAndIdleMeansOneLookWhenTheReadingGetsTooOld() {
            model.showQuota(windows(Samples.full(Metric.TOKENS, Period.MINUTE, 60_000),
                    Samples.full(Metric.REQUESTS, Period.MINUTE, 30)));
            assertThat(delays.last()).isEqualTo(51_000);
            assertThat(delays.size()).isEqualTo(1);
            assertThat(gauge(0).stale()).isFalse();
            assertThat(gauge(0).source()).as("a resting window shows when, not how long ago")
                    .isEqualTo("reported 11:18");
            pass(51_000);
            assertThat(gauge(0).stale()).isTrue();
            assertThat(gauge(0).tone()).isEqualTo(Tone.STALE);
            assertThat(gauge(0).source()).isEqualTo("reported 11:18, stale");
            assertThat(gauge(0).spoken()).contains("stale");
            assertThat(gauge(0).help()).contains("longer ago than the window is long");
            assertThat(model.ticking()).isFalse();
            assertThat(delays.size()).isZero();
        }

        @Test
        void whatThePlanSaysIsNeverStale() {
            model.showQuota(windows(Samples.window(Metric.REQUESTS, Period.MINUTE, Refill.CONTINUOUS, 30, 30, 0, null,
                    Next.NOTHING, Provenance.PLANNED, null, Level.NORMAL, true)));
            assertThat(gauge(0).stale()).isFalse();
            assertThat(model.ticking()).isFalse();
        }

        @Test
        void aLongResetIsLookedAtByTheHourAndWearsItsDay() {
            model.showQuota(windows(Samples.window(Metric.TOKENS, Period.MONTH, Refill.FIXED, 1_000, 400, 0,
                    3 * 86_400_000.0 + 1_800_000, Next.RESET, Provenance.REPORTED, 2 * 86_400_000L, Level.NORMAL,
                    true)));
            assertThat(delays.last()).isEqualTo(1_800_001);
            assertThat(gauge(0).next()).isEqualTo("resets in 3 d");
            assertThat(gauge(0).source()).isEqualTo("reported 12 Apr");
        }

        @Test
        void aRefillingMinuteIsLookedAtTenTimesASecondUntilItIsFull() {
            now = windows(Samples.tokensPerMinute());
            model.refreshFrom(this::source);
            assertThat(delays.last()).isEqualTo(100);
            pass(100);
            assertThat(asked).hasSize(2);
            now = windows(Samples.full(Metric.TOKENS, Period.MINUTE, 60_000));
            pass(100);
            assertThat(asked).hasSize(3);
            assertThat(delays.last()).as("only when the reading gets too old").isEqualTo(51_000);
        }

        @Test
        void barsMoveBetweenTheSecondsAndWordsDoNot() {
            now = windows(refilling(40_000, 20_000));
            model.refreshFrom(this::source);
            now = windows(refilling(40_100, 19_900));
            pass(100);
            assertThat(gauge(0).left()).isEqualTo("40,100");
            assertThat(gauge(0).next()).isEqualTo("full again in 20 s");
            now = windows(refilling(41_000, 19_000));
            pass(900);
            assertThat(gauge(0).next()).isEqualTo("full again in 19 s");
        }

        @Test
        void aNewReportShowsItsWordsAtOnce() {
            now = windows(refilling(40_000, 20_000));
            model.refreshFrom(this::source);
            nanos += 100_000_000;
            model.showQuota(windows(Samples.requestsPerMinute()));
            assertThat(gauge(0).next()).isEqualTo("one more in 2 s");
        }

        @Test
        void aDayCountsMinutesOnceItsReportIsOld() {
            var day = Samples.window(Metric.TOKENS, Period.DAY, Refill.FIXED, 1_000_000, 582_310, 0, 45_690_000.0,
                    Next.RESET, Provenance.REPORTED, 70_000L, Level.NORMAL, true);
            model.showQuota(windows(day));
            assertThat(delays.last()).isEqualTo(30_001);
            assertThat(gauge(0).next()).isEqualTo("resets in 12 h 42 min");
            pass(30_001);
            assertThat(gauge(0).next()).isEqualTo("resets in 12 h 41 min");
        }

        @Test
        void theLastHourCountsMinutesAndTheLastTenOfThemSeconds() {
            model.showQuota(windows(resets(2_550_000)));
            assertThat(gauge(0).next()).isEqualTo("resets in 43 min");
            assertThat(delays.last()).isEqualTo(30_001);
            nanos += 1_000_000_000;
            model.showQuota(windows(resets(590_500)));
            assertThat(gauge(0).next()).isEqualTo("resets in 9 min 51 s");
            assertThat(delays.last()).isEqualTo(1_000);
        }

        private static WindowState resets(double ms) {
            return Samples.window(Metric.TOKENS, Period.DAY, Refill.FIXED, 1_000_000, 582_310, 0, ms, Next.RESET,
                    Provenance.REPORTED, 70_000L, Level.NORMAL, true);
        }

        @Test
        void withoutASourceWordsCountDownAndThenRest() {
            model.showQuota(windows(Samples.requestsPerMinute()));
            pass(1_000);
            assertThat(gauge(0).next()).isEqualTo("one more in 1 s");
            assertThat(gauge(0).source()).isEqualTo("reported 3 s ago");
            pass(1_000);
            assertThat(gauge(0).next()).isEmpty();
            assertThat(delays.last()).as("only when the reading gets too old").isEqualTo(56_000);
        }

        @Test
        void nothingTicksWhileNobodyLooks() {
            now = windows(refilling(40_000, 20_000));
            model.refreshFrom(this::source);
            model.setWatched(false);
            assertThat(model.ticking()).isFalse();
            pass(3_000);
            assertThat(asked).hasSize(1);
            now = windows(refilling(43_000, 17_000));
            model.setWatched(true);
            assertThat(gauge(0).next()).isEqualTo("full again in 17 s");
            assertThat(model.ticking()).isTrue();
        }

        @Test
        void whoeverGlancesFromTheCornerSeesItCountOnceASecond() {
            now = windows(refilling(40_000, 20_000));
            model.refreshFrom(this::source);
            model.setGlanced(true);
            model.setWatched(false);
            assertThat(delays.last()).isEqualTo(1_000);
            now = windows(refilling(43_000, 17_000));
            pass(1_000);
            assertThat(gauge(0).next()).isEqualTo("full again in 17 s");
            model.setGlanced(false);
            assertThat(model.ticking()).isFalse();
        }

        private WindowState refilling(long remaining, double nextMs) {
            return Samples.window(Metric.TOKENS, Period.MINUTE, Refill.CONTINUOUS, 60_000, remaining, 0, nextMs,
                    Next.FULL_AGAIN, Provenance.PROJECTED, null, Level.NORMAL, true);
        }
    }

    @Nested
    class Budget {
        @Test
        void saysWhenItRunsOut() {
            model.showQuota(Samples.drawing());
            assertThat(day().headline()).isEqualTo("runs out 14:12");
            assertThat(day().tone()).isEqualTo(DayFace.Tone.WARN);
            assertThat(day().burn()).isEqualTo("417,690 used · 8,140 / min");
            assertThat(day().requests()).isEqualTo("3 requests");
            assertThat(day().curve().nowMinute()).isEqualTo(679);
            assertThat(day().curve().runsOutMinute()).isEqualTo(852);
            assertThat(delays.last()).isEqualTo(1_000);
        }

        @Test
        void timesAreThoseOfTheUsersClock() {
            var india = new InstrumentsModel(clocks, ZoneId.of("Asia/Kolkata"), delays);
            india.showQuota(Samples.drawing());
            var face = india.dayProperty().get();
            assertThat(face.headline()).isEqualTo("runs out 19:42");
            assertThat(face.help()).contains("05:30");
            assertThat(face.curve().ticks()).extracting(DayCurve.Tick::text).containsExactly("06", "12", "18", "00");
            assertThat(face.curve().ticks().getFirst().minute()).isEqualTo(30);
        }

        @Test
        void theAxisOfUtcEndsWith24() {
            model.showQuota(Samples.drawing());
            assertThat(day().curve().ticks()).extracting(DayCurve.Tick::text)
                    .containsExactly("00", "06", "12", "18", "24");
        }

        @Test
        void theHourThatComesTwiceNamesItsZone() {
            var out = Instant.parse("2026-10-25T01:30:00Z");
            var berlin = ZoneId.of("Europe/Berlin");
            assertThat(UserTime.of(out, berlin)).isEqualTo("02:30 CET");
            assertThat(UserTime.of(out.minusSeconds(3_600), berlin)).isEqualTo("02:30 CEST");
            assertThat(UserTime.of(out.plusSeconds(3_600), berlin)).isEqualTo("03:30");
        }

        @Test
        void comparesWithAnEvenDay() {
            model.showQuota(Samples.drawing());
            assertThat(day().even()).isEqualTo("5 % behind an even day");
            assertThat(day().spoken()).isEqualTo("Today's tokens: runs out 14:12, of 1,000,000, 417,690 used · 8,140 / "
                    + "min, 3 requests, 5 % behind an even day, The day resets at 00:00 by your clock.");
            model.showQuota(windows());
            assertThat(day().even()).isEqualTo("12 % ahead of an even day");
        }

        @Test
        void aRefusedDaySaysSo() {
            var day = Samples.burning();
            model.showQuota(new QuotaSnapshot(List.of(), new DayUse(Metric.REQUESTS, 50L, 50, 0L, 52, 2, day.dayStart(),
                    day.forecast(), day.curve(), Provenance.REPORTED, false)));
            assertThat(day().title()).isEqualTo("Today's requests");
            assertThat(day().headline()).isEqualTo("used up, refused");
            assertThat(day().tone()).isEqualTo(DayFace.Tone.BAD);
            assertThat(day().curve().runsOutMinute()).isNull();
        }

        @Test
        void aForecastBehindUsIsNotDrawn() {
            nanos = 4 * 3_600_000_000_000L;
            model.showQuota(Samples.drawing());
            assertThat(day().curve().runsOutMinute()).isNull();
        }

        @Test
        void lastsUntilResetWhenIdle() {
            model.showQuota(windows());
            assertThat(day().headline()).isEqualTo("lasts until reset");
            assertThat(day().burn()).isEqualTo("417,690 used");
            assertThat(day().requests()).isEqualTo("3 sent · 1 refused");
            assertThat(model.ticking()).isFalse();
        }
    }

    @Test
    void whatWaitsToBeSentHasNoTokensYet() {
        model.showSpeed(Samples.live(1000), Phase.QUEUED);
        assertThat(model.speedProperty().get().tokens()).isEqualTo(Format.UNKNOWN);
    }
}

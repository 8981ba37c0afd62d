package app.pitot.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ErrorKind;
import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.compare.ComparisonSetup;
import app.pitot.compare.Estimate;
import app.pitot.compare.Estimate.LaneProblem;
import app.pitot.compare.Estimate.OverDay;
import app.pitot.compare.MemoryComparisons;
import app.pitot.compare.Mode;
import app.pitot.compare.RunningComparison.Progress;
import app.pitot.compare.RunningComparison.Turn;
import app.pitot.exchange.Phase;
import app.pitot.quota.PreFlight;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareModelTest {
    private final CompareRig rig = new CompareRig();
    private final CompareModel model = rig.model;

    @Test
    void theFirstVisitFindsTwoLanesAndAQuestionAndNeedsNothingButRun() {
        rig.chosen = rig.choice(CompareRig.HERE, "slow");
        model.visited();

        assertThat(rig.asked()).containsExactly("slow", "fast");
        assertThat(model.setup().prompt().get()).isNotBlank();
        assertThat(model.setup().mode().get()).isEqualTo(Mode.RACE);
        assertThat(model.estimate().get().ready()).isTrue();
        assertThat(model.estimate().get().need()).isEqualTo("24 requests, ≈ 31k tokens, 48 s, ≈ $0.0123");

        model.start();
        assertThat(rig.comparer.last().run.lanes()).extracting(lane -> lane.model().id())
                .containsExactly("slow", "fast");
        assertThat(rig.comparer.last().run.setup().prompt()).isEqualTo(model.setup().prompt().get());
    }

    @Test
    void anAccountWithOneModelIsComparedWithTheNextAccount() {
        rig.chosen = rig.choice(CompareRig.THERE, "other");
        model.visited();
        assertThat(rig.asked()).containsExactly("other", "fast");
    }

    @Test
    void lanesAreAddedDuplicatedMovedAndRemoved() {
        model.visited();
        var second = rig.lane(1);
        second.parameters().temperature().set(0.7);
        model.setup().duplicate(second);
        model.setup().add(rig.choice(CompareRig.THERE, "other"));
        assertThat(rig.asked()).containsExactly("fast", "slow", "slow", "other");
        assertThat(rig.lane(2).parameters().current().temperature()).isEqualTo(0.7);

        rig.lane(2).parameters().temperature().set(0.1);
        assertThat(second.parameters().current().temperature()).as("its own").isEqualTo(0.7);

        model.setup().move(rig.lane(3), -1);
        assertThat(rig.asked()).containsExactly("fast", "slow", "other", "slow");
        model.setup().move(rig.lane(0), -1);
        model.setup().remove(second);
        assertThat(rig.asked()).containsExactly("fast", "other", "slow");

        while (!model.setup().full()) {
            model.setup().add(null);
        }
        model.setup().add(null);
        assertThat(rig.asked()).hasSize(ComparisonSetup.MOST_LANES);
    }

    @Test
    void whatIsMissingIsSaidAndNothingStarts() {
        model.visited();
        model.setup().prompt().set(" ");
        model.start();
        assertThat(model.estimate().get().trouble()).isEqualTo(Texts.get("compare.trouble.prompt"));

        model.setup().prompt().set("x");
        model.setup().add(null);
        model.start();
        assertThat(model.estimate().get().trouble()).isEqualTo(Texts.get("compare.trouble.model", "C"));

        model.setup().remove(rig.lane(2));
        rig.lane(1).parameters().tools().set("{");
        model.start();
        assertThat(model.estimate().get().trouble()).startsWith("Lane B: ");

        model.setup().remove(rig.lane(1));
        model.start();
        assertThat(model.estimate().get().trouble()).isEqualTo(Texts.get("compare.trouble.lanes"));
        assertThat(rig.comparer.started).isEmpty();
    }

    @Test
    void theNeedIsWorkedOutOnceTheTypingRests() {
        model.visited();
        int before = rig.comparer.weighed.size();
        model.setup().prompt().set("a");
        model.setup().prompt().set("ab");
        assertThat(rig.comparer.weighed).hasSize(before);
        rig.delays.runAll();
        assertThat(rig.comparer.weighed).hasSize(before + 1);
        assertThat(rig.comparer.weighed.getLast().setup().prompt()).isEqualTo("ab");
    }

    @Test
    void itAsksInPlaceBeforeItGoesOverABudget() {
        model.visited();
        rig.comparer.estimate = new Estimate(24, 31_000, null, null, List.of(), List.of(Budgets.nearlyUsed()));
        model.start();
        assertThat(rig.comparer.started).isEmpty();
        assertThat(model.asking().get()).contains("50,000 tokens per day");

        model.dismiss();
        model.startAnyway();
        assertThat(rig.comparer.started).as("answered with no").isEmpty();

        model.start();
        model.startAnyway();
        assertThat(rig.comparer.overBudget).containsExactly(true);
        assertThat(model.asking().get()).isEmpty();
    }

    @Test
    void itAsksBeforeItTakesMostOfWhatAProviderAllowsToday() {
        model.visited();
        rig.comparer.estimate = new Estimate(24, 31_000, null, null, List.of(), List.of(),
                List.of(new OverDay(1, Budgets.dayWindow(9_000), 15_500)));
        model.start();
        assertThat(rig.comparer.started).isEmpty();
        assertThat(model.asking().get()).contains("TPD of here", "9,000 left", "15,500 needed");
        model.startAnyway();
        assertThat(rig.comparer.overBudget).containsExactly(true);
    }

    @Test
    void whatTheDayKeepsIsSaid() {
        rig.quota = Budgets.day(572_400);
        model.visited();
        assertThat(model.dayAfter().get()).isEqualTo("today's budget after this run: 541,000 tokens left");
    }

    @Test
    void aLaneThatWouldBeRefusedSaysSoAndTheOthersRun() {
        model.visited();
        rig.comparer.estimate = new Estimate(24, 31_000, null, null,
                List.of(new LaneProblem(1, new PreFlight(PreFlight.Verdict.OVER_CONTEXT, 9_000, 1_024, null, null,
                        null, 8_192, null))),
                List.of());
        model.setup().prompt().set("a long one");
        rig.delays.runAll();
        assertThat(rig.lane(0).problem().get()).isEmpty();
        assertThat(rig.lane(1).problem().get()).contains("8,192");
        assertThat(model.estimate().get().caution()).isEqualTo("Lane B would be refused; the others run.");
        model.start();
        assertThat(rig.comparer.started).hasSize(1);
    }

    @Test
    void textAndFiguresStreamIntoTheirLane() {
        model.visited();
        model.start();
        var playing = rig.comparer.last();
        var a = playing.ask(0);
        assertThat(rig.pulse(100)).as("one connects").isTrue();
        assertThat(rig.face(0).state()).startsWith("connecting");
        assertThat(rig.face(1).state()).isEqualTo("waits its turn");

        a.write("Hello **there**", 2_951);
        rig.pulse(100);
        assertThat(rig.text(0)).isEqualTo("Hello **there**");
        assertThat(rig.text(1)).isEmpty();
        assertThat(rig.face(0)).extracting(LaneFace::state, LaneFace::speed).containsExactly("writing", "2,951");
        assertThat(rig.face(0).foot()).isEqualTo("TTFT 142 ms    ≈ 3 out");

        playing.end(0, 1, 2_900);
        rig.pulse(100);
        assertThat(rig.face(0)).extracting(LaneFace::state, LaneFace::speed).containsExactly("waits its turn", "2,900");
        assertThat(rig.face(0).foot()).isEqualTo("TTFT 142 ms    1,204 out    ≈ $0.0009");
        assertThat(model.run().shown().get().samples()).hasSize(1);
    }

    @Test
    void theNextRoundTakesThePlaceOfTheLastAnswer() {
        model.setup().mode().set(Mode.ROUNDS);
        model.visited();
        model.setup().mode().set(Mode.ROUNDS);
        model.start();
        var playing = rig.comparer.last();
        playing.ask(0).write("first", 100);
        rig.pulse(20);
        playing.end(0, 1, 100);
        rig.pulse(20);
        playing.ask(0).write("second", 100);
        rig.pulse(20);
        assertThat(rig.lane(0).live().transcript().messages()).hasSize(1);
        assertThat(rig.text(0)).isEqualTo("second");
    }

    @Test
    void aSilenceAndAThoughtAreTimed() {
        model.visited();
        model.start();
        var a = rig.comparer.last().ask(0);
        a.write("x", 100);
        a.phase = Phase.THINKING;
        rig.pulse(100);
        rig.pulse(1_900);
        assertThat(rig.face(0).state()).isEqualTo("thinking 1.9 s");
        a.speed = FakeComparer.speed(100.0, 142.0, 3, true, 4_200);
        rig.pulse(200);
        assertThat(rig.face(0)).extracting(LaneFace::state, LaneFace::tone)
                .containsExactly("no text for 4 s", LaneFace.Tone.CAREFUL);
    }

    @Test
    void aLaneThatFailsSaysWhyAndWhenToTryAgainAndTheOthersGoOn() {
        model.visited();
        model.start();
        var playing = rig.comparer.last();
        playing.ask(0);
        playing.ask(1).write("fine", 500);
        playing.fail(0, 1, ErrorKind.RATE_LIMIT, 12.0);
        rig.pulse(100);
        assertThat(rig.notices(0)).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo(Texts.get("error.rate_limit.title"));
            assertThat(notice.kept()).contains("HTTP 429", "too many");
            assertThat(notice.next()).isEqualTo("Worth trying again in 12 s.");
        });
        assertThat(rig.face(1).state()).isEqualTo("writing");
    }

    @Test
    void oneLaneIsStoppedOrAllAre() {
        model.visited();
        model.start();
        var playing = rig.comparer.last();
        model.run().stop(rig.lane(1));
        assertThat(playing.told).containsExactly(1);
        assertThat(model.run().takesPart(rig.lane(1))).isFalse();
        assertThat(model.run().takesPart(rig.lane(0))).isTrue();
        model.run().cancel();
        assertThat(playing.cancelled).isTrue();
    }

    @Test
    void progressSaysTheRoundTheTimeLeftAndWhatItWaitsFor() {
        model.visited();
        model.setup().mode().set(Mode.ROUNDS);
        model.start();
        var playing = rig.comparer.last();
        playing.progress = new Progress(9, 12, 0, 36, 18_300.0, 1_150, 1, "RPM", false);
        rig.pulse(100);
        assertThat(model.run().progress().get()).extracting(ProgressFace::at, ProgressFace::rest)
                .containsExactly("Round 9 of 12", "19 s left, waiting 1.2 s for RPM");
        model.run().pause();
        assertThat(model.run().state().get()).isEqualTo(RunModel.State.PAUSED);
        assertThat(model.run().progress().get().rest()).startsWith("paused, 19 s left");
        model.run().resume();
        assertThat(model.run().state().get()).isEqualTo(RunModel.State.RUNNING);
    }

    @Test
    void whileNothingStreamsItLooksNowAndThenInsteadOfAtEveryPulse() {
        model.visited();
        model.start();
        int calls = rig.delays.size();
        assertThat(rig.pulse(16)).isFalse();
        assertThat(rig.delays.size()).isGreaterThan(calls);
        rig.comparer.last().ask(0);
        int asked = rig.pulsesAsked;
        rig.delays.runAll();
        assertThat(rig.pulsesAsked).isGreaterThan(asked);
    }

    @Test
    void aLaneThatWaitsSaysItsTurnAndShowsWhatItMeasuredSoFar() {
        model.visited();
        model.setup().mode().set(Mode.ROUNDS);
        model.start();
        var playing = rig.comparer.last();
        playing.turns.put(1, new Turn(1, 2_400.0));
        rig.pulse(100);
        assertThat(rig.face(1)).extracting(LaneFace::state, LaneFace::speed).containsExactly("next, in 3 s", "–");
        for (int round = 1; round <= 2; round++) {
            playing.ask(1);
            playing.end(1, round, 1_000 * round);
            rig.pulse(100);
        }
        playing.turns.put(1, new Turn(4, 12_000.0));
        rig.pulse(100);
        assertThat(rig.face(1)).isEqualTo(new LaneFace("turn 4, in 12 s", LaneFace.Tone.NEUTRAL, "1,500", false,
                "tokens / s, median of 2", rig.face(1).foot()));
        playing.turns.put(1, new Turn(1, 400.0));
        rig.pulse(100);
        assertThat(rig.face(1).state()).isEqualTo("next");
        playing.turns.put(1, new Turn(4, null));
        rig.pulse(100);
        assertThat(rig.face(1).state()).isEqualTo("waits its turn");
    }

    @Test
    void theAnswerBeforeStaysUntilTheNextRequestLeaves() {
        model.visited();
        model.setup().mode().set(Mode.ROUNDS);
        model.start();
        var playing = rig.comparer.last();
        assertThat(rig.lane(0).live().asked().get()).isFalse();
        playing.ask(0).write("first", 100);
        rig.pulse(100);
        assertThat(rig.lane(0).live().asked().get()).isTrue();
        playing.end(0, 1, 100);
        rig.pulse(100);
        var next = playing.ask(0);
        next.phase = Phase.QUEUED;
        rig.pulse(100);
        assertThat(rig.text(0)).isEqualTo("first");
        next.write("second", 100);
        rig.pulse(100);
        assertThat(rig.text(0)).isEqualTo("second");
    }

    @Test
    void oneLaneIsAskedAgainByItselfAndMarked() {
        model.visited();
        model.start();
        var first = rig.comparer.last();
        first.ask(0).write("kept", 100);
        first.ask(1).write("broken", 100);
        assertThat(model.canAskAgain(rig.lane(1))).as("it runs").isFalse();
        first.end(0, 1, 900);
        first.fail(1, 1, ErrorKind.RATE_LIMIT, 1.0);
        rig.pulse(100);
        first.finish(Comparison.State.DONE);
        assertThat(model.canAskAgain(rig.lane(1))).isTrue();

        model.askAgain(rig.lane(1));
        var second = rig.comparer.last();
        assertThat(second.past.samples()).hasSize(2);
        assertThat(model.run().active()).isTrue();
        assertThat(model.run().takesPart(rig.lane(1))).isTrue();
        assertThat(model.run().takesPart(rig.lane(0))).isFalse();
        second.ask(1).write("mended", 500);
        rig.pulse(100);
        assertThat(model.run().progress().get().at()).isEqualTo("Asking B again");
        assertThat(rig.text(1)).isEqualTo("mended");
        assertThat(rig.text(0)).as("the others stay").isEqualTo("kept");
        second.end(1, 1, 500);
        rig.pulse(100);
        second.finish(Comparison.State.DONE);
        assertThat(rig.face(1)).extracting(LaneFace::state, LaneFace::speed, LaneFace::unit, LaneFace::dim)
                .containsExactly("asked again", "500", "tokens / s, asked again", false);
        assertThat(rig.face(0).state()).isEqualTo("done");
        assertThat(model.run().shown().get().samples()).hasSize(3);
        assertThat(model.run().state().get()).isEqualTo(RunModel.State.ENDED);

        model.start();
        rig.comparer.last().ask(0).write("anew", 100);
        rig.pulse(100);
        assertThat(rig.text(0)).as("all take part again").isEqualTo("anew");
    }

    @Test
    void whatWasAskedOtherwiseIsNotAskedAgain() {
        model.visited();
        model.start();
        rig.comparer.last().finish(Comparison.State.CANCELLED);
        assertThat(model.canAskAgain(rig.lane(0))).isTrue();
        rig.lane(0).choose(rig.choice(CompareRig.THERE, "other"));
        assertThat(model.canAskAgain(rig.lane(0))).isFalse();
    }

    @Test
    void aChatsQuestionAndModelBeginANewComparison() {
        assertThat(model.take("Why?", rig.choice(CompareRig.THERE, "other"))).isTrue();
        assertThat(model.setup().prompt().get()).isEqualTo("Why?");
        assertThat(rig.asked()).containsExactly("other", "fast", "slow");
        assertThat(model.editing().get()).isTrue();

        assertThat(model.take("", rig.choice(CompareRig.HERE, "slow"))).isTrue();
        assertThat(model.setup().prompt().get()).as("no question was asked there").isEqualTo("Why?");
        assertThat(rig.asked()).as("it is in a lane").containsExactly("slow", "other", "fast");

        model.start();
        assertThat(model.take("Other", null)).isFalse();
        assertThat(model.setup().prompt().get()).isEqualTo("Why?");
    }

    @Test
    void aLaneThatLeftARunThatWasCutOffSaysSoWhenItIsOpenedAgain() {
        model.visited();
        model.setup().mode().set(Mode.ROUNDS);
        model.start();
        var playing = rig.comparer.last();
        for (int round = 1; round <= 3; round++) {
            playing.ask(0);
            playing.end(0, round, 1_000);
        }
        playing.ask(1);
        playing.end(1, 1, 500);
        var cut = playing.soFar();
        playing.finish(Comparison.State.CANCELLED);
        model.show(cut);
        assertThat(rig.face(0).state()).isEqualTo("unfinished");
        assertThat(rig.face(1).state()).isEqualTo("stopped");
    }

    @Test
    void stoppingOncePreciseIsPartOfTheSetAndSaidInTheEnd() {
        model.visited();
        model.setup().mode().set(Mode.ROUNDS);
        assertThat(model.setup().current().untilPrecise()).isFalse();
        model.setup().untilPrecise().set(true);
        rig.delays.runAll();
        assertThat(model.estimate().get().how()).isEqualTo("up to 12 rounds, shuffled");
        model.start();
        var playing = rig.comparer.last();
        assertThat(playing.run.setup().untilPrecise()).isTrue();
        for (int round = 1; round <= 7; round++) {
            for (int lane = 0; lane < 2; lane++) {
                playing.ask(lane);
                playing.end(lane, round, 1_000);
            }
        }
        playing.finish(Comparison.State.DONE);
        assertThat(model.run().progress().get()).extracting(ProgressFace::at, ProgressFace::rest).containsExactly(
                "7 of 12 rounds", "precise enough after 1 min 12 s: no more rounds were needed");
    }

    @Test
    void aSetThatWasKeptIsOpenAtTheNextStartThoughThisOneEndedHard() {
        var kept = new MemoryComparisons();
        var first = new CompareRig(kept);
        first.model.visited();
        first.delays.runAll();
        first.model.sets().askName();
        first.model.sets().name("Weekly");

        var second = new CompareRig(kept);
        second.model.visited();
        assertThat(second.model.sets().open().get().name()).isEqualTo("Weekly");
        assertThat(second.model.sets().modified().get()).isFalse();
    }

    @Test
    void afterItsRoundsALaneShowsItsMedians() {
        model.visited();
        model.setup().mode().set(Mode.ROUNDS);
        model.start();
        var playing = rig.comparer.last();
        for (int round = 0; round <= 3; round++) {
            for (int lane = 0; lane < 2; lane++) {
                playing.ask(lane);
                playing.end(lane, round, round == 0 ? 9_999 : 1_000 * (lane + 1) + 10 * round);
            }
        }
        playing.finish(Comparison.State.DONE);
        assertThat(rig.face(0)).extracting(LaneFace::speed, LaneFace::unit, LaneFace::state)
                .containsExactly("1,020", "tokens / s, median of 3", "done");
        assertThat(rig.face(1).speed()).isEqualTo("2,020");
        assertThat(rig.face(0).foot()).endsWith("≈ $0.0036 in all");
        assertThat(model.run().progress().get().rest()).isEqualTo("done in 1 min 12 s");
        assertThat(model.run().active()).isFalse();
    }

    @Test
    void anAccountThatIsRemovedEndsItsLanesAndIsAskedForAnew() {
        model.visited();
        rig.lane(1).choose(rig.choice(CompareRig.THERE, "other"));
        model.start();
        rig.offers.setAccounts(List.of(CompareRig.HERE));
        assertThat(rig.comparer.gone).containsExactly(CompareRig.THERE);
        rig.comparer.last().finish(Comparison.State.BROKEN_OFF);
        assertThat(rig.lane(1).orphaned()).isTrue();
        assertThat(model.estimate().get().trouble()).isEqualTo(Texts.get("compare.trouble.gone", "B"));
        rig.offers.setAccounts(List.of(CompareRig.HERE, CompareRig.THERE));
        assertThat(rig.asked()).as("it is back").containsExactly("fast", "other");
    }

    @Test
    void aSetHoldsWhetherItIsARaceOrRounds() {
        model.visited();
        model.setup().mode().set(Mode.ROUNDS);
        model.sets().askName();
        model.sets().name("Weekly");
        var weekly = model.sets().open().get();
        assertThat(model.sets().modified().get()).isFalse();
        model.setup().mode().set(Mode.RACE);
        assertThat(model.sets().modified().get()).isTrue();
        model.sets().open(weekly);
        assertThat(model.setup().mode().get()).isEqualTo(Mode.ROUNDS);
        assertThat(model.sets().modified().get()).isFalse();
    }

    @Test
    void whatWasSetUpIsThereAfterARestart() {
        var kept = new MemoryComparisons();
        var first = new CompareRig(kept);
        first.model.visited();
        first.model.setup().prompt().set("mine");
        first.model.setup().mode().set(Mode.ROUNDS);
        first.model.setup().rounds().set(7);
        first.lane(1).parameters().temperature().set(0.3);
        first.model.close().join();

        var second = new CompareRig(kept);
        second.model.visited();
        assertThat(second.model.setup().current()).isEqualTo(first.model.setup().current());
        assertThat(second.model.setup().mode().get()).isEqualTo(Mode.ROUNDS);
        assertThat(second.model.sets().sets()).as("the draft is no set").isEmpty();
    }

    @Test
    void closingEndsARunAndWaitsForWhatWasMeasured() {
        model.visited();
        model.start();
        var closed = model.close();
        assertThat(rig.comparer.last().cancelled).isTrue();
        assertThat(closed).isNotDone();
        rig.comparer.last().finish(Comparison.State.CANCELLED);
        assertThat(closed).isDone();
    }

    @Test
    void escapeEndsARaceButOnlyPausesRounds() {
        model.visited();
        model.start();
        model.escape();
        assertThat(rig.comparer.last().cancelled).isTrue();
        rig.comparer.last().finish(Comparison.State.CANCELLED);
        model.setup().mode().set(Mode.ROUNDS);
        model.start();
        model.escape();
        assertThat(rig.comparer.last().cancelled).isFalse();
        assertThat(rig.comparer.last().progress().paused()).isTrue();
    }

    @Test
    void aPastRunIsShownAsItEnded() {
        model.visited();
        model.start();
        var playing = rig.comparer.last();
        playing.ask(0).write("then", 100);
        playing.end(0, 1, 321);
        playing.finish(Comparison.State.CANCELLED);
        var past = model.run().shown().get();
        model.setup().remove(rig.lane(0));
        model.show(past);
        assertThat(rig.asked()).containsExactly("fast", "slow");
        assertThat(rig.text(0)).isEqualTo("then");
        assertThat(rig.face(0).speed()).isEqualTo("321");
        assertThat(rig.face(1).state()).isEqualTo("not asked");
        assertThat(model.editing().get()).isFalse();
    }

    @Test
    void lanesThatNoLongerMatchTheirLettersPutTheResultsAway() {
        ran();
        model.setup().move(rig.lane(1), -1);
        assertThat(model.editing().get()).as("A is another one now").isTrue();
        model.escape();
        assertThat(model.editing().get()).isTrue();

        model.setup().move(rig.lane(1), -1);
        model.escape();
        assertThat(model.editing().get()).as("back to the results").isFalse();
        model.setup().add(null);
        assertThat(model.editing().get()).as("a lane without a model is said where it is seen").isTrue();
    }

    @Test
    void roundsGoOnCountingWhenALaneHasLeft() {
        model.visited();
        model.setup().mode().set(Mode.ROUNDS);
        model.start();
        var playing = rig.comparer.last();
        for (int round = 1; round <= 3; round++) {
            for (int lane = 0; lane < (round == 1 ? 2 : 1); lane++) {
                playing.ask(lane);
                playing.end(lane, round, 1_000);
            }
        }
        playing.finish(Comparison.State.CANCELLED);
        assertThat(model.run().progress().get().at()).isEqualTo("3 of 12 rounds");
    }

    @Test
    void anotherModelDoesNotShowWhatTheFirstOneMeasured() {
        ran();
        var slow = rig.lane(1).choice().get();
        rig.lane(1).choose(rig.choice(CompareRig.HERE, "slow"));
        assertThat(rig.face(0).speed()).isEqualTo("321");
        rig.lane(0).choose(rig.lane(0).choice().get());
        assertThat(rig.face(0).speed()).as("the same").isEqualTo("321");
        rig.lane(0).choose(slow);
        assertThat(rig.face(0)).isEqualTo(LaneWords.NOTHING);
        assertThat(model.editing().get()).isTrue();
    }

    private void ran() {
        model.visited();
        model.start();
        var playing = rig.comparer.last();
        playing.ask(0).write("then", 100);
        playing.end(0, 1, 321);
        playing.finish(Comparison.State.DONE);
        assertThat(model.editing().get()).isFalse();
    }
}

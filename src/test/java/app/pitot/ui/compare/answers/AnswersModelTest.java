package app.pitot.ui.compare.answers;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.compare.MemoryComparisons;
import app.pitot.compare.Runs;
import app.pitot.compare.Vote;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.ManualExecutor;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswersModelTest {
    private final MemoryComparisons kept = new MemoryComparisons();
    private final ManualExecutor background = new ManualExecutor();
    private final AnswersModel model = new AnswersModel(kept, Answers.CLOCKS, new Jobs(background, Runnable::run));

    private AnswersFace face() {
        return model.face().get();
    }

    private void show(Comparison run) {
        kept.begin(run);
        model.show(run);
    }

    @Test
    void showsTheLastRoundFirst() {
        show(Answers.told(3));
        assertThat(face().rounds()).containsExactly(1, 2, 3);
        assertThat(face().round()).isEqualTo(3);
        assertThat(face().answers()).extracting(Answer::letter).containsExactly("A", "B", "C");
        assertThat(face().answers().getFirst().text()).contains("round 3");
        assertThat(face().answers().getFirst().facts()).contains("words").contains("tokens")
                .contains("ended with stop");
        assertThat(face().tally()).isEmpty();
    }

    @Test
    void theWarmUpIsNoRound() {
        show(Runs.with(Answers.told(1), Answers.told(1).samples().stream().filter(each -> each.round() == 0).toList()));
        assertThat(face().rounds()).isEmpty();
        assertThat(face().note()).isEqualTo(Texts.get("answers.empty"));
    }

    @Test
    void followsARunUntilARoundIsChosen() {
        var run = Answers.told(4);
        show(Answers.upTo(run, 2));
        assertThat(face().round()).isEqualTo(2);
        model.show(Answers.upTo(run, 3));
        assertThat(face().round()).isEqualTo(3);
        model.step(-2);
        assertThat(face().round()).isEqualTo(1);
        model.show(run);
        assertThat(face().round()).isEqualTo(1);
        model.choose(9);
        model.step(-1);
        assertThat(face().round()).isEqualTo(1);
        model.show(null);
        assertThat(face().answers()).isEmpty();
        model.show(run);
        assertThat(face().round()).isEqualTo(1);
    }

    @Test
    void differencesAreFoundInTheBackground() {
        show(Answers.told(2));
        model.against().set(1);
        model.form().set(AnswersModel.Form.DIFFERENCES);
        assertThat(face().answers()).extracting(Answer::difference).containsOnlyNulls();
        background.runAll();
        assertThat(face().answers().get(1).difference()).isNull();
        assertThat(face().answers().get(1).base()).isTrue();
        var difference = face().answers().get(2).difference();
        assertThat(difference.before()).isEqualTo(face().answers().get(1).text());
        assertThat(difference.after()).isEqualTo(face().answers().get(2).text());
    }

    @Test
    void whatIsAskedForLastIsShown() {
        show(Answers.told(2));
        model.form().set(AnswersModel.Form.DIFFERENCES);
        model.choose(1);
        background.runAll();
        assertThat(face().round()).isEqualTo(1);
        assertThat(face().answers().get(1).difference().after()).contains("round 1");
    }

    @Test
    void blindHidesEverythingThatTellsWhoItWas() {
        show(Answers.told(2));
        model.blindProperty().set(true);
        assertThat(face().hidden()).isTrue();
        assertThat(face().votable()).isTrue();
        assertThat(face().answers()).extracting(Answer::letter).containsExactly("1", "2", "3");
        for (var answer : face().answers()) {
            assertThat(answer.who()).isEqualTo(answer.letter());
            assertThat(answer.facts()).doesNotContain("tokens").doesNotContain("stop");
        }
    }

    @Test
    void columnsStandInAnotherOrderInEachRound() {
        show(Answers.told(12));
        model.blindProperty().set(true);
        var orders = new HashSet<List<Integer>>();
        var first = new HashSet<Integer>();
        for (int round : face().rounds()) {
            model.choose(round);
            var order = face().answers().stream().map(Answer::lane).toList();
            assertThat(order).containsExactlyInAnyOrder(0, 1, 2);
            orders.add(order);
            first.add(order.getFirst());
            model.choose(1);
            model.choose(round);
            assertThat(face().answers().stream().map(Answer::lane).toList()).isEqualTo(order);
        }
        assertThat(orders).hasSizeGreaterThan(3);
        assertThat(first).hasSize(3);
    }

    @Test
    void aVoteShowsTheNamesOfItsRoundAndIsKept() {
        var run = Answers.told(2);
        show(run);
        model.blindProperty().set(true);
        var order = face().answers().stream().map(Answer::lane).toList();
        model.vote(order.get(1));
        background.runAll();
        assertThat(face().hidden()).isFalse();
        assertThat(face().answers().stream().map(Answer::lane).toList()).isEqualTo(order);
        assertThat(face().answers()).extracting(Answer::chosen).containsExactly(false, true, false);
        assertThat(kept.read(run.id()).votes()).containsExactly(new Vote(2, order.get(1), Answers.NOW));
        assertThat(face().tally()).contains("1 round voted").contains(Texts.get("answers.few"));
        assertThat(face().next()).isEqualTo(1);
        model.choose(1);
        assertThat(face().hidden()).isTrue();
        assertThat(face().tally()).isEmpty();
        model.vote(Vote.TIE);
        background.runAll();
        assertThat(kept.read(run.id()).votes()).hasSize(2);
        assertThat(face().next()).isZero();
        assertThat(face().tally()).contains("none better 1");
    }

    @Test
    void aRoundIsVotedOnce() {
        show(Answers.told(1));
        model.blindProperty().set(true);
        model.vote(0);
        model.vote(1);
        background.runAll();
        assertThat(kept.read("run-1").votes()).extracting(Vote::lane).containsExactly(0);
    }

    @Test
    void aRunThatWasCutOffCanBeVotedOn() {
        var run = Answers.told(2);
        var cut = Answers.running(Runs.with(run, run.samples().stream()
                .filter(each -> each.round() < 2 || each.lane() < 2).toList()));
        show(cut);
        model.blindProperty().set(true);
        assertThat(face().votable()).isFalse();
        model.show(cut, true);
        assertThat(face().votable()).as("nothing more comes").isTrue();
    }

    @Test
    void withoutBlindThereIsNoVote() {
        show(Answers.told(1));
        model.vote(0);
        background.runAll();
        assertThat(kept.read("run-1").votes()).isEmpty();
    }

    @Test
    void whoSawTheNamesIsTold() {
        model.blindProperty().set(true);
        show(Answers.told(2));
        assertThat(face().note()).isEqualTo(Texts.get("answers.blind"));
        model.blindProperty().set(false);
        model.blindProperty().set(true);
        assertThat(face().note()).isEqualTo(Texts.get("answers.blind.seen"));
        model.choose(1);
        assertThat(face().note()).isEqualTo(Texts.get("answers.blind"));
    }

    @Test
    void aRoundUnderWayCannotBeVotedYet() {
        var run = Answers.told(2);
        var half = Answers.running(Runs.with(run, run.samples().stream()
                .filter(each -> each.round() < 2 || each.lane() == 0).toList()));
        model.blindProperty().set(true);
        show(half);
        assertThat(face().votable()).isFalse();
        assertThat(face().note()).isEqualTo(Texts.get("answers.blind.running"));
        assertThat(face().answers()).extracting(Answer::notice).filteredOn(each -> each != null).hasSize(3);
        // Which came first would tell who is faster.
        assertThat(face().answers()).extracting(Answer::text).containsOnly("");
        model.vote(0);
        background.runAll();
        assertThat(kept.read("run-1").votes()).isEmpty();
    }

    @Test
    void votesStayWhenTheRunGoesOn() {
        var run = Answers.told(3);
        model.blindProperty().set(true);
        show(Answers.upTo(run, 1));
        model.vote(2);
        model.show(Answers.upTo(run, 2));
        model.show(run);
        model.choose(1);
        assertThat(face().vote().lane()).isEqualTo(2);
        assertThat(face().hidden()).isFalse();
    }

    @Test
    void votesStayWhileNobodyLooks() {
        var run = Answers.told(3);
        model.blindProperty().set(true);
        show(run);
        model.choose(2);
        model.vote(1);
        model.show(null);
        assertThat(face().answers()).isEmpty();
        model.show(run);
        assertThat(face().round()).isEqualTo(2);
        assertThat(face().vote().lane()).isEqualTo(1);
    }

    @Test
    void lanesStayHiddenUntilEveryRoundIsVoted() {
        var run = Answers.told(2);
        assertThat(model.concealing().get()).isFalse();
        model.blindProperty().set(true);
        assertThat(model.concealing().get()).isTrue();
        show(Answers.upTo(run, 2));
        model.vote(0);
        model.choose(1);
        model.vote(0);
        assertThat(model.concealing().get()).as("it goes on").isTrue();
        model.show(run);
        assertThat(model.concealing().get()).isFalse();
    }

    @Test
    void aRefusalSaysWhyAndTellsNoNameWhileBlind() {
        show(Runs.refused(Answers.told(1), 1));
        var notice = face().answers().get(1).notice();
        assertThat(notice.kept()).contains("429").contains("too many requests");
        model.blindProperty().set(true);
        assertThat(face().votable()).isTrue();
        assertThat(face().answers()).extracting(Answer::notice).filteredOn(each -> each != null)
                .allSatisfy(each -> assertThat(each.kept()).isEmpty());
        show(Runs.refused(Runs.refused(Answers.told(1), 1), 2));
    }

    @Test
    void oneAnswerIsNoChoice() {
        model.blindProperty().set(true);
        show(Runs.refused(Runs.refused(Answers.told(1), 1), 2));
        assertThat(face().votable()).isFalse();
        assertThat(face().note()).isEqualTo(Texts.get("answers.blind.nothing"));
    }

    @Test
    void theSameLaneTwiceInARoundCountsWithItsLast() {
        var run = Answers.told(1);
        var again = Answers.with(run.samples().getLast(), "the second try");
        show(Runs.with(run, IntStream.range(0, run.samples().size() + 1)
                .mapToObj(i -> i < run.samples().size() ? run.samples().get(i) : again).toList()));
        assertThat(face().answers().stream().map(Answer::text)).contains("the second try");
    }

    @Test
    void hostileAnswersAreComparedToo() {
        var run = Answers.told(1);
        var texts = List.of("\uD83D \uDE80", "x ".repeat(50_000) + "\u202E", "");
        show(Runs.with(run, run.samples().stream().map(each -> Answers.with(each, texts.get(each.lane()))).toList()));
        model.form().set(AnswersModel.Form.DIFFERENCES);
        background.runAll();
        for (var answer : face().answers()) {
            if (answer.difference() != null) {
                assertThat(answer.difference().after()).isEqualTo(answer.text());
                assertThat(MarkedLines.of(answer.difference())).isNotEmpty();
            }
        }
        model.against().set(7);
        background.runAll();
        assertThat(face().answers()).hasSize(3);
    }
}

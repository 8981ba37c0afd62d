package app.pitot.ui.advice;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.advice.AdviceWords;
import app.pitot.advice.Signal;
import app.pitot.advice.Terms;
import app.pitot.advice.Verdict;
import app.pitot.advice.Week;
import app.pitot.provider.ModelInfo;
import app.pitot.ui.advice.AdvisorModel.State;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the advisor says and how it is quiet. */
class AdvisorModelTest {
    private static final String APRIL = "cerebras-free-2026-04";
    private final Sample sample = new Sample(APRIL);

    private static State.Ready ready(AdvisorModel model) {
        assertThat(model.state().get()).isInstanceOf(State.Ready.class);
        return (State.Ready) model.state().get();
    }

    private AdvisorModel shown() {
        var model = sample.advisor();
        model.refresh();
        return model;
    }

    @Test
    void aBusyWeekIsTimeToChangeOnEveryCount() {
        var model = sample.busy().advisor();
        assertThat(model.marked().get()).as("nothing was read yet").isFalse();
        model.refresh();
        var advice = ready(model).advice();
        assertThat(advice.signals()).extracting(Signal::verdict).containsOnly(Verdict.CHANGE);
        assertThat(AdviceWords.headline(advice, 7)).startsWith("Time to change something: requests are refused");
        assertThat(model.marked().get()).isTrue();
    }

    @Test
    void anEmptyPastIsSaidAndAFailureToo() {
        assertThat(shown().state().get()).isInstanceOf(State.Empty.class);
        sample.week.usages.broken = true;
        assertThat(shown().state().get()).isEqualTo(new State.Failed("The ledger cannot be read."));
    }

    @Test
    void aDismissedSignalStaysAwayUntilItIsWorse() {
        var model = sample.busy().advisor();
        model.refresh();
        ready(model).advice().signals().forEach(signal -> model.dismiss(Week.ACCOUNT, signal));
        assertThat(sample.kept).hasSize(4);
        assertThat(model.marked().get()).isFalse();
        // In the next run of the app it is as it was left.
        var later = shown();
        assertThat(later.marked().get()).isFalse();
        assertThat(AdviceWords.headline(ready(later).advice(), 7, signal -> later.dismissed(Week.ACCOUNT, signal)))
                .isEqualTo("Nothing that is worse than what you dismissed.");
        assertThat(ready(later).advice().signals()).allMatch(signal -> later.dismissed(Week.ACCOUNT, signal));
        sample.week.limited("2026-11-20T16:30:00Z", 60, "tokens/minute");
        var worse = shown();
        assertThat(worse.marked().get()).isTrue();
        assertThat(worse.dismissed(Week.ACCOUNT, ready(worse).advice().of(Signal.Kind.LIMITED))).isFalse();
        assertThat(worse.dismissed(Week.ACCOUNT, ready(worse).advice().of(Signal.Kind.DAY))).isTrue();
        worse.restore(Week.ACCOUNT, ready(worse).advice().of(Signal.Kind.DAY));
        assertThat(sample.kept).hasSize(3);
    }

    @Test
    void thirtyDaysAreHeldAgainstPlansAndSevenAreJudged() {
        sample.week.complete("2026-11-05T10:00:00Z", 200, 60, 400, 100).complete("2026-11-19T10:00:00Z", 25, 60, 400,
                100);
        var model = shown();
        assertThat(ready(model).breakEven().past().total().sent()).isEqualTo(25);
        model.days().set(30);
        assertThat(ready(model).breakEven().past().total().sent()).isEqualTo(225);
        assertThat(ready(model).advice().requests()).isEqualTo(25);
    }

    @Test
    void anAccountThatIsGoneCanStillBeLookedAt() {
        sample.week.complete("2026-11-19T10:00:00Z", 25, 60, 400, 100);
        sample.accounts.set(0, sample.account("new", "New", sample.week.plan(APRIL)));
        var model = shown();
        assertThat(model.accounts()).extracting(AdviceAccount::name).containsExactly("New",
                "Removed account acc (Cerebras)");
        assertThat(model.account().get().gone()).isTrue();
        assertThat(ready(model).advice().plan()).isNull();
        assertThat(ready(model).breakEven().offers()).isNotEmpty();
        assertThat(model.marked().get()).isFalse();
    }

    @Test
    void simulatedUseRaisesNoFlag() {
        sample.accounts.set(0, new AdviceAccount(Week.ACCOUNT, "Simulator", "simulator",
                new Terms(sample.week.plan(APRIL), true, ModelInfo::ofId), List.of(Week.GPT), false));
        sample.busy();
        var model = shown();
        assertThat(ready(model).advice().verdict()).isEqualTo(Verdict.CHANGE);
        assertThat(model.marked().get()).isFalse();
    }

    @Test
    void theTableNamesCostCoverageAndWhatWouldHavePassed() {
        sample.week.complete("2026-11-20T10:00:00Z", 1_000, 15, 400, 100);
        var figures = BreakEvenFigures.of(ready(shown()).breakEven(), LocalDate.of(2026, 11, 21));
        assertThat(figures.rows().getFirst()).containsExactly("Free plan, April 2026 (yours)", "free", "100 %", "100 %",
                "2,000 a day", "1M TPD", "2026-04-25, may be outdated");
        assertThat(figures.rows()).anySatisfy(row -> assertThat(row).startsWith("Developer, September 2026",
                "≈ $0.215", "100 %", "100 %"));
        assertThat(figures.rows()).anySatisfy(row -> assertThat(row).startsWith("Free trial, September 2026",
                "≈ $0.215 of $5.00 credit"));
        assertThat(BreakEvenFigures.notes(ready(shown()).breakEven(), 7))
                .anyMatch(note -> note.contains("lasts 30 days"));
    }

    @Test
    void keysAreNeverARemedy() {
        sample.busy();
        var words = ready(shown()).advice().signals().stream()
                .flatMap(signal -> AdviceWords.remedies(signal).stream()).toList();
        assertThat(words).isNotEmpty().noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains("key"));
    }
}

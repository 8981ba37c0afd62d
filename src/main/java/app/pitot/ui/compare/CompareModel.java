package app.pitot.ui.compare;

import app.pitot.base.Texts;
import app.pitot.compare.Comparer.Run;
import app.pitot.compare.Comparison;
import app.pitot.compare.ComparisonSetup;

import app.pitot.compare.Estimate;
import app.pitot.compare.Lane;

import app.pitot.provider.Account;
import app.pitot.ui.common.Alarm;
import app.pitot.ui.offer.ModelChoice;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The comparison: what is set up, what it would need, what runs, what came of it. It joins the lanes, the saved sets and the
 * comparer. JavaFX thread only.
 */
public final class CompareModel {
    /** How long to wait for the next key before the need is worked out. */
    private static final long SOON_MS = 120;
    /** How long a change may be lost for: as long as it takes to stop typing. */
    private static final long DRAFT_MS = 1_000;

    private final CompareTools tools;
    private final SetupModel setup;
    private final SetsModel sets;
    private final RunModel run;
    private final DayAfter days;
    private final Alarm estimating;
    private final Alarm saving;
    private final ReadOnlyObjectWrapper<EstimateFace> estimate = new ReadOnlyObjectWrapper<>(
            new EstimateFace("", "", "", ""));
    private final ReadOnlyStringWrapper asking = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper dayAfter = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper(true);
    private Map<String, Account> accounts = Map.of();
    private Estimate last;
    private boolean loading;
    private boolean loaded;
    private Runnable onceLoaded = () -> {};

    public CompareModel(CompareTools tools) {
        this.tools = tools;
        this.estimating = new Alarm(tools.delays(), this::weigh);
        this.saving = new Alarm(tools.delays(), this::save);
        this.setup = new SetupModel(tools.offers(), tools.transcripts(), LaneClock.of(tools.clocks()), this::changed);
        this.sets = new SetsModel(tools.comparisons(), setup, tools.clocks(), tools.jobs());
        this.days = new DayAfter(tools.exchanges());
        this.run = new RunModel(tools.comparer(), tools.jobs(), tools.delays(), tools.requestPulse(), this::weigh);
        tools.offers().watch(this::offered);
        offered();
    }

    public SetupModel setup() {
        return setup;
    }

    public SetsModel sets() {
        return sets;
    }

    public RunModel run() {
        return run;
    }

    /** What a run would need; never null. */
    public ReadOnlyObjectProperty<EstimateFace> estimate() {
        return estimate.getReadOnlyProperty();
    }

    /** What a run would exceed, while the user is asked whether to start it all the same; else empty. */
    public ReadOnlyStringProperty asking() {
        return asking.getReadOnlyProperty();
    }

    /** What a run leaves of today's budget, in words; empty if there is none. */
    public ReadOnlyStringProperty dayAfter() {
        return dayAfter.getReadOnlyProperty();
    }

    /** True while the prompt is open to be changed; a run folds it. */
    public ReadOnlyBooleanProperty editing() {
        return editing.getReadOnlyProperty();
    }

    /** The view is shown: what was worked on last is read, the first time. */
    public void visited() {
        if (!loading) {
            loading = true;
            sets.load(this::begin, () -> {
                loaded = true;
                loaded();
            });
        } else if (loaded) {
            loaded();
        }
    }

    private void loaded() {
        onceLoaded.run();
        onceLoaded = () -> {};
        weigh();
    }

    /** Opens the prompt, or folds it where there is something else to see. */
    public void edit(boolean on) {
        editing.set(on || run.state().get() == RunModel.State.NONE);
    }

    /** Starts a run, unless something must be mended first; asks before it would exceed a budget. */
    public void start() {
        if (run.active()) {
            return;
        }
        weigh();
        if (!estimate.get().ready()) {
            edit(true);
            return;
        }
        var over = last == null ? List.<String>of() : EstimateWords.over(setup, last);
        if (over.isEmpty()) {
            begin(false);
        } else {
            asking.set(Texts.get("compare.over", String.join(", ", over)));
        }
    }

    /** Starts it all the same, this once. */
    public void startAnyway() {
        if (!asking.get().isEmpty()) {
            begin(true);
        }
    }

    /** True if {@code lane} can be asked again by itself: what it was asked is shown, and a whole reply of it is lacking. */
    public boolean canAskAgain(LaneModel lane) {
        int at = setup.lanes().indexOf(lane);
        return at >= 0 && !run.active() && run.state().get() == RunModel.State.ENDED && lettersHold()
                && !run.shown().get().lacking(at).isEmpty() && !setup.runnable().isEmpty();
    }

    /** Asks {@code lane} again, as it was asked in the run that is shown. What comes is marked, and among no figures. */
    public void askAgain(LaneModel lane) {
        if (canAskAgain(lane)) {
            var past = run.shown().get();
            var as = setup.runnable().stream().map(each -> new Lane(each.index(), each.account(), each.model(),
                    past.setup().lanes().get(each.index()).parameters())).toList();
            editing.set(false);
            run.again(new Run(past.setId(), past.name(), past.setup(), as), lane);
        }
    }

    /** Puts the question and the model of a chat into a new comparison: the model first, the question for all. False while one runs. */
    public boolean take(String question, ModelChoice asked) {
        if (run.active()) {
            return false;
        }
        onceLoaded = () -> {
            sets.close();
            if (!question.isBlank()) {
                setup.prompt().set(question);
            }
            if (asked != null) {
                setup.first(asked);
            }
            edit(true);
        };
        visited();
        return true;
    }

    /** Answers {@link #asking} with no. */
    public void dismiss() {
        asking.set("");
    }

    /** Ends what runs, or pauses what takes many rounds; leaves a question, or the prompt for the results. */
    public void escape() {
        if (!asking.get().isEmpty()) {
            dismiss();
        } else if (run.inRounds()) {
            run.pause();
        } else if (run.active()) {
            run.cancel();
        } else if (lettersHold()) {
            edit(false);
        }
    }

    /** Something new: the lanes stay, the prompt is empty. */
    public void beginAnew() {
        if (!run.active()) {
            sets.close();
            setup.prompt().set("");
            edit(true);
        }
    }

    /** Shows a run that is over as if it had just ended: its lanes, its answers, its results. False while another one runs. */
    public boolean show(Comparison past) {
        if (!restore(past)) {
            return false;
        }
        run.show(past, setup.lanes());
        editing.set(false);
        return true;
    }

    /** Sets up what {@code past} asked, to run it again. False while something runs. */
    public boolean setUp(Comparison past) {
        if (!restore(past)) {
            return false;
        }
        edit(true);
        return true;
    }

    private boolean restore(Comparison past) {
        if (run.active()) {
            return false;
        }
        sets.sets().stream().filter(set -> set.id().equals(past.setId())).findFirst().ifPresentOrElse(sets::open,
                sets::close);
        setup.show(past.setup());
        return true;
    }

    /** One pulse of the run; true while something streams. */
    public boolean pulse() {
        return run.pulse();
    }

    /** Ends the run and keeps what is set up; completes once what was measured is handed to the store. */
    public CompletableFuture<?> close() {
        if (loaded) {
            save();
        }
        return run.close();
    }

    private void begin() {
        setup.show(FirstLanes.of(tools.offers().offers(), tools.chosen().get(),
                LocalDate.ofInstant(tools.clocks().now(), ZoneOffset.UTC)));
    }

    private void begin(boolean overBudget) {
        asking.set("");
        editing.set(false);
        run.start(next(), setup.lanes(), overBudget);
    }

    private Run next() {
        var open = sets.open().get();
        var as = open == null || sets.modified().get() ? null : open;
        return new Run(as == null ? null : as.id(), as == null ? null : as.name(), setup.current(), setup.runnable());
    }

    private void changed() {
        sets.changed();
        asking.set("");
        estimating.set(SOON_MS);
        if (!run.active() && !lettersHold()) {
            edit(true);
        }
        if (loaded) {
            saving.set(DRAFT_MS);
        }
    }

    /** True while the letters of what came of it are those of the same models in the lanes. */
    private boolean lettersHold() {
        var shown = run.shown().get();
        return shown != null && asked(shown.setup()).equals(asked(setup.current()));
    }

    private static List<List<String>> asked(ComparisonSetup of) {
        return of.lanes().stream().map(lane -> Arrays.asList(lane.accountId(), lane.modelId())).toList();
    }

    private void save() {
        saving.cancel();
        sets.saveDraft();
    }

    private void weigh() {
        estimating.cancel();
        var trouble = EstimateWords.trouble(setup);
        var how = EstimateWords.how(setup);
        last = trouble.isEmpty() ? tools.comparer().estimate(next()) : null;
        var left = last == null ? List.<DayAfter.Left>of() : days.of(setup.runnable(), last);
        dayAfter.set(DayAfter.words(left));
        LaneProblems.show(setup.lanes(), last);
        estimate.set(new EstimateFace(how, last == null ? "" : EstimateWords.need(last), trouble,
                last == null ? "" : EstimateWords.caution(setup, last)));
    }

    private void offered() {
        var now = new HashMap<String, Account>();
        tools.offers().accounts().forEach(account -> now.put(account.id(), account));
        accounts.forEach((id, account) -> {
            if (!now.containsKey(id)) {
                tools.comparer().gone(account);
            }
        });
        accounts = now;
    }
}

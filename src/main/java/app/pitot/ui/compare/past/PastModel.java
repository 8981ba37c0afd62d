package app.pitot.ui.compare.past;

import app.pitot.base.Texts;
import app.pitot.compare.Analyst;
import app.pitot.compare.Comparison;
import app.pitot.compare.Comparisons;
import app.pitot.compare.LaneFacts;
import app.pitot.compare.Measure;
import app.pitot.compare.Mode;
import app.pitot.compare.VerdictWords;
import app.pitot.ui.common.Delays;
import app.pitot.ui.common.Job;
import app.pitot.ui.common.Jobs;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Runs that are kept, newest first: opening one, doing it again, deleting it. JavaFX thread only. */
public final class PastModel {
    /** So long a deleted run can be brought back, in ms. */
    static final long UNDO_MS = 10_000;
    private static final int MOST = 200;

    private final Comparisons comparisons;
    private final Jobs jobs;
    private final Delays delays;
    private final ZoneId zone;
    private final Supplier<Set<String>> accounts;
    private final Predicate<Comparison> open;
    private final Predicate<Comparison> again;
    private final TimelineModel timeline;
    private final ObservableList<PastRun> runs = FXCollections.observableArrayList();
    private final ObservableList<PastRun> view = FXCollections.unmodifiableObservableList(runs);
    private final ObservableList<PastRun> deleted = FXCollections.observableArrayList();
    private final ObservableList<PastRun> deletedView = FXCollections.unmodifiableObservableList(deleted);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    /** Verdicts of runs that are over: they never change. */
    private final Map<String, String> verdicts = new HashMap<>();
    private final ReadOnlyStringWrapper openSet = new ReadOnlyStringWrapper();
    private final BooleanProperty only = new SimpleBooleanProperty();
    private Job loading;
    private Job judging;

    /**
     * @param accounts ids of those that are there now
     * @param open shows a run as if it had just ended; false if that cannot be now, because another one runs
     * @param again sets up what a run asked; likewise
     */
    public PastModel(Comparisons comparisons, Jobs jobs, Delays delays, ZoneId zone, Supplier<Set<String>> accounts,
            Predicate<Comparison> open, Predicate<Comparison> again) {
        this.comparisons = comparisons;
        this.jobs = jobs;
        this.delays = delays;
        this.zone = zone;
        this.accounts = accounts;
        this.open = open;
        this.again = again;
        this.timeline = new TimelineModel(comparisons, jobs, zone);
        only.addListener((_, _, _) -> reload());
    }

    /** Newest first. */
    public ObservableList<PastRun> runs() {
        return view;
    }

    /** Those that were deleted and can still be brought back, the last one first. */
    public ObservableList<PastRun> deleted() {
        return deletedView;
    }

    /** What went wrong or needs saying; empty for nothing. */
    public ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /** True once the list is what is kept. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** How the chosen set changed over time. */
    public TimelineModel timeline() {
        return timeline;
    }

    /** Id of the set that is worked on; null for none. */
    public ReadOnlyStringProperty openSet() {
        return openSet.getReadOnlyProperty();
    }

    /** True if only runs of that set are listed; writable. */
    public BooleanProperty only() {
        return only;
    }

    /** Reads what is kept, anew. @param setId of the set that is worked on; null for none */
    public void load(String setId) {
        openSet.set(setId);
        note.set("");
        reload();
    }

    /** The same once more: a run ended, or a vote came. */
    public void reload() {
        stop();
        var set = only.get() ? openSet.get() : null;
        loading = jobs.start(() -> comparisons.past(set, MOST), this::show, _ -> note.set(Texts.get("past.unread")));
    }

    /** Shows the run; says so if it is not there any more. */
    public void open(PastRun run) {
        read(run, found -> note.set(open.test(found) ? "" : Texts.get("past.busy")));
    }

    /** Sets up what the run asked, and names the accounts that are gone. */
    public void again(PastRun run) {
        read(run, found -> {
            if (!again.test(found)) {
                note.set(Texts.get("past.busy"));
                return;
            }
            var there = accounts.get();
            var missing = found.lanes().stream().filter(lane -> !there.contains(lane.accountId()))
                    .map(LaneFacts::accountName).distinct().collect(Collectors.joining(", "));
            note.set(missing.isEmpty() ? "" : Texts.get("past.missing", missing));
        });
    }

    /** Takes it away; for some seconds it can be brought back. */
    public void delete(PastRun run) {
        if (runs.remove(run)) {
            deleted.addFirst(run);
            delays.after(UNDO_MS, () -> forget(run));
        }
    }

    /** Brings a deleted run back, unless it is too late. */
    public void undo(PastRun run) {
        if (deleted.remove(run)) {
            int at = 0;
            while (at < runs.size() && runs.get(at).at().isAfter(run.at())) {
                at++;
            }
            runs.add(at, run);
        }
    }

    /** The last one that was deleted. */
    public void undoLast() {
        if (!deleted.isEmpty()) {
            undo(deleted.getFirst());
        }
    }

    /** From now on nothing can be brought back; completes once what was deleted is gone. */
    public CompletableFuture<?> close() {
        stop();
        return CompletableFuture
                .allOf(List.copyOf(deleted).stream().map(this::forget).toArray(CompletableFuture<?>[]::new));
    }

    private void stop() {
        if (loading != null) {
            loading.cancel();
        }
        if (judging != null) {
            judging.cancel();
        }
    }

    private CompletableFuture<?> forget(PastRun run) {
        var gone = new CompletableFuture<Void>();
        if (!deleted.remove(run)) {
            return CompletableFuture.completedFuture(null);
        }
        jobs.start(() -> {
            try {
                comparisons.remove(run.id());
            } finally {
                gone.complete(null);
            }
            return null;
        }, _ -> timeline.reload(), _ -> note.set(Texts.get("past.undeleted")));
        return gone;
    }

    private void show(List<Comparison> heads) {
        var gone = deleted.stream().map(PastRun::id).collect(Collectors.toSet());
        runs.setAll(heads.stream().filter(head -> !gone.contains(head.id())).map(head -> PastRun.of(head, zone))
                .map(run -> run.with(verdicts.getOrDefault(run.id(), ""))).toList());
        loaded.set(true);
        judge(0);
    }

    /** One after the other, so that the first are told soon, and none once something else is asked for. */
    private void judge(int from) {
        int at = from;
        while (at < runs.size() && !runs.get(at).verdict().isEmpty()) {
            at++;
        }
        if (at < runs.size()) {
            int next = at + 1;
            var run = runs.get(at);
            judging = jobs.start(() -> comparisons.read(run.id()) instanceof Comparison found ? verdict(found) : "",
                    said -> {
                        told(run.id(), said);
                        judge(next);
                    }, _ -> judge(next));
        }
    }

    private void told(String id, String said) {
        verdicts.put(id, said);
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).id().equals(id)) {
                runs.set(i, runs.get(i).with(said));
            }
        }
    }

    private static String verdict(Comparison run) {
        // One round says who came first, which is no verdict.
        return run.mode() == Mode.RACE
                ? Texts.get("past.race.verdict")
                : VerdictWords.headline(Analyst.analyse(run, Measure.OUTPUT_SPEED));
    }

    private void read(PastRun run, Consumer<Comparison> then) {
        note.set("");
        jobs.start(() -> comparisons.read(run.id()), found -> {
            if (found == null) {
                note.set(Texts.get("past.gone"));
                runs.remove(run);
            } else {
                then.accept(found);
            }
        }, _ -> note.set(Texts.get("past.unread")));
    }
}

package app.pitot.ui.compare.past;

import app.pitot.base.Texts;
import app.pitot.compare.Change;
import app.pitot.compare.Comparison;
import app.pitot.compare.Comparisons;
import app.pitot.compare.Measure;
import app.pitot.ui.common.Job;
import app.pitot.ui.common.Jobs;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** One set over time, in one measure. JavaFX thread only. */
public final class TimelineModel {
    /** Older runs are not drawn. */
    private static final int MOST = 40;

    private final Comparisons comparisons;
    private final Jobs jobs;
    private final ZoneId zone;
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.OUTPUT_SPEED);
    private final ReadOnlyObjectWrapper<TimelineFace> face = new ReadOnlyObjectWrapper<>(
            new TimelineFace(null, List.of(), Texts.get("past.timeline.choose")));
    private String set;
    private Job working;

    TimelineModel(Comparisons comparisons, Jobs jobs, ZoneId zone) {
        this.comparisons = comparisons;
        this.jobs = jobs;
        this.zone = zone;
        measure.addListener((_, _, _) -> reload());
    }

    /** Writable. */
    public ObjectProperty<Measure> measure() {
        return measure;
    }

    /** Never null. */
    ReadOnlyObjectProperty<TimelineFace> face() {
        return face.getReadOnlyProperty();
    }

    ZoneId zone() {
        return zone;
    }

    /** The same set once more. */
    void reload() {
        show(set);
    }

    /** Shows the runs of {@code setId}; null for nothing. */
    public void show(String setId) {
        set = setId;
        if (working != null) {
            working.cancel();
        }
        if (setId == null) {
            face.set(new TimelineFace(null, List.of(), Texts.get("past.timeline.choose")));
            return;
        }
        var of = measure.get();
        working = jobs.start(() -> face(setId, of), face::set,
                _ -> face.set(new TimelineFace(null, List.of(), Texts.get("past.unread"))));
    }

    private TimelineFace face(String setId, Measure of) {
        var runs = comparisons.past(setId, MOST).stream().map(head -> comparisons.read(head.id()))
                .filter(Objects::nonNull).toList();
        var timeline = Timeline.of(runs, of);
        if (timeline.lanes().isEmpty()) {
            return new TimelineFace(null, List.of(), Texts.get("past.timeline.none"));
        }
        var told = runs.stream().filter(run -> run.samples().stream().anyMatch(sample -> sample.counts())).toList();
        return new TimelineFace(timeline, changes(told, of), told.size() < 2 ? Texts.get("past.timeline.one") : "");
    }

    /** Of the newest run against the one before it. */
    private List<String> changes(List<Comparison> newestFirst, Measure of) {
        return newestFirst.size() < 2
                ? List.of()
                : ChangeWords.of(Change.between(newestFirst.get(1), newestFirst.get(0), of), zone);
    }
}

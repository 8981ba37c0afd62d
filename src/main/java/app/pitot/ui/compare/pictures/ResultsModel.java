package app.pitot.ui.compare.pictures;

import app.pitot.compare.Analysis;
import app.pitot.compare.Analyst;
import app.pitot.compare.Comparison;
import app.pitot.compare.Measure;
import app.pitot.ui.common.Jobs;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What a comparison says, worked out away from the JavaFX thread: one computation at a time, and after it the newest that
 * was asked for meanwhile. Use on the JavaFX thread only.
 */
public final class ResultsModel {
    private final Jobs jobs;
    private final BiFunction<Comparison, Measure, Analysis> analyst;
    private final ReadOnlyObjectWrapper<Results> results = new ReadOnlyObjectWrapper<>(this, "results");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed");
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(this, "measure", Measure.OUTPUT_SPEED);
    private final BooleanProperty expanded = new SimpleBooleanProperty(this, "expanded");
    private Comparison wanted;
    private boolean busy;
    private boolean again;

    /** @param jobs where it is worked out */
    public ResultsModel(Jobs jobs) {
        this(jobs, Analyst::analyse);
    }

    /** @param analyst says what samples say of a measure; called in the background */
    ResultsModel(Jobs jobs, BiFunction<Comparison, Measure, Analysis> analyst) {
        this.jobs = jobs;
        this.analyst = analyst;
        measure.addListener((_, _, _) -> complete());
        expanded.addListener((_, _, _) -> complete());
    }

    /** Shows what {@code run} says as soon as that is worked out; null clears at once. */
    public void show(Comparison run) {
        wanted = run;
        failed.set(false);
        var shown = results.get();
        if (shown != null && (run == null || !run.id().equals(shown.run().id()))) {
            results.set(null);
        }
        if (run == null) {
            expanded.set(false);
        } else {
            start();
        }
    }

    /** Which measure the small panel shows; never null. */
    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    /** True while all of it is shown: every measure is worked out then. */
    public BooleanProperty expandedProperty() {
        return expanded;
    }

    /** Null while nothing is shown. */
    ReadOnlyObjectProperty<Results> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /** True if what was asked for last could not be worked out. */
    ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    private void complete() {
        if (results.get() != null && !results.get().analyses().keySet().containsAll(measures())) {
            start();
        }
    }

    private Set<Measure> measures() {
        return expanded.get() ? EnumSet.allOf(Measure.class) : EnumSet.of(measure.get());
    }

    private void start() {
        again = busy;
        if (busy) {
            return;
        }
        busy = true;
        var run = wanted;
        var measures = measures();
        jobs.start(() -> compute(run, measures), this::done, _ -> {
            failed.set(run == wanted);
            ended();
        });
    }

    private Results compute(Comparison run, Set<Measure> measures) {
        var analyses = new EnumMap<Measure, Analysis>(Measure.class);
        measures.forEach(each -> analyses.put(each, analyst.apply(run, each)));
        return Results.of(run, analyses);
    }

    private void done(Results made) {
        if (wanted != null && wanted.id().equals(made.run().id())) {
            results.set(made);
        }
        ended();
    }

    private void ended() {
        busy = false;
        if (again && wanted != null) {
            start();
        }
    }
}

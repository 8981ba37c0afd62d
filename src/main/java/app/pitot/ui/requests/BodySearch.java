package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.exchange.Traces;
import app.pitot.ui.common.Job;
import app.pitot.ui.common.Jobs;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Looks for a text in the bodies that are kept, and narrows the list to what has it. JavaFX thread only. */
final class BodySearch {
    private final Traces traces;
    private final Jobs jobs;
    private final Filters filters;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private Job job;

    BodySearch(Traces traces, Jobs jobs, Filters filters) {
        this.traces = traces;
        this.jobs = jobs;
        this.filters = filters;
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What was looked for and how often it was found; empty if the list is not narrowed by it. */
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** Looks for what is typed, instead of looking for it in the list. */
    void start() {
        var words = filters.text().get().strip();
        if (words.isEmpty()) {
            return;
        }
        stop();
        busy.set(true);
        said.set(Texts.get("requests.bodies.busy", words));
        var filter = filters.filter().get();
        job = jobs.start(() -> traces.holding(words, filter.from(), filter.until()), found -> {
            busy.set(false);
            filters.text().set("");
            filters.found(found);
            said.set(Texts.get("requests.bodies.found", words, found.size()));
        }, _ -> {
            busy.set(false);
            said.set(Texts.get("requests.bodies.failed"));
        });
    }

    /** Ends the search; the list stays as it was. */
    void stop() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        if (busy.get()) {
            busy.set(false);
            said.set("");
        }
    }

    /** The list is not narrowed by bodies any more. */
    void clear() {
        stop();
        said.set("");
        if (filters.filter().get().ids() != null) {
            filters.ids(null);
        }
    }
}

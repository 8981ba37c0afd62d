package app.pitot.ui.requests;

import app.pitot.api.Wire;
import app.pitot.base.Clocks;
import app.pitot.exchange.Traces;
import app.pitot.ui.common.Job;
import app.pitot.ui.common.Jobs;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.RequestRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Everything about one request: its row at once, and what went over the wire once that is read. JavaFX thread only. */
public final class DetailsModel {
    private final Traces traces;
    private final Jobs jobs;
    private final RowWords words;
    private final ReadOnlyObjectWrapper<RequestRow> row = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Kept> kept = new ReadOnlyObjectWrapper<>(new Kept.Reading());
    private Job reading;

    /** What is there of the wire. */
    sealed interface Kept {
        /** Not known yet. */
        record Reading() implements Kept {}

        /** It runs: it is there once it has ended. */
        record Running() implements Kept {}

        /** What was kept of the last HTTP request. */
        record There(Wire wire) implements Kept {}

        /** Nothing ever went out. */
        record Unsent() implements Kept {}

        /**
         * Not kept, or not any more.
         *
         * @param oldest when the oldest that is kept began; null if nothing is kept
         */
        record Gone(Instant oldest) implements Kept {}

        /** It could not be read. */
        record Unreadable() implements Kept {}
    }

    public DetailsModel(Traces traces, Jobs jobs, Names names, Clocks clocks, ZoneId zone) {
        this.traces = traces;
        this.jobs = jobs;
        this.words = new RowWords(names, clocks, zone);
    }

    /** Null for none. */
    ReadOnlyObjectProperty<RequestRow> row() {
        return row.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Kept> kept() {
        return kept.getReadOnlyProperty();
    }

    RowWords words() {
        return words;
    }

    /** Null for none. The same once more has no effect. */
    void show(RequestRow next) {
        var before = row.get();
        if (next == null ? before == null : next.equals(before)) {
            return;
        }
        boolean other = next == null || before == null || !next.id().equals(before.id());
        boolean ended = !other && before.status() == Status.OPEN && next.status() != Status.OPEN;
        row.set(next);
        if (other || ended) {
            read(next);
        }
    }

    Phases phases() {
        return row.get() == null
                ? new Phases(List.of())
                : Phases.of(row.get(), kept.get() instanceof Kept.There there ? there.wire() : null);
    }

    List<Fact> figures() {
        return row.get() == null ? List.of() : Figures.of(row.get(), words);
    }

    private void read(RequestRow next) {
        if (reading != null) {
            reading.cancel();
        }
        if (next == null) {
            kept.set(new Kept.Reading());
        } else if (StatusWords.runs(next, words.now())) {
            kept.set(new Kept.Running());
        } else if (!next.sent() && next.status() != Status.OPEN) {
            kept.set(new Kept.Unsent());
        } else {
            kept.set(new Kept.Reading());
            reading = jobs.start(() -> find(next.id()), kept::set, _ -> kept.set(new Kept.Unreadable()));
        }
    }

    private Kept find(String id) {
        var last = traces.find(id);
        return last == null ? new Kept.Gone(traces.kept().oldest()) : new Kept.There(last);
    }
}

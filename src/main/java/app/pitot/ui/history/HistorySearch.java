package app.pitot.ui.history;

import app.pitot.history.History;
import app.pitot.history.Hit;
import app.pitot.history.SearchFailedException;
import app.pitot.ui.common.Alarm;
import app.pitot.ui.common.Delays;
import app.pitot.ui.common.Latest;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is typed to find something, and what was found. JavaFX thread only. */
final class HistorySearch {
    /** A keystroke sooner than this after another is one of the same word. */
    private static final long PAUSE_MS = 120;
    /** More than anybody looks through; whoever has that many types another word. */
    static final int MOST = 200;

    /** How far a search has come. */
    enum State {
        /** Nothing is looked for. */
        NONE,
        /** The first answer is still to come. */
        LOOKING, FOUND, NOTHING,
        /** Not all could be looked through; {@link #note} says why. */
        FAILED
    }

    /** @param note empty if there is nothing to say of it */
    private record Answer(String words, List<HitRow> hits, String note, boolean failed) {
        static final Answer NONE = new Answer("", List.of(), "", false);
    }

    private final History history;
    private final Supplier<Function<Hit, HitRow>> shown;
    private final Latest<Answer> latest;
    private final Alarm pause;
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<HitRow> hits = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private String answered = "";
    private String note = "";

    /** @param shown gives, on the JavaFX thread, what makes a row of a hit elsewhere */
    HistorySearch(History history, Supplier<Function<Hit, HitRow>> shown, Executor work, Executor fx, Delays delays) {
        this.history = history;
        this.shown = shown;
        this.latest = new Latest<>(work, fx, this::show);
        this.pause = new Alarm(delays, this::look);
        words.addListener((_, _, now) -> typed(now));
    }

    StringProperty words() {
        return words;
    }

    /** The best first. */
    ObservableList<HitRow> hits() {
        return hits;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** True if there are as many as are ever shown, and surely more to be found. */
    boolean full() {
        return hits.size() >= MOST;
    }

    /** The words to which {@link #hits} are the answer. */
    String answered() {
        return answered;
    }

    /** What is to be said beside what was found: what went wrong, or how far was looked; empty if nothing. */
    String note() {
        return note;
    }

    /** Leaves out what was found in a conversation that is gone. */
    void forget(String conversationId) {
        hits.removeIf(each -> each.conversationId().equals(conversationId));
        if (state.get() == State.FOUND && hits.isEmpty()) {
            state.set(State.NOTHING);
        }
    }

    /** Looks once more for what is typed, since what there is to find is another. */
    void again() {
        if (!words.get().isBlank()) {
            look();
        }
    }

    private void typed(String now) {
        if (now.isBlank()) {
            pause.cancel();
            latest.now(() -> Answer.NONE);
        } else {
            if (state.get() == State.NONE) {
                state.set(State.LOOKING);
            }
            pause.set(PAUSE_MS);
        }
    }

    private void look() {
        var wanted = words.get().strip();
        var row = shown.get();
        latest.later(() -> {
            try {
                var found = history.search(wanted, MOST);
                return new Answer(wanted, found.stream().map(row).toList(), history.searchNote(wanted), false);
            } catch (SearchFailedException e) {
                return new Answer(wanted, e.found().stream().map(row).toList(), e.getMessage(), true);
            }
        });
    }

    private void show(Answer answer) {
        answered = answer.words();
        note = answer.note();
        hits.setAll(answer.hits());
        state.set(answered.isEmpty()
                ? State.NONE
                : answer.failed() ? State.FAILED : answer.hits().isEmpty() ? State.NOTHING : State.FOUND);
    }
}

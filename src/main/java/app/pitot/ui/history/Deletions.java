package app.pitot.ui.history;

import app.pitot.history.History;
import app.pitot.ui.common.Delays;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Conversations that were deleted and can still be brought back. JavaFX thread only. */
final class Deletions {
    static final long UNDO_MS = 10_000;

    /**
     * @param title as shown
     * @param open true if it was the one in the chat
     */
    record Pending(String id, String title, boolean open) {}

    private final History history;
    private final Delays delays;
    private final Consumer<String> purged;
    private final ObservableList<Pending> pending = FXCollections.observableArrayList();

    /** @param purged told the id of a conversation that cannot be brought back any more */
    Deletions(History history, Delays delays, Consumer<String> purged) {
        this.history = history;
        this.delays = delays;
        this.purged = purged;
    }

    /** The last deleted first. */
    ObservableList<Pending> pending() {
        return pending;
    }

    void delete(Pending one) {
        history.delete(one.id());
        pending.addFirst(one);
        delays.after(UNDO_MS, () -> end(one));
    }

    /** False if it is too late. */
    boolean undo(Pending one) {
        if (!take(one)) {
            return false;
        }
        history.restore(one.id());
        return true;
    }

    /** From now on nothing can be brought back. */
    void close() {
        List.copyOf(pending).forEach(this::end);
    }

    private void end(Pending one) {
        if (take(one)) {
            history.purge(one.id());
            purged.accept(one.id());
        }
    }

    /** By identity: a conversation may have been deleted, brought back, and deleted again. */
    private boolean take(Pending one) {
        return pending.removeIf(each -> each == one);
    }
}

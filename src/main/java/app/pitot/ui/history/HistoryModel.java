package app.pitot.ui.history;

import app.pitot.base.Clocks;
import app.pitot.history.History;
import app.pitot.ui.common.Delays;
import app.pitot.ui.common.Jobs;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** What the list of conversations shows and does. JavaFX thread only. */
public final class HistoryModel {
    private final History history;
    private final ConversationOpener opener;
    private final ConversationList list;
    private final HistorySearch search;
    private final Deletions deletions;
    private final TransferModel transfer;
    private final ReadOnlyStringWrapper open = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<Set<String>> running = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyStringWrapper renaming = new ReadOnlyStringWrapper();

    /**
     * Reads nothing before {@link #load}.
     *
     * @param zone whose days the groups are
     * @param work runs what blocks, away from the JavaFX thread
     * @param fx runs work on the JavaFX thread
     */
    public HistoryModel(History history, Clocks clocks, ZoneId zone, Executor work, Executor fx, Delays delays,
            ConversationOpener opener) {
        this.history = history;
        this.opener = opener;
        this.list = new ConversationList(history, clocks, zone, work, fx, delays);
        this.search = new HistorySearch(history, () -> {
            var today = list.today();
            return hit -> HitRow.of(hit, today, zone);
        }, work, fx, delays);
        this.deletions = new Deletions(history, delays, list::forget);
        this.transfer = new TransferModel(history, clocks, zone, new Jobs(work, fx));
    }

    /** Reads what there is, elsewhere; it shows once it is there. */
    public void load() {
        list.load();
    }

    /** The window is looked at again: the day may be another, and another Pitot may have changed something. */
    public void looked() {
        history.refresh();
        list.lookAtTheDay();
    }

    /** The chat shows this conversation; null for one that is not kept yet. */
    public void opened(String conversationId) {
        open.set(conversationId);
    }

    /** Replies run in these conversations. */
    public void running(Set<String> conversationIds) {
        running.set(Set.copyOf(conversationIds));
    }

    /** Removes for good what was deleted, and ends what is being imported; called when the app ends. */
    public void close() {
        transfer.cancel();
        deletions.close();
    }

    TransferModel transfer() {
        return transfer;
    }

    ObservableList<HistoryRow> rows() {
        return list.rows();
    }

    /** False until the history was read for the first time. */
    ReadOnlyBooleanProperty loaded() {
        return list.loaded();
    }

    /** Null if none. */
    ReadOnlyStringProperty open() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Set<String>> running() {
        return running.getReadOnlyProperty();
    }

    /** The conversation whose title is being edited; null if none is. */
    ReadOnlyStringProperty renaming() {
        return renaming.getReadOnlyProperty();
    }

    ObservableList<Deletions.Pending> deleted() {
        return deletions.pending();
    }

    StringProperty query() {
        return search.words();
    }

    ObservableList<HitRow> hits() {
        return search.hits();
    }

    /** True if more was found than is shown. */
    boolean foundMore() {
        return search.full();
    }

    ReadOnlyObjectProperty<HistorySearch.State> searching() {
        return search.state();
    }

    /** What was looked for when {@link #hits} was found. */
    String answered() {
        return search.answered();
    }

    /** What is to be said beside what was found; empty if nothing. */
    String searchNote() {
        return search.note();
    }

    void open(String id) {
        opener.open(id, null);
    }

    void open(HitRow hit) {
        opener.open(hit.conversationId(), hit.messageId());
    }

    void newChat() {
        opener.newChat();
    }

    /** Opens the conversation that stands {@code step} places below the open one, around the ends. */
    public void step(int step) {
        var ids = list.rows().stream().filter(HistoryRow.Item.class::isInstance)
                .map(row -> ((HistoryRow.Item) row).id()).toList();
        if (ids.isEmpty()) {
            return;
        }
        int at = ids.indexOf(open.get());
        int next = at < 0 ? (step > 0 ? 0 : ids.size() - 1) : Math.floorMod(at + step, ids.size());
        if (next != at) {
            open(ids.get(next));
        }
    }

    void beginRename(String id) {
        renaming.set(id);
    }

    void cancelRename() {
        renaming.set(null);
    }

    /** Gives a title; a blank one leaves the old. */
    void rename(String id, String words) {
        renaming.set(null);
        var title = words.strip().replaceAll("\\R", " ");
        list.find(id).filter(now -> !title.isEmpty() && !title.equals(now.title())).ifPresent(now -> {
            list.expect(now.withTitle(title));
            history.change(id, kept -> kept.withTitle(title, true));
        });
    }

    /** The title as it is, for editing. */
    String title(String id) {
        return list.find(id).map(Known::title).orElse("");
    }

    void pin(String id, boolean above) {
        list.find(id).filter(now -> now.pinned() != above).ifPresent(now -> {
            list.expect(now.withPinned(above));
            history.change(id, kept -> kept.withPinned(above));
        });
    }

    /** Takes it out of the list; it can be brought back for ten seconds. The open one makes room for a new chat. */
    void delete(String id) {
        list.find(id).ifPresent(now -> {
            boolean shown = id.equals(open.get());
            opener.stop(id);
            if (shown) {
                opener.newChat();
            }
            list.hide(id);
            search.forget(id);
            deletions.delete(new Deletions.Pending(id, Known.shown(now.title()), shown));
        });
    }

    void undo(Deletions.Pending deleted) {
        if (deletions.undo(deleted)) {
            list.unhide(deleted.id());
            search.again();
            if (deleted.open()) {
                open(deleted.id());
            }
        }
    }

    /** Brings back what was deleted last, if anything can be. */
    void undoLast() {
        List.copyOf(deleted()).stream().findFirst().ifPresent(this::undo);
    }
}

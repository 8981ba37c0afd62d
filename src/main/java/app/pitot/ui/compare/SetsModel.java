package app.pitot.ui.compare;

import app.pitot.api.Harmless;
import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.compare.Comparisons;
import app.pitot.compare.SavedSet;
import app.pitot.ui.common.Jobs;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Saved sets by name: opening, keeping, renaming, deleting; and the one that is being worked on. JavaFX thread only. */
public final class SetsModel {
    private static final int LONGEST_NAME = 60;

    /** What is asked of the user or told, below the bar. */
    public sealed interface Asking {
        /** Nothing. */
        record Nothing() implements Asking {}

        /** For a name. @param old the set to rename; null to keep a new one */
        record Name(SavedSet old) implements Asking {}

        /** Whether {@code next} is to take the place of {@code instead}, which has its name. */
        record Replace(SavedSet next, SavedSet instead) implements Asking {}

        /** Whether to undo that it was deleted. */
        record Undo(SavedSet deleted) implements Asking {}

        /** What went wrong, as a sentence. */
        record Trouble(String words) implements Asking {}
    }

    private static final Asking NOTHING = new Asking.Nothing();

    private final Comparisons comparisons;
    private final SetupModel setup;
    private final Clocks clocks;
    private final Jobs jobs;
    private final ObservableList<SavedSet> sets = FXCollections.observableArrayList();
    /** Held, because it hears of changes only as long as somebody does. */
    private final ObservableList<SavedSet> view = FXCollections.unmodifiableObservableList(sets);
    private final ReadOnlyObjectWrapper<SavedSet> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Asking> asking = new ReadOnlyObjectWrapper<>(NOTHING);

    SetsModel(Comparisons comparisons, SetupModel setup, Clocks clocks, Jobs jobs) {
        this.comparisons = comparisons;
        this.setup = setup;
        this.clocks = clocks;
        this.jobs = jobs;
    }

    /** By name. */
    public ObservableList<SavedSet> sets() {
        return view;
    }

    /** The one that was opened or kept last; null for none. */
    public ReadOnlyObjectProperty<SavedSet> open() {
        return open.getReadOnlyProperty();
    }

    /** True if what is set up differs from the open one. */
    public ReadOnlyBooleanProperty modified() {
        return modified.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Asking> asking() {
        return asking.getReadOnlyProperty();
    }

    /**
     * Reads what is kept, in the background, and shows what was worked on last.
     *
     * @param first called if nothing was
     */
    void load(Runnable first, Runnable loaded) {
        jobs.start(comparisons::sets, found -> {
            sets.setAll(found.stream().filter(set -> !set.draft()).toList());
            sort();
            found.stream().filter(SavedSet::draft).findFirst().ifPresentOrElse(this::restore, first);
            loaded.run();
        }, _ -> {
            asking.set(new Asking.Trouble(Texts.get("compare.sets.unread")));
            first.run();
            loaded.run();
        });
    }

    /** Shows {@code set}, also to go back to it after changes. */
    public void open(SavedSet set) {
        open.set(set);
        setup.show(set.setup());
        asking.set(NOTHING);
    }

    /** Asks for the name of a new set. */
    public void askName() {
        asking.set(new Asking.Name(null));
    }

    /** Asks for another name of the open one. */
    public void askRename() {
        if (open.get() != null) {
            asking.set(new Asking.Name(open.get()));
        }
    }

    /** Keeps what is set up in the place of the open one; asks for a name if none is open. */
    public void save() {
        var old = open.get();
        if (old == null) {
            askName();
        } else {
            keep(new SavedSet(old.id(), old.name(), setup.current(), clocks.now()), null);
        }
    }

    /** Answers {@link Asking.Name}; if another set has the name already, asks whether to replace it. */
    public void name(String typed) {
        var name = Harmless.line(typed, LONGEST_NAME);
        if (!(asking.get() instanceof Asking.Name ask) || name.isBlank()) {
            return;
        }
        var old = ask.old();
        var next = old == null
                ? new SavedSet(UUID.randomUUID().toString(), name, setup.current(), clocks.now())
                : new SavedSet(old.id(), name, old.setup(), clocks.now());
        named(name).filter(same -> !same.id().equals(next.id())).ifPresentOrElse(
                same -> asking.set(new Asking.Replace(next, same)), () -> keep(next, null));
    }

    /** Answers {@link Asking.Replace} with yes. */
    public void replace() {
        if (asking.get() instanceof Asking.Replace ask) {
            keep(ask.next(), ask.instead());
        }
    }

    /** Deletes the open one; what is set up stays, and so do its results. */
    public void delete() {
        var gone = open.get();
        if (gone != null) {
            sets.remove(gone);
            write(() -> comparisons.forget(gone.id()));
            open.set(null);
            changed();
            asking.set(new Asking.Undo(gone));
        }
    }

    /** Answers {@link Asking.Undo} with yes. */
    public void undo() {
        if (asking.get() instanceof Asking.Undo ask) {
            keep(ask.deleted(), null);
        }
    }

    /** Answers any question with no. */
    public void dismiss() {
        asking.set(NOTHING);
    }

    /** Nothing is open any more; what is set up is a new one. */
    void close() {
        open.set(null);
        changed();
    }

    /** What is set up changed. */
    void changed() {
        modified.set(open.get() != null && !open.get().setup().equals(setup.current()));
    }

    /** Keeps what is being worked on for the next start. */
    void saveDraft() {
        var of = open.get() == null ? SavedSet.DRAFT : open.get().id();
        var draft = new SavedSet(SavedSet.DRAFT, of, setup.current(), clocks.now());
        write(() -> comparisons.save(draft));
    }

    private void restore(SavedSet draft) {
        open.set(sets.stream().filter(set -> set.id().equals(draft.name())).findFirst().orElse(null));
        setup.show(draft.setup());
    }

    private void keep(SavedSet set, SavedSet instead) {
        if (instead != null) {
            sets.remove(instead);
            write(() -> comparisons.forget(instead.id()));
        }
        sets.removeIf(each -> each.id().equals(set.id()));
        sets.add(set);
        sort();
        write(() -> comparisons.save(set));
        open.set(set);
        changed();
        // The next start shows it as this set, though nothing of it changed.
        saveDraft();
        asking.set(NOTHING);
    }

    private void write(Runnable work) {
        jobs.start(() -> {
            work.run();
            return null;
        }, _ -> {}, _ -> asking.set(new Asking.Trouble(Texts.get("compare.sets.unsaved"))));
    }

    private void sort() {
        sets.sort(Comparator.comparing(set -> set.name().toLowerCase(Locale.ROOT)));
    }

    private Optional<SavedSet> named(String name) {
        return sets.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
    }
}

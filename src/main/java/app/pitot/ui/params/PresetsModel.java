package app.pitot.ui.params;

import app.pitot.api.Harmless;
import app.pitot.base.Texts;
import app.pitot.history.History;
import app.pitot.history.Preset;
import app.pitot.ui.common.Jobs;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** System prompts and parameters under names: choosing, keeping, renaming, deleting. JavaFX thread only. */
public final class PresetsModel {
    private static final int LONGEST_NAME = 60;

    /** What is asked of the user or told, in the place of the presets. */
    public sealed interface Asking {
        /** Nothing. */
        record Nothing() implements Asking {}

        /** For a name. @param old the preset to rename; null to keep a new one */
        record Name(Preset old) implements Asking {}

        /** Whether {@code next} is to take the place of the preset of that name. @param old as with {@link Name} */
        record Replace(Preset next, Preset old) implements Asking {}

        /** Whether to undo that it was deleted. */
        record Undo(Preset deleted) implements Asking {}

        /** What went wrong, as a sentence. */
        record Trouble(String words) implements Asking {}
    }

    private static final Asking NOTHING = new Asking.Nothing();

    private final History history;
    private final Jobs jobs;
    private final Parameters parameters;
    private final ObservableList<Preset> presets = FXCollections.observableArrayList();
    /** Held, because it hears of changes only as long as somebody does. */
    private final ObservableList<Preset> view = FXCollections.unmodifiableObservableList(presets);
    private final ReadOnlyObjectWrapper<Preset> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Asking> asking = new ReadOnlyObjectWrapper<>(NOTHING);

    public PresetsModel(History history, Jobs jobs, Parameters parameters) {
        this.history = history;
        this.jobs = jobs;
        this.parameters = parameters;
        parameters.setup().addListener((_, _, _) -> compare());
        parameters.shown().addListener((_, _, _) -> recognise());
    }

    /** By name, without regard to letters' case. */
    public ObservableList<Preset> presets() {
        return view;
    }

    /** The one that was chosen or kept last; null for none. */
    public ReadOnlyObjectProperty<Preset> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** True if what is set differs from the chosen one. */
    public ReadOnlyBooleanProperty modified() {
        return modified.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Asking> asking() {
        return asking.getReadOnlyProperty();
    }

    /** Reads what is kept, in the background. */
    public void load() {
        jobs.start(history::presets, found -> {
            presets.setAll(found);
            sort();
            recognise();
        }, _ -> asking.set(new Asking.Trouble(Texts.get("preset.unread"))));
    }

    /** Sets what {@code preset} keeps, also to go back to it after changes. */
    public void choose(Preset preset) {
        parameters.show(preset.setup());
        chosen.set(preset);
        compare();
        asking.set(NOTHING);
    }

    /** Asks for the name of a new preset. */
    public void askName() {
        asking.set(new Asking.Name(null));
    }

    /** Asks for another name of the chosen one. */
    public void askRename() {
        if (chosen.get() != null) {
            asking.set(new Asking.Name(chosen.get()));
        }
    }

    /** Keeps what is set in the place of the chosen one. */
    public void update() {
        if (chosen.get() != null) {
            keep(new Preset(chosen.get().name(), parameters.setup().get()), null);
        }
    }

    /** Answers {@link Asking.Name}; if another preset has the name already, asks whether to replace it. */
    public void name(String typed) {
        var name = Harmless.line(typed, LONGEST_NAME);
        if (!(asking.get() instanceof Asking.Name ask) || name.isBlank()) {
            return;
        }
        var next = new Preset(name, ask.old() == null ? parameters.setup().get() : ask.old().setup());
        var same = named(name);
        if (same.isPresent() && same.get() != ask.old()) {
            asking.set(new Asking.Replace(new Preset(same.get().name(), next.setup()), ask.old()));
        } else {
            keep(next, ask.old());
        }
    }

    /** Answers {@link Asking.Replace} with yes. */
    public void replace() {
        if (asking.get() instanceof Asking.Replace ask) {
            keep(ask.next(), ask.old());
        }
    }

    /** Deletes the chosen one; what is set stays. */
    public void delete() {
        var gone = chosen.get();
        if (gone != null) {
            remove(gone);
            chosen.set(null);
            compare();
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

    private void keep(Preset preset, Preset instead) {
        if (instead != null) {
            remove(instead);
        }
        presets.removeIf(each -> each.name().equals(preset.name()));
        presets.add(preset);
        sort();
        history.savePreset(preset);
        chosen.set(preset);
        compare();
        asking.set(NOTHING);
    }

    private void remove(Preset preset) {
        presets.remove(preset);
        history.deletePreset(preset.name());
    }

    private void sort() {
        presets.sort(java.util.Comparator.comparing(each -> each.name().toLowerCase(Locale.ROOT)));
    }

    private Optional<Preset> named(String name) {
        return presets.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Something else was shown, such as another conversation: it may be as one of the presets says. */
    private void recognise() {
        var now = parameters.setup().get();
        if (chosen.get() == null || !chosen.get().setup().equals(now)) {
            chosen.set(presets.stream().filter(each -> each.setup().equals(now)).findFirst().orElse(null));
        }
        compare();
    }

    private void compare() {
        modified.set(chosen.get() != null && !chosen.get().setup().equals(parameters.setup().get()));
    }
}

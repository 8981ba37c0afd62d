package app.pitot.ui.compare;

import app.pitot.base.Texts;
import app.pitot.compare.SavedSet;
import app.pitot.ui.common.Describe;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Which saved set is open, the others, and what can be done with it. */
final class SetPicker extends MenuButton {
    private final CompareModel model;
    private final SetsModel sets;

    SetPicker(CompareModel model) {
        this.model = model;
        this.sets = model.sets();
        getStyleClass().add("set-picker");
        setMnemonicParsing(false);
        setMinWidth(90);
        setMaxWidth(260);
        sets.sets().addListener((ListChangeListener<SavedSet>) _ -> fill());
        sets.open().subscribe(_ -> fill());
        sets.modified().subscribe(_ -> fill());
        model.run().state().subscribe(_ -> fill());
    }

    private void fill() {
        var now = sets.open().get();
        boolean modified = sets.modified().get();
        var name = now == null ? Texts.get("compare.set.none") : now.name();
        setText(modified ? Texts.get("compare.set.changed", name) : name);
        Describe.node(this, Texts.get(modified ? "compare.set.name.changed" : "compare.set.name", name),
                Texts.get("compare.set.help"), null, Describe.Focus.TAB);
        var items = getItems();
        items.clear();
        boolean runs = model.run().active();
        for (var each : sets.sets()) {
            items.add(item(each.name(), runs, () -> sets.open(each)));
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(item(Texts.get("compare.set.new"), runs, model::beginAnew));
        if (now != null && modified) {
            items.add(item(Texts.get("compare.set.save", now.name()), false, sets::save));
            items.add(item(Texts.get("compare.set.revert", now.name()), runs, () -> sets.open(now)));
        }
        items.add(item(Texts.get("compare.set.saveAs"), false, sets::askName));
        if (now != null) {
            items.add(item(Texts.get("compare.set.rename", now.name()), false, sets::askRename));
            items.add(item(Texts.get("compare.set.delete", now.name()), runs, sets::delete));
        }
    }

    private static MenuItem item(String words, boolean off, Runnable run) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setDisable(off);
        item.setOnAction(_ -> run.run());
        return item;
    }
}

package app.pitot.ui.editor;

import app.pitot.base.Texts;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** What the right mouse button and the menu key offer in an editor. */
final class EditMenu extends ContextMenu {
    EditMenu(Area area) {
        var undo = item("editor.undo", KeyCode.Z, area::undo);
        var redo = item("editor.redo", KeyCode.Y, area::redo);
        var cut = item("editor.cut", KeyCode.X, area::cut);
        var copy = item("editor.copy", KeyCode.C, area::copy);
        var paste = item("editor.paste", KeyCode.V, area::paste);
        var all = item("editor.all", KeyCode.A, area::selectAll);
        getItems().addAll(undo, redo, new SeparatorMenuItem(), cut, copy, paste, new SeparatorMenuItem(), all);
        setOnShowing(_ -> {
            boolean editable = area.isEditable();
            boolean selected = area.getSelection().getLength() > 0;
            undo.setDisable(!editable || !area.isUndoAvailable());
            redo.setDisable(!editable || !area.isRedoAvailable());
            cut.setDisable(!editable || !selected);
            copy.setDisable(!selected);
            paste.setDisable(!editable || !Clipboard.getSystemClipboard().hasString());
            all.setDisable(area.getLength() == 0);
        });
    }

    private static MenuItem item(String key, KeyCode letter, Runnable action) {
        var item = new MenuItem(Texts.get(key));
        // Shown only: the area itself acts on the keys.
        item.setAccelerator(new KeyCodeCombination(letter, KeyCombination.SHORTCUT_DOWN));
        item.setOnAction(_ -> action.run());
        return item;
    }
}

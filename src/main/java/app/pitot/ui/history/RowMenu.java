package app.pitot.ui.history;

import app.pitot.base.Texts;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

/** What can be done with the selected conversation. */
final class RowMenu {
    private final HistoryModel model;
    private final TransferDialogs dialogs;
    private ContextMenu shown;

    RowMenu(HistoryModel model, TransferDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    void show(ListView<HistoryRow> list, ContextMenuEvent event) {
        event.consume();
        if (shown != null) {
            shown.hide();
        }
        if (!(list.getSelectionModel().getSelectedItem() instanceof HistoryRow.Item item)) {
            return;
        }
        var menu = new ContextMenu(item("history.menu.open", KeyCode.ENTER, () -> model.open(item.id())),
                item("history.menu.rename", KeyCode.F2, () -> model.beginRename(item.id())),
                item(item.pinned() ? "history.menu.unpin" : "history.menu.pin", null,
                        () -> model.pin(item.id(), !item.pinned())),
                item("history.menu.export", null, () -> dialogs.export(item.id(), item.title())),
                new SeparatorMenuItem(),
                item("history.menu.delete", KeyCode.DELETE, () -> model.delete(item.id())));
        shown = menu;
        if (event.isKeyboardTrigger()) {
            menu.show(list, Side.LEFT, list.getWidth() / 2, 60);
        } else {
            menu.show(list, event.getScreenX(), event.getScreenY());
        }
    }

    private static MenuItem item(String key, KeyCode shortcut, Runnable action) {
        var item = new MenuItem(Texts.get(key));
        if (shortcut != null) {
            item.setAccelerator(new KeyCodeCombination(shortcut));
        }
        item.setOnAction(_ -> action.run());
        return item;
    }
}

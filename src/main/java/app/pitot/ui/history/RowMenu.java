package app.pitot.ui.history;

import app.pitot.base.Texts;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

/** What can be done with a conversation. */
final class RowMenu {
    private final HistoryModel model;
    private final TransferDialogs dialogs;
    private ContextMenu shown;

    RowMenu(HistoryModel model, TransferDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    /** Of the selected one. */
    void show(ListView<HistoryRow> list, ContextMenuEvent event) {
        event.consume();
        if (!(list.getSelectionModel().getSelectedItem() instanceof HistoryRow.Item item)) {
            hide();
        } else if (event.isKeyboardTrigger()) {
            show(list, item);
        } else {
            of(item).show(list, event.getScreenX(), event.getScreenY());
        }
    }

    /** Of {@code item}, at its row if that is in sight. */
    void show(ListView<HistoryRow> list, HistoryRow.Item item) {
        var cell = cell(list, item);
        if (cell != null) {
            // Of the list, which has the focus: it hears the keys.
            var below = cell.localToScreen(cell.getWidth() / 2, cell.getHeight());
            of(item).show(list, below.getX(), below.getY());
            return;
        }
        of(item).show(list, Side.TOP, list.getWidth() / 2, list.getHeight() / 2);
    }

    /** Of {@code item}, below its button. */
    void show(HistoryRow.Item item, Node button) {
        of(item).show(button, Side.BOTTOM, 0, 0);
    }

    /** Gives the button of {@code item}'s row the focus; false if that is not in sight. */
    boolean focusButton(ListView<HistoryRow> list, HistoryRow.Item item) {
        var cell = item == null ? null : cell(list, item);
        if (cell != null) {
            cell.focusMore();
        }
        return cell != null;
    }

    private static ConversationCell cell(ListView<HistoryRow> list, HistoryRow.Item item) {
        return (ConversationCell) list.lookupAll(".list-cell").stream()
                .filter(node -> node instanceof ConversationCell cell && item.equals(cell.getItem())).findFirst()
                .orElse(null);
    }

    private void hide() {
        if (shown != null) {
            shown.hide();
        }
    }

    private ContextMenu of(HistoryRow.Item item) {
        hide();
        shown = new ContextMenu(item("history.menu.open", KeyCode.ENTER, () -> model.open(item.id())),
                item("history.menu.rename", KeyCode.F2, () -> model.beginRename(item.id())),
                item(item.pinned() ? "history.menu.unpin" : "history.menu.pin", null,
                        () -> model.pin(item.id(), !item.pinned())),
                item("history.menu.export", null, () -> dialogs.export(item.id(), item.title())),
                new SeparatorMenuItem(),
                item("history.menu.delete", KeyCode.DELETE, () -> model.delete(item.id())));
        return shown;
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

package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import org.fxmisc.flowless.Cell;

/** A row in sight. It is thrown away when it leaves the sight; until then it follows its row's changes. */
abstract class RowCell implements Cell<Row, Node> {
    /** Space between messages, in pixels. */
    static final double BETWEEN_MESSAGES = 20;
    static final double BETWEEN_BLOCKS = 12;

    private final ColumnPane pane = new ColumnPane();

    RowCell(Row row) {
        var message = row.message();
        if (message != null) {
            pane.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> message.hovered().set(true));
            pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> message.hovered().set(false));
            pane.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
                menu(message).show(pane, event.getScreenX(), event.getScreenY());
                event.consume();
            });
        }
    }

    @Override
    public final ColumnPane getNode() {
        return pane;
    }

    private static ContextMenu menu(Message message) {
        return new ContextMenu(item("transcript.copyText", message::plainText),
                item("transcript.copyMarkdown", message::markdown));
    }

    private static MenuItem item(String key, java.util.function.Supplier<String> text) {
        var item = new MenuItem(Texts.get(key));
        item.setOnAction(event -> CopyButton.copy(text.get()));
        return item;
    }
}

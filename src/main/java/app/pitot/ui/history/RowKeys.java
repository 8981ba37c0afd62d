package app.pitot.ui.history;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;

/** Moves through a list by the keys that people know, past whatever cannot be chosen, and out of it at the top. */
final class RowKeys<T> {
    private final ListView<T> list;
    private final Predicate<T> chosen;
    private final int page;
    private final Consumer<T> selected;
    private final Runnable out;

    /**
     * @param selected told what was selected
     * @param out called when there is nothing further up
     */
    RowKeys(ListView<T> list, Predicate<T> chosen, int page, Consumer<T> selected, Runnable out) {
        this.list = list;
        this.chosen = chosen;
        this.page = page;
        this.selected = selected;
        this.out = out;
    }

    /**
     * Selects the first that can be chosen, unless one is selected already, and gives the list the focus; goes out where
     * there is nothing.
     */
    void enter() {
        if (list.getItems().stream().noneMatch(chosen)) {
            out.run();
            return;
        }
        list.requestFocus();
        int at = list.getSelectionModel().getSelectedIndex();
        if (at < 0 || at >= list.getItems().size() || !chosen.test(list.getItems().get(at))) {
            select(0, 1);
        }
    }

    /** Selects what can be chosen at {@code row} or next to it. */
    void near(int row) {
        if (!select(row, 1)) {
            select(Math.min(row, list.getItems().size() - 1), -1);
        }
    }

    void show(T row) {
        int at = list.getItems().indexOf(row);
        if (at >= 0) {
            reveal(at);
        }
    }

    /** True if {@code event} was one of those keys; it is consumed then. */
    boolean take(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        int last = list.getItems().size() - 1;
        switch (event.getCode()) {
            case DOWN, KP_DOWN -> select(at + 1, 1);
            case UP, KP_UP -> {
                if (!select(at - 1, -1)) {
                    out.run();
                }
            }
            case HOME -> select(0, 1);
            case END -> select(last, -1);
            case PAGE_DOWN -> select(Math.min(last, at + page), at + page > last ? -1 : 1);
            case PAGE_UP -> select(Math.max(0, at - page), at - page < 0 ? 1 : -1);
            default -> {
                return false;
            }
        }
        event.consume();
        return true;
    }

    /** Scrolls no further than it must; what stands right above belongs to the row if it cannot be chosen itself. */
    private void reveal(int row) {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            if (row > 0 && !chosen.test(list.getItems().get(row - 1))) {
                flow.scrollTo(row - 1);
            }
            flow.scrollTo(row);
        }
    }

    private boolean select(int from, int step) {
        for (int i = from; i >= 0 && i < list.getItems().size(); i += step) {
            if (chosen.test(list.getItems().get(i))) {
                list.getSelectionModel().clearAndSelect(i);
                list.getFocusModel().focus(i);
                reveal(i);
                selected.accept(list.getItems().get(i));
                return true;
            }
        }
        return false;
    }
}

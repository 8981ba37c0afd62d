package app.pitot.ui.history;

import java.util.List;
import javafx.collections.ObservableList;

/** Brings a shown list to a new state by touching only what differs, so that selection and scrolling stay. */
final class RowUpdate {
    private RowUpdate() {}

    static <T> void bring(ObservableList<T> shown, List<? extends T> to) {
        int least = Math.min(shown.size(), to.size());
        int head = 0;
        while (head < least && shown.get(head).equals(to.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < least - head
                && shown.get(shown.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
            tail++;
        }
        if (head + tail < shown.size()) {
            shown.remove(head, shown.size() - tail);
        }
        if (head + tail < to.size()) {
            shown.addAll(head, to.subList(head, to.size() - tail));
        }
    }
}

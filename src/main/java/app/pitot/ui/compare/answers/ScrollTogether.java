package app.pitot.ui.compare.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Lets the other columns follow the one that the user scrolls. */
final class ScrollTogether {
    private final BooleanSupplier wanted;
    private final List<AnswerColumn> columns = new ArrayList<>();
    /** Only what the user touched last leads: what follows would otherwise lead in its turn. */
    private AnswerColumn leader;

    ScrollTogether(BooleanSupplier wanted) {
        this.wanted = wanted;
    }

    void add(AnswerColumn column) {
        columns.add(column);
        column.addEventFilter(ScrollEvent.SCROLL, _ -> leader = column);
        column.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> leader = column);
        column.addEventFilter(KeyEvent.KEY_PRESSED, _ -> leader = column);
        column.onMove(() -> moved(column));
    }

    void remove(AnswerColumn column) {
        columns.remove(column);
    }

    private void moved(AnswerColumn column) {
        if (column == leader && wanted.getAsBoolean()) {
            double share = column.place().share();
            columns.stream().filter(each -> each != column).forEach(each -> each.place().go(share));
        }
    }
}

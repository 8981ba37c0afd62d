package app.pitot.ui.transcript;

import java.util.List;
import org.fxmisc.flowless.VirtualFlow;

/** Brings finds into sight and says which rows they mark. */
final class Finds {
    private static final double MARGIN = 48;

    private final VirtualFlow<Row, RowCell> flow;
    private final TranscriptModel model;
    private final FindModel find;

    Finds(VirtualFlow<Row, RowCell> flow, TranscriptModel model, FindModel find) {
        this.flow = flow;
        this.model = model;
        this.find = find;
    }

    List<Mark> of(Row row) {
        var current = find.current();
        return find.in(row).stream().map(each -> new Mark(each.from(), each.to(),
                each.equals(current) ? Mark.Kind.CURRENT : Mark.Kind.FOUND)).toList();
    }

    /** Makes the row of the current find, unfolds what hides it, and scrolls only if it is out of sight. */
    void bring() {
        var current = find.current();
        if (current == null) {
            return;
        }
        var row = current.row();
        model.place(row.message());
        if (row instanceof ReasoningTextRow thought) {
            thought.message().unfold();
        } else if (row instanceof QuestionRow question) {
            question.message().whole().set(true);
        }
        int at = model.rows().indexOf(row);
        if (at >= 0) {
            bring(at, current);
        }
    }

    private void bring(int at, FindModel.Found found) {
        if (flow.getCellIfVisible(at).isEmpty()) {
            flow.showAtOffset(at, flow.getHeight() / 3);
        }
        flow.layout();
        var text = flow.getCellIfVisible(at).map(RowCell::selectable).orElse(null);
        if (text == null) {
            return;
        }
        text.bring(found.from(), found.to());
        var shapes = text.shapes(found.from(), found.to());
        if (!shapes.isEmpty()) {
            var shape = shapes.getFirst();
            double top = flow.sceneToLocal(text.node().localToScene(shape.getMinX(), shape.getMinY())).getY();
            double bottom = top + shape.getHeight();
            if (top < MARGIN || bottom > flow.getHeight() - MARGIN) {
                flow.scrollYBy(top - flow.getHeight() / 3);
                flow.layout();
            }
        }
    }
}

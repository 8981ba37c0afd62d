package app.pitot.ui.transcript;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The text of one flow. */
record FlowText(TextFlow flow) implements Selectable {
    @Override
    public Region node() {
        return flow;
    }

    @Override
    public int hit(double x, double y) {
        return y < 0 ? 0 : Math.min(length(), flow.getHitInfo(new Point2D(x, y)).getInsertionIndex());
    }

    @Override
    public List<Rectangle2D> shapes(int from, int to) {
        int end = Math.min(to, length());
        return from >= end ? List.of() : Shapes.rectangles(flow.getRangeShape(from, end, false));
    }

    int length() {
        int length = 0;
        for (var child : flow.getChildren()) {
            length += child instanceof Text text ? text.getText().length() : 0;
        }
        return length;
    }
}

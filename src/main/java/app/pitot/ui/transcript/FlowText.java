package app.pitot.ui.transcript;

import app.pitot.ui.common.RightToLeft;
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

    /** Shows {@code words} without a style of their own; what is there already stays as far as it can. */
    static void fill(TextFlow flow, String words) {
        var pieces = RightToLeft.pieces(words);
        var children = flow.getChildren();
        if (children.size() > pieces.size()) {
            children.remove(pieces.size(), children.size());
        }
        for (int i = 0; i < pieces.size(); i++) {
            if (i == children.size()) {
                var text = new Text();
                text.getStyleClass().add("run");
                children.add(text);
            }
            ((Text) children.get(i)).setText(pieces.get(i));
        }
    }

    String text() {
        var all = new StringBuilder();
        flow.getChildren().forEach(child -> all.append(child instanceof Text text ? text.getText() : ""));
        return all.toString();
    }

    int length() {
        int length = 0;
        for (var child : flow.getChildren()) {
            length += child instanceof Text text ? text.getText().length() : 0;
        }
        return length;
    }
}

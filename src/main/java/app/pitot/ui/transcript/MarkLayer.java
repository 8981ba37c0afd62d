package app.pitot.ui.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.BoundingBox;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/** Paints the marks of one row above it. It is laid out after the text, so it always matches it. */
final class MarkLayer extends Region {
    private static final double BAR = 3;
    private static final double BAR_GAP = 9;

    private final Supplier<Selectable> text;
    private List<Mark> marks = List.of();

    MarkLayer(Supplier<Selectable> text) {
        this.text = text;
        setMouseTransparent(true);
        setManaged(false); // marks never change the height of a row
    }

    void show(List<Mark> next) {
        marks = next;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        var paths = new ArrayList<Node>();
        for (var kind : Mark.Kind.values()) {
            var path = new Path();
            path.getStyleClass().setAll("mark", "mark-" + kind.name().toLowerCase(Locale.ROOT));
            marks.stream().filter(mark -> mark.kind() == kind).forEach(mark -> add(path, mark));
            if (!path.getElements().isEmpty()) {
                paths.add(path);
            }
        }
        getChildren().setAll(paths);
    }

    private void add(Path path, Mark mark) {
        if (mark.kind() == Mark.Kind.CHOSEN) {
            var content = ((ColumnPane) getParent()).content().getBoundsInParent();
            box(path, new BoundingBox(content.getMinX() - BAR_GAP - BAR, 0, BAR, getHeight()));
            return;
        }
        var shown = text.get();
        if (shown == null) {
            return;
        }
        var room = shown.node().getLayoutBounds();
        for (var shape : shown.shapes(mark.from(), mark.to())) {
            var seen = cut(shape, room);
            if (seen != null) {
                box(path, sceneToLocal(shown.node().localToScene(seen)));
            }
        }
    }

    private static Bounds cut(Rectangle2D shape, Bounds room) {
        double left = Math.max(shape.getMinX(), room.getMinX());
        double right = Math.min(shape.getMaxX(), room.getMaxX());
        return right <= left ? null : new BoundingBox(left, shape.getMinY(), right - left, shape.getHeight());
    }

    private static void box(Path path, Bounds box) {
        path.getElements().addAll(new MoveTo(box.getMinX(), box.getMinY()), new HLineTo(box.getMaxX()),
                new VLineTo(box.getMaxY()), new HLineTo(box.getMinX()), new ClosePath());
    }
}

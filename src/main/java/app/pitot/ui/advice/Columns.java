package app.pitot.ui.advice;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Children beside each other in columns of one width, as many as there is room for; those of a row are of one height. */
final class Columns extends Pane {
    private static final double GAP = 12;

    private final double least;
    private final double most;

    /** @param least width of a column; @param most the same, at most */
    Columns(double least, double most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return least;
    }

    @Override
    protected double computePrefWidth(double height) {
        int count = Math.max(1, getManagedChildren().size());
        return count * (least + GAP) - GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width < 0 ? computePrefWidth(-1) : width, false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    /** @return the height that is taken */
    private double place(double width, boolean really) {
        List<Node> children = getManagedChildren();
        int fit = Math.max(1, (int) ((width + GAP) / (least + GAP)));
        int columns = Math.max(1, Math.min(fit, children.size()));
        double each = Math.floor(Math.min(most, (width - GAP * (columns - 1)) / columns));
        double y = 0;
        for (int first = 0; first < children.size(); first += columns) {
            var row = children.subList(first, Math.min(children.size(), first + columns));
            double height = row.stream().mapToDouble(child -> child.prefHeight(each)).max().orElse(0);
            height = snapSizeY(height);
            for (int i = 0; really && i < row.size(); i++) {
                row.get(i).resizeRelocate(i * (each + GAP), y, each, height);
            }
            y += height + GAP;
        }
        return Math.max(0, y - GAP);
    }
}

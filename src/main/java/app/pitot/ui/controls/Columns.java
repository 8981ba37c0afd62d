package app.pitot.ui.controls;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Nodes beside each other in as many columns of equal width as there is room for; those in a row are equally high. */
public final class Columns extends Pane {
    private static final double GAP = 12;
    private final double least;
    private final int most;
    private boolean even;

    /** @param least width of a column, @param most how many beside each other */
    public Columns(double least, int most, Node... nodes) {
        super(nodes);
        this.least = least;
        this.most = most;
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** From now on only as many beside each other as fill every row. */
    public Columns even() {
        even = true;
        requestLayout();
        return this;
    }

    private int columns(double width) {
        int nodes = Math.max(1, getChildren().size());
        int count = Math.clamp((int) ((width + GAP) / (least + GAP)), 1, Math.min(most, nodes));
        while (even && nodes % count != 0) {
            count--;
        }
        return count;
    }

    private double column(double width, int count) {
        return (width - (count - 1) * GAP) / count;
    }

    private double row(int first, int count, double column) {
        return getChildren().stream().skip(first).limit(count).mapToDouble(node -> node.prefHeight(column)).max()
                .orElse(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        var given = width < 0 ? least : width;
        var count = columns(given);
        var height = 0.0;
        for (var i = 0; i < getChildren().size(); i += count) {
            height += row(i, count, column(given, count)) + (i == 0 ? 0 : GAP);
        }
        return Math.ceil(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return least;
    }

    @Override
    protected void layoutChildren() {
        var count = columns(getWidth());
        var column = Math.floor(column(getWidth(), count));
        var y = 0.0;
        for (var i = 0; i < getChildren().size(); i += count) {
            var height = row(i, count, column);
            for (var j = 0; j < count && i + j < getChildren().size(); j++) {
                // The last one takes what rounding left, so that rows end together.
                var width = j == count - 1 ? getWidth() - j * (column + GAP) : column;
                getChildren().get(i + j).resizeRelocate(j * (column + GAP), y, width, height);
            }
            y += height + GAP;
        }
    }
}

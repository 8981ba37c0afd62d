package app.pitot.ui.transcript;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Centres one node in a column of readable width. */
final class ColumnPane extends Region {
    private static final double WIDEST = 760;
    private static final double MARGIN = 40;
    private static final double NARROW = 560;
    private static final double NARROW_MARGIN = 16;

    private Node content;
    private double above;
    private double below;

    ColumnPane() {
        setMinSize(0, 0);
    }

    void content(Node next) {
        content = next;
        getChildren().setAll(next);
    }

    Node content() {
        return content;
    }

    /** Empty room in pixels above and below the content. */
    void room(double above, double below) {
        if (above != this.above || below != this.below) {
            this.above = above;
            this.below = below;
            requestLayout();
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(above + below + content.prefHeight(column(width)));
    }

    @Override
    protected void layoutChildren() {
        double column = column(getWidth());
        content.resizeRelocate(Math.floor((getWidth() - column) / 2), above, column,
                Math.max(0, getHeight() - above - below));
    }

    private static double column(double width) {
        double margin = width < NARROW ? NARROW_MARGIN : MARGIN;
        return Math.floor(Math.max(80, Math.min(WIDEST, width - 2 * margin)));
    }
}

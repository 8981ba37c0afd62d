package app.pitot.ui.transcript;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Centres one node in a column of readable width. */
final class ColumnPane extends Region {
    // The composer below has the same, so that both share their edges at every width.
    private static final double WIDEST = 760;
    private static final double MARGIN = 24;

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
        content.resizeRelocate(snapPositionX((getWidth() - column) / 2), above, column,
                Math.max(0, getHeight() - above - below));
    }

    private static double column(double width) {
        return Math.max(80, Math.min(WIDEST, width - 2 * MARGIN));
    }
}

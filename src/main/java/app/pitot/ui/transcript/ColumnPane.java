package app.pitot.ui.transcript;

import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Centres one node in a column of readable width. */
final class ColumnPane extends Region {
    // The composer below has the same, so that both share their edges at every width.
    private static final double WIDEST = 760;
    static final double MARGIN = 24;

    private Node content;
    private MarkLayer marks;
    private double above;
    private double below;
    private double margin = MARGIN;

    ColumnPane() {
        setMinSize(0, 0);
    }

    void content(Node next) {
        content = next;
        getChildren().setAll(next);
        if (marks != null) {
            getChildren().add(marks);
        }
    }

    /** A layer above the content, made when it is first needed. */
    MarkLayer marks(Supplier<Selectable> text) {
        if (marks == null) {
            marks = new MarkLayer(text);
            getChildren().add(marks);
        }
        return marks;
    }

    Node content() {
        return content;
    }

    /** True once there is a layer of marks. */
    boolean marked() {
        return marks != null;
    }

    /** Empty room in pixels above and below the content. */
    void room(double above, double below) {
        if (above != this.above || below != this.below) {
            this.above = above;
            this.below = below;
            requestLayout();
        }
    }

    /** Empty room in pixels at each side; {@link #MARGIN} unless set. */
    void margin(double sides) {
        margin = sides;
        requestLayout();
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
        if (marks != null) {
            // After the content, whose text may have moved without asking the layer.
            marks.resizeRelocate(0, 0, getWidth(), getHeight());
            marks.requestLayout();
        }
    }

    private double column(double width) {
        return Math.max(80, Math.min(WIDEST, width - 2 * margin));
    }
}

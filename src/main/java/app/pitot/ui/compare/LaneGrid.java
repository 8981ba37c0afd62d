package app.pitot.ui.compare;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Lanes side by side, alike wide: in one row as long as they can be read in it, else in two if there is room, else in one
 * that is wider than the window.
 */
final class LaneGrid extends Region {
    /** Of a lane that can be read, in pixels. */
    static final double NARROWEST = 250;
    private static final double LOWEST = 170;
    /** So many stand in one row even where two would have room. */
    private static final int ONE_ROW = 4;
    private static final double GAP = 12;

    /** What is there and what is wanted. @param rows 1 or 2 */
    record Shape(int rows, int columns) {
        /** For {@code count} lanes in so much room. */
        static Shape of(int count, double width, double height) {
            boolean fits = (width + GAP) / Math.max(1, count) - GAP >= NARROWEST;
            boolean high = height >= 2 * LOWEST + GAP;
            boolean two = count > 1 && high && (count > ONE_ROW || !fits);
            return two ? new Shape(2, (count + 1) / 2) : new Shape(1, Math.max(1, count));
        }

        double width() {
            return columns * NARROWEST + (columns - 1) * GAP;
        }
    }

    private double room;
    private double height;

    /** How much is to be seen of it at once, in pixels. */
    void room(double wide, double high) {
        if (wide != room || high != height) {
            room = wide;
            height = high;
            requestLayout();
        }
    }

    void setLanes(java.util.List<? extends Node> lanes) {
        getChildren().setAll(lanes);
    }

    @Override
    public Orientation getContentBias() {
        return null;
    }

    @Override
    protected double computeMinWidth(double height) {
        return shape().width();
    }

    @Override
    protected double computePrefWidth(double height) {
        return shape().width();
    }

    @Override
    protected double computeMinHeight(double width) {
        return shape().rows() * LOWEST + (shape().rows() - 1) * GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        var shape = shape();
        double wide = (getWidth() - (shape.columns() - 1) * GAP) / shape.columns();
        double high = (getHeight() - (shape.rows() - 1) * GAP) / shape.rows();
        for (int at = 0; at < getChildren().size(); at++) {
            double left = snapPositionX(at % shape.columns() * (wide + GAP));
            double top = snapPositionY(at / shape.columns() * (high + GAP));
            double right = snapPositionX(at % shape.columns() * (wide + GAP) + wide);
            getChildren().get(at).resizeRelocate(left, top, right - left,
                    snapPositionY(at / shape.columns() * (high + GAP) + high) - top);
        }
    }

    private Shape shape() {
        return Shape.of(getChildren().size(), room, height);
    }
}

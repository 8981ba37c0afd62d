package app.pitot.ui.usage;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Title, legend and buttons in a row; the legend takes more lines where it has to. */
final class ChartHead extends Pane {
    private static final double GAP = 14;
    private static final double LEAST = 22;
    private final Region title;
    private final Region legend;
    private final Region buttons;

    ChartHead(Region title, Region legend, Region buttons) {
        super(title, legend, buttons);
        this.title = title;
        this.legend = legend;
        this.buttons = buttons;
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double room(double width) {
        return Math.max(1, width - title.prefWidth(-1) - buttons.prefWidth(-1) - 2 * GAP);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(LEAST, legend.prefHeight(room(width < 0 ? getWidth() : width)) + 4);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double words = title.prefWidth(-1);
        double right = buttons.prefWidth(-1);
        title.resizeRelocate(0, 2, words, LEAST - 4);
        legend.resizeRelocate(words + GAP, 4, room(getWidth()), legend.prefHeight(room(getWidth())));
        buttons.resizeRelocate(getWidth() - right, 0, right, LEAST);
    }
}

package app.pitot.ui.transcript;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** A bubble at the right edge, as wide as its text but never the whole line, with one action to its left. */
final class BubbleLine extends Region {
    private static final double SHARE = 0.84;
    private static final double GAP = 8;

    private final Region action;
    private final Region bubble;

    BubbleLine(Region action, Region bubble) {
        this.action = action;
        this.bubble = bubble;
        setMinWidth(0);
        getChildren().addAll(action, bubble);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return bubble.prefHeight(bubbleWidth(width));
    }

    @Override
    protected void layoutChildren() {
        double width = bubbleWidth(getWidth());
        double height = bubble.prefHeight(width);
        bubble.resizeRelocate(getWidth() - width, 0, width, height);
        action.autosize();
        action.relocate(getWidth() - width - GAP - action.getWidth(), (Math.min(height, 38) - action.getHeight()) / 2);
    }

    private double bubbleWidth(double width) {
        double most = Math.min(Math.floor(width * SHARE), width - GAP - action.prefWidth(-1));
        return Math.min(Math.ceil(bubble.prefWidth(-1)) + 1, most);
    }
}

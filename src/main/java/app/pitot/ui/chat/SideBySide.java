package app.pitot.ui.chat;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A pane at the right of the conversation; where that would become too narrow to read, the pane lies over it. */
final class SideBySide extends Region {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    /** In pixels; less than this breaks code and tables. */
    private static final double READABLE = 440;

    /** Of a pane that is of any use, in pixels. */
    private static final double LEAST = 160;

    private final Region main;
    private final Region side;
    private final Region foot;
    private final Rectangle clip = new Rectangle();

    /** @param foot of {@code main}, which the pane never covers */
    SideBySide(Region main, Region side, Region foot) {
        this.main = main;
        this.foot = foot;
        foot.heightProperty().addListener((_, _, _) -> requestLayout());
        this.side = side;
        main.setMinWidth(0);
        setMinSize(0, 0);
        getChildren().addAll(main, side);
        // The shadow of the side must not lie on what is above.
        setClip(clip);
        side.visibleProperty().addListener((_, _, _) -> requestLayout());
    }

    @Override
    public Orientation getContentBias() {
        return null;
    }

    @Override
    protected double computePrefWidth(double height) {
        return main.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return main.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        double taken = side.isVisible() ? Math.min(side.prefWidth(-1), width) : 0;
        boolean over = taken > 0 && width - taken < READABLE;
        side.pseudoClassStateChanged(OVER, over);
        main.resizeRelocate(0, 0, over ? width : width - taken, height);
        side.resizeRelocate(width - taken, 0, taken, over ? Math.max(LEAST, height - foot.getHeight()) : height);
    }
}

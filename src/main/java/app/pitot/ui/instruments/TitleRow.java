package app.pitot.ui.instruments;

import app.pitot.ui.controls.FigureLabel;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/**
 * Title and tag at the left, figures at the right, on one baseline. Where they do not fit side by side, the figures take
 * a line of their own, with the word that warns at its end.
 */
final class TitleRow extends Pane {
    private static final double GAP = 6;
    private static final double LEADING = 3;

    private final Label title;
    private final Label tag;
    private final Label word;
    private final FigureLabel left;
    private final Label of;

    TitleRow(Label title, Label tag, Label word, FigureLabel left, Label of) {
        super(title, tag, word, left, of);
        this.title = title;
        this.tag = tag;
        this.word = word;
        this.left = left;
        this.of = of;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double names() {
        return title.prefWidth(-1) + (tag.isVisible() ? GAP + tag.prefWidth(-1) : 0);
    }

    private double figures() {
        return (word.isVisible() ? word.prefWidth(-1) + GAP : 0) + left.prefWidth(-1) + of.prefWidth(-1);
    }

    private boolean twoLines(double width) {
        return names() + GAP + figures() > width;
    }

    @Override
    protected double computePrefHeight(double width) {
        var line = Math.ceil(Math.max(title.prefHeight(-1), left.prefHeight(-1)));
        return width > 0 && twoLines(width) ? 2 * line + LEADING : line;
    }

    @Override
    protected void layoutChildren() {
        var w = getWidth();
        var baseline = Math.max(title.getBaselineOffset(), left.getBaselineOffset());
        var titleWidth = Math.min(title.prefWidth(-1), w);
        place(title, 0, baseline, titleWidth);
        var tagHeight = tag.prefHeight(-1);
        tag.resizeRelocate(snapPositionX(titleWidth + GAP),
                snapPositionY(title.getLayoutY() + (title.prefHeight(-1) - tagHeight) / 2), tag.prefWidth(-1),
                tagHeight);
        var ofWidth = of.prefWidth(-1);
        var leftWidth = left.prefWidth(-1);
        var two = twoLines(w);
        var figureBase = two ? baseline + title.prefHeight(-1) + LEADING : baseline;
        var x = two ? 0 : w - ofWidth - leftWidth;
        place(left, x, figureBase, leftWidth);
        place(of, x + leftWidth, figureBase, ofWidth);
        var wordWidth = word.prefWidth(-1);
        place(word, two ? w - wordWidth : x - GAP - wordWidth, figureBase, wordWidth);
    }

    private void place(Node node, double x, double baseline, double width) {
        var y = baseline - node.getBaselineOffset();
        node.resizeRelocate(snapPositionX(x), snapPositionY(y), width, node.prefHeight(-1));
    }
}

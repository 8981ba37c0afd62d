package app.pitot.ui.chat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Below the question: the way to give something along, words, offers and the button that sends. In one row where they have
 * room; else the words stand above the rest, in as many lines as they take, and offers that still have no room above the
 * buttons. Nothing is cut short.
 */
final class SendRow extends StackPane {
    private static final double GAP = 10;
    private static final double LINE_GAP = 8;
    /** Words that grow and shrink by a figure do not make it jump from one row to two and back. */
    private static final double EASE = 24;

    private final Region first;
    private final List<Region> words;
    private final List<Region> offers;
    private final Region last;
    private boolean split;

    /**
     * @param words the last of them wraps
     * @param offers those that are managed have room
     */
    SendRow(Region first, List<Region> words, List<Region> offers, Region last) {
        this.first = first;
        this.words = words;
        this.offers = offers;
        this.last = last;
        getStyleClass().add("preflight");
        getChildren().add(first);
        getChildren().addAll(words);
        getChildren().addAll(offers);
        getChildren().add(last);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + wide(first) + GAP + wide(last) + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + oneRow() + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double outside = snappedLeftInset() + snappedRightInset();
        return arrange((width < 0 ? prefWidth(-1) : width) - outside, false) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        split = splits(width);
        arrange(width, true);
    }

    /** Puts all in its place if {@code now}; returns where the last row ends. */
    private double arrange(double width, boolean now) {
        double top = snappedTopInset();
        var row = new ArrayList<Region>();
        row.add(first);
        if (splits(width)) {
            top += words(width, top, now) + LINE_GAP;
            if (wide(first) + GAP + wide(shown()) + wide(last) > width) {
                for (var each : shown()) {
                    top += row(List.of(each), null, width, top, now) + LINE_GAP;
                }
            } else {
                row.addAll(shown());
            }
        } else {
            row.addAll(words);
            row.addAll(shown());
        }
        return snapSizeY(top + row(row, last, width, top, now));
    }

    /** Side by side, the last of them with the rest of the width. */
    private double words(double width, double top, boolean now) {
        double right = snappedLeftInset() + width;
        double high = 0;
        double x = snappedLeftInset();
        for (var each : words) {
            double takes = Math.max(1, each == words.getLast() ? right - x : wide(each));
            high = Math.max(high, each.prefHeight(takes));
            if (now) {
                layoutInArea(each, x, top, takes, each.prefHeight(takes), 0, HPos.LEFT, VPos.TOP);
            }
            x += takes + GAP;
        }
        return snapSizeY(high);
    }

    private double row(List<Region> left, Region atRight, double width, double top, boolean now) {
        double high = atRight == null ? 0 : atRight.prefHeight(-1);
        for (var each : left) {
            high = Math.max(high, each.prefHeight(-1));
        }
        high = snapSizeY(high);
        if (now) {
            double x = snappedLeftInset();
            double right = x + width;
            for (var each : left) {
                layoutInArea(each, x, top, Math.min(wide(each), width), high, 0, HPos.LEFT, VPos.CENTER);
                x += wide(each) + GAP;
            }
            if (atRight != null) {
                layoutInArea(atRight, right - wide(atRight), top, wide(atRight), high, 0, HPos.RIGHT, VPos.CENTER);
            }
        }
        return high;
    }

    private boolean splits(double width) {
        return oneRow() > width - (split ? EASE : 0);
    }

    private double oneRow() {
        return wide(first) + GAP + wide(words) + wide(shown()) + wide(last);
    }

    private List<Region> shown() {
        return offers.stream().filter(Region::isManaged).toList();
    }

    /** With a gap behind each. */
    private double wide(List<Region> row) {
        return row.stream().mapToDouble(each -> wide(each) + GAP).sum();
    }

    private double wide(Region node) {
        return snapSizeX(node.prefWidth(-1));
    }
}

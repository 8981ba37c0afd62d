package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import app.pitot.markdown.Place;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Sets one node in by its depth in lists and quotes, with the list marker and the quote bars beside it. */
final class IndentPane extends Region {
    private static final double STEP = 22;
    private static final double USUAL_FONT = 13;
    private static final double QUOTE_STEP = 14;
    private static final double MARKER_GAP = 7;
    private static final int DEEPEST = 8;

    private final List<Region> bars = new ArrayList<>();
    private final Label marker = new Label();
    private Region content;
    private Place place = Place.TOP;
    private double reach;
    private int reaching;

    IndentPane() {
        setMinWidth(0);
        marker.getStyleClass().add("list-marker");
        marker.setVisible(false);
        marker.setMinWidth(Region.USE_PREF_SIZE);
    }

    void content(Region next) {
        content = next;
        rebuild();
    }

    void place(Place next) {
        if (next.equals(place)) {
            return;
        }
        place = next;
        rebuild();
    }

    /** Lets the first {@code bars} quote bars reach {@code up} pixels further, to join those of the block above. */
    void reach(double up, int bars) {
        reach = up;
        reaching = bars;
        requestLayout();
    }

    void marker(Block.ListItem item) {
        marker.setVisible(item != null);
        if (item != null) {
            marker.setText(switch (item.check()) {
                case NONE -> item.marker();
                case OPEN -> "☐";
                case DONE -> "☑";
            });
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
    protected double computePrefWidth(double height) {
        return indent() + content.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width < 0 ? width : Math.max(40, width - indent()));
    }

    @Override
    protected void layoutChildren() {
        double x = indent();
        for (int i = 0; i < bars.size(); i++) {
            double up = i < reaching ? reach : 0;
            bars.get(i).resizeRelocate(i * QUOTE_STEP, -up, 2, getHeight() + up);
        }
        content.resizeRelocate(x, 0, Math.max(40, getWidth() - x), getHeight());
        if (marker.isVisible()) {
            double width = marker.prefWidth(-1);
            layoutInArea(marker, x - MARKER_GAP - width, 0, width, marker.prefHeight(-1), 0,
                    javafx.geometry.HPos.RIGHT, VPos.TOP);
        }
    }

    private double indent() {
        return Math.min(DEEPEST, place.list()) * step() + bars.size() * QUOTE_STEP;
    }

    /** As wide as the marker's text is large. */
    private double step() {
        return Math.round(STEP * Math.max(1, marker.getFont().getSize() / USUAL_FONT));
    }

    private void rebuild() {
        int wanted = Math.min(DEEPEST, place.quote());
        while (bars.size() > wanted) {
            bars.removeLast();
        }
        while (bars.size() < wanted) {
            var bar = new Region();
            bar.getStyleClass().add("quote-bar");
            bars.add(bar);
        }
        getChildren().setAll(bars);
        getChildren().addAll(content, marker);
        requestLayout();
    }
}

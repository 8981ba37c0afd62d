package app.pitot.ui.usage;

import app.pitot.ui.common.RightToLeft;
import app.pitot.ui.controls.Inks;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** What the areas of a chart stand for, in the order in which they are stacked from the bottom up. */
final class Legend extends FlowPane {
    private List<Entry> shown = List.of();

    private record Entry(String name, Fill fill) {}

    Legend() {
        super(12, 3);
        setMinWidth(0);
        getStyleClass().add("usage-legend");
    }

    void show(List<Layer> layers) {
        var now = layers.stream().map(layer -> new Entry(layer.name(), layer.fill())).toList();
        if (!now.equals(shown)) {
            shown = now;
            getChildren().setAll(now.stream().map(Legend::entry).toList());
        }
    }

    private static HBox entry(Entry layer) {
        var name = new Label(RightToLeft.label(layer.name()));
        name.getStyleClass().addAll("text-secondary", "text-muted");
        var entry = new HBox(5, new Swatch(layer.fill()), name);
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }

    /** A little of an area, as the chart draws it. */
    static final class Swatch extends Chart {
        private static final double SIZE = 10;
        private Fill fill;

        Swatch(Fill fill) {
            super(SIZE);
            this.fill = fill;
            setFocusTraversable(false);
            setMinSize(SIZE, SIZE);
            setMaxSize(SIZE, SIZE);
        }

        void show(Fill now) {
            if (!now.equals(fill)) {
                fill = now;
                repaint();
            }
        }

        @Override
        Reading reading() {
            return null;
        }

        @Override
        boolean key(KeyEvent event) {
            return false;
        }

        @Override
        protected void paint(GraphicsContext g, double w, double h, Inks inks) {
            fill(g, fill, 0, 0, w, h, inks);
        }

        @Override
        protected double computePrefWidth(double height) {
            return SIZE;
        }
    }
}

package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.controls.Figures;
import app.pitot.ui.controls.TableTwin;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A chart under its title and legend, and its table twin in the same place. */
final class ChartBox extends VBox {
    private final Chart chart;
    private final TableTwin twin;
    private final Legend legend = new Legend();
    private final ToggleButton asTable = new ToggleButton(Texts.get("usage.table"));
    private final Button copy = new Button(Texts.get("usage.copy"));
    private Supplier<Figures> figures = () -> null;

    /**
     * @param key of its name in the texts
     * @param beside true if the legend stands beside the title, where there is room for it
     */
    ChartBox(String key, Chart chart, boolean beside) {
        super(4);
        this.chart = chart;
        var name = Texts.get(key);
        twin = new TableTwin(name);
        getStyleClass().add("usage-box");
        setMinWidth(0);
        var title = new Label(name);
        title.getStyleClass().add("text-medium");
        title.setMinWidth(beside ? Region.USE_PREF_SIZE : 0);
        Describe.tooltip(title, Texts.get(key + ".help"));
        asTable.getStyleClass().addAll("flat", "small", "card-button");
        asTable.setMinWidth(Region.USE_PREF_SIZE);
        asTable.setOnAction(_ -> arrange());
        Describe.node(asTable, Texts.get("usage.table.name", name), Texts.get("usage.table.help"));
        copy.getStyleClass().addAll("flat", "small", "card-button");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> TableTwin.put(figures.get().tabs()));
        Describe.node(copy, Texts.get("usage.copy.name", name), Texts.get("usage.copy.help"));
        copy.visibleProperty().bind(asTable.selectedProperty());
        copy.managedProperty().bind(copy.visibleProperty());
        var buttons = new HBox(4, copy, asTable);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        if (beside) {
            getChildren().add(new ChartHead(title, legend, buttons));
        } else {
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            var head = new HBox(4, title, space, buttons);
            head.setAlignment(Pos.CENTER_LEFT);
            head.setMinHeight(22);
            getChildren().addAll(head, legend);
        }
        getChildren().add(chart);
        // Those beside each other end together, however much room the words above them take.
        VBox.setVgrow(chart, Priority.ALWAYS);
        legend.setVisible(false);
        legend.setManaged(false);
    }

    /** @param now made only when they are asked for */
    void show(List<Layer> layers, Supplier<Figures> now) {
        figures = now;
        legend.show(layers);
        legend.setVisible(!layers.isEmpty());
        legend.setManaged(!layers.isEmpty());
        if (asTable.isSelected()) {
            twin.show(figures.get());
        }
    }

    private void arrange() {
        var table = asTable.isSelected() ? figures.get() : null;
        getChildren().set(getChildren().size() - 1, table == null ? chart : twin);
        if (table != null) {
            twin.show(table);
        }
    }
}

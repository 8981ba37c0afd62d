package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.controls.Figures;
import app.pitot.ui.controls.TableTwin;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A picture and its table twin, one in the place of the other, under a title. */
final class Card extends VBox {
    private final Label title = new Label();
    private final Region picture;
    private final TableTwin twin;
    private final ToggleButton asTable = new ToggleButton(Texts.get("pictures.table"));
    private final Button copy = new Button(Texts.get("pictures.copy"));
    private Supplier<Figures> table = () -> null;

    /** @param picture null if there is only a table, @param name for a screen reader */
    Card(String name, String help, Region picture) {
        super(6);
        this.picture = picture;
        twin = new TableTwin(name);
        getStyleClass().addAll("surface", "results-card");
        title.setText(name);
        title.getStyleClass().addAll("text-medium");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        Describe.tooltip(title, help);
        HBox.setHgrow(title, Priority.ALWAYS);
        asTable.getStyleClass().addAll("flat", "small", "card-button");
        asTable.setMinWidth(Region.USE_PREF_SIZE);
        asTable.setOnAction(_ -> arrange());
        copy.getStyleClass().addAll("flat", "small", "card-button");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> TableTwin.put(table.get().tabs()));
        Describe.node(copy, Texts.get("pictures.copy.name", name), Texts.get("pictures.copy.help"));
        Describe.node(asTable, Texts.get("pictures.table.name", name), Texts.get("pictures.table.help"));
        var head = new HBox(4, title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(24);
        if (picture != null) {
            head.getChildren().add(asTable);
            VBox.setVgrow(picture, Priority.ALWAYS);
        }
        head.getChildren().add(copy);
        getChildren().add(head);
        arrange();
    }

    /** Puts something more into the title's row. */
    void add(Region control) {
        ((HBox) getChildren().getFirst()).getChildren().add(1, control);
    }

    void title(String words) {
        title.setText(words);
        twin.setAccessibleText(words);
    }

    /** @param figures made only when they are asked for */
    void show(Supplier<Figures> figures) {
        table = figures;
        if (isTable()) {
            twin.show(table.get());
        }
    }

    private boolean isTable() {
        return picture == null || asTable.isSelected();
    }

    private void arrange() {
        getChildren().setAll(getChildren().getFirst(), isTable() ? twin : picture);
        if (isTable() && table.get() != null) {
            twin.show(table.get());
        }
    }
}

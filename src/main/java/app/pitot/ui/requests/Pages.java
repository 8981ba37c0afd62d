package app.pitot.ui.requests;

import app.pitot.ui.common.Describe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A row of tabs and the page of the chosen one; each is made at its first visit and kept. The arrow keys step among them. */
final class Pages extends VBox {
    private final HBox row = new HBox(2);
    private final StackPane body = new StackPane();
    private final List<Supplier<? extends Region>> makers = new ArrayList<>();
    private final List<Region> made = new ArrayList<>();
    private int shown = -1;

    Pages(String name) {
        getStyleClass().add("request-pages");
        row.getStyleClass().add("request-tabs");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleText(name);
        row.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        body.setMinSize(0, 0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(row, body);
    }

    void put(String name, String help, Supplier<? extends Region> page) {
        int index = makers.size();
        makers.add(page);
        made.add(null);
        var tab = new ToggleButton(name);
        tab.getStyleClass().addAll("flat", "small");
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setOnAction(_ -> show(index));
        Describe.node(tab, name, help);
        row.getChildren().add(tab);
        if (index == 0) {
            show(0);
        }
    }

    void show(int index) {
        if (made.get(index) == null) {
            made.set(index, makers.get(index).get());
            body.getChildren().add(made.get(index));
        }
        shown = index;
        for (int i = 0; i < makers.size(); i++) {
            ((ToggleButton) row.getChildren().get(i)).setSelected(i == index);
        }
        for (var each : body.getChildren()) {
            each.setVisible(each == made.get(index));
            each.setManaged(each.isVisible());
        }
    }

    /** The page that is seen. */
    Region page() {
        return made.get(shown);
    }

    /** Gives the focus to the tab whose page is seen. */
    void enter() {
        tab().requestFocus();
    }

    private Node tab() {
        return row.getChildren().get(shown);
    }

    private void step(KeyEvent event) {
        int by = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (by != 0) {
            show(Math.floorMod(shown + by, makers.size()));
            enter();
            event.consume();
        }
    }
}

package app.pitot.ui.settings;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One page of the settings: its name, and paragraphs below. */
abstract class Page extends VBox {
    Page(SettingsSection section) {
        super(14);
        getStyleClass().add("settings-page");
        getChildren().add(title(section.title()));
    }

    static Label title(String text) {
        var label = new Label(text);
        label.getStyleClass().add("text-title");
        return label;
    }

    static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().add("text-strong");
        return label;
    }

    static Label words(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Label quiet(String text) {
        var label = words(text);
        label.getStyleClass().add("text-muted");
        return label;
    }

    /** A box to tick with what it means below. */
    static VBox choice(String words, BooleanProperty value, Label help) {
        var box = new CheckBox(words);
        box.selectedProperty().bindBidirectional(value);
        box.setWrapText(true);
        box.accessibleHelpProperty().bind(help.textProperty());
        var below = new VBox(help);
        below.getStyleClass().add("under-radio");
        return new VBox(2, box, below);
    }
}

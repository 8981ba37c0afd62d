package app.pitot.ui.advice;

import app.pitot.ui.common.Describe;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Labels as these views have them. */
final class Look {
    static final String STYLES = Look.class.getResource("/app/pitot/ui/advice/advice.css").toExternalForm();

    private Look() {}

    /** Words that wrap and are never cut. */
    static Label words(String text, String... classes) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /** Words in one line that are never cut. */
    static Label line(String text, String... classes) {
        var label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /** A figure that says where it comes from when pointed at. */
    static Label figure(String text, String help, String... classes) {
        var label = line(text, classes);
        Describe.tooltip(label, help);
        return label;
    }
}

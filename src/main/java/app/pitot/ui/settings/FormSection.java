package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.ui.connect.FormField;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** One part of the form under a heading. */
abstract class FormSection extends VBox {
    FormSection(String heading) {
        super(12);
        getStyleClass().addAll("surface", "form-section");
        getChildren().add(Page.heading(heading));
    }

    /** Shows {@code node}, and gives it room, only while {@code when} holds. */
    static void shownWhile(Node node, ObservableValue<Boolean> when) {
        // Bound, not listened to: only a bound property keeps a binding that nobody else holds.
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }

    /** @param key of its name; {@code key.help}, if there is such a text, explains it */
    static FormField field(String key, Node control, ObservableValue<String> problem) {
        return new FormField(Texts.get(key), control, Texts.has(key + ".help") ? Texts.get(key + ".help") : "",
                problem);
    }

    static TextField text(javafx.beans.property.StringProperty value) {
        var field = new TextField();
        field.textProperty().bindBidirectional(value);
        return field;
    }
}

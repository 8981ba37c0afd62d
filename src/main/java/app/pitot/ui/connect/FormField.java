package app.pitot.ui.connect;

import app.pitot.ui.common.Describe;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A control with its name above and, below, what it means and what is wrong with its value. */
public final class FormField extends VBox {
    /**
     * @param help empty for none
     * @param problem empty while nothing is wrong
     */
    public FormField(String name, Node control, String help, ObservableValue<String> problem) {
        super(4);
        getStyleClass().add("form-field");
        var label = new Label(name);
        label.getStyleClass().add("text-medium");
        label.setLabelFor(control);
        getChildren().addAll(label, control);
        var complaint = SaidLine.complaint(problem);
        complaint.getStyleClass().add("text-secondary");
        getChildren().add(complaint);
        if (!help.isEmpty()) {
            getChildren().add(help(help));
        }
        if (control instanceof Control named) {
            name(named, name, help, problem);
        }
    }

    /** A field about whose value there is nothing to complain. */
    public FormField(String name, Node control, String help) {
        this(name, control, help, new SimpleStringProperty(""));
    }

    /** Small and quiet, below what it explains. */
    public static Label help(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("text-secondary", "text-muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static void name(Control control, String name, String help, ObservableValue<String> problem) {
        Describe.node(control, name, null);
        Describe.tooltip(control, null);
        problem.subscribe(now -> {
            control.setAccessibleHelp(now.isEmpty() ? help.isEmpty() ? null : help : now);
            if (control instanceof TextInputControl) {
                control.getStyleClass().remove("error");
                if (!now.isEmpty()) {
                    control.getStyleClass().add("error");
                }
            }
        });
    }
}

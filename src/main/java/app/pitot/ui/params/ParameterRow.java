package app.pitot.ui.params;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One parameter: its name with the way back to the provider's default, its controls, what is wrong with it, why the
 * selected model may not take it, and what it means.
 */
final class ParameterRow extends VBox {
    private final Label bad = line("text-bad");
    private final Label mark = line("text-warn");

    /**
     * @param set true while it has a value
     * @param clear takes the value away
     * @param controls below the name, in order
     */
    ParameterRow(Field field, BooleanExpression set, Runnable clear, Node... controls) {
        super(5);
        getStyleClass().add("parameter");
        var name = new Label(field.words());
        name.getStyleClass().add("text-medium");
        name.setMinWidth(Region.USE_PREF_SIZE);
        if (controls.length > 0) {
            name.setLabelFor(controls[0]);
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var state = new Label(Texts.get("param.unset"));
        state.getStyleClass().addAll("text-muted", "text-secondary");
        state.visibleProperty().bind(set.not());
        state.managedProperty().bind(state.visibleProperty());
        var reset = new Button(Texts.get("param.clear"));
        reset.getStyleClass().addAll("small", "flat", "text-muted", "parameter-clear");
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.setOnAction(_ -> {
            clear.run();
            if (controls.length > 0) {
                controls[0].requestFocus();
            }
        });
        reset.visibleProperty().bind(set);
        reset.managedProperty().bind(set);
        Describe.node(reset, Texts.get("param.clear.name", field.words()), Texts.get("param.clear.help"));
        var head = new HBox(6, name, space, state, reset);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(22);
        var help = line("text-muted");
        help.setText(Texts.get(field.key() + ".help"));
        show(bad, "");
        show(mark, "");
        getChildren().add(head);
        getChildren().addAll(controls);
        getChildren().addAll(bad, mark, help);
    }

    /** Shows what is wrong with the value while that is not empty. */
    ParameterRow complains(ObservableValue<String> problem) {
        problem.subscribe(now -> show(bad, now));
        return this;
    }

    /** Shows why the model may not take it while that is not empty. */
    ParameterRow marked(ObservableValue<String> reason) {
        reason.subscribe(now -> show(mark, now));
        return this;
    }

    private static void show(Label label, String words) {
        boolean some = words != null && !words.isEmpty();
        label.setText(some ? words : "");
        label.setVisible(some);
        label.setManaged(some);
    }

    private static Label line(String tone) {
        var label = new Label();
        label.getStyleClass().addAll("text-secondary", tone);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

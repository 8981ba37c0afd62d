package app.pitot.ui.models;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.offer.ModelChoice;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Below the table: what is known of the chosen model, also what has no column at this width. As high without one. */
final class DetailPane extends HBox {
    private final ModelsModel model;
    private final Label id = new Label();
    private final Label place = label("text-muted");
    private final Label status = label("text-warn");
    private final Label facts = label("text-muted");
    private final Button use;
    private final Button copy;
    private ModelChoice shown;

    DetailPane(ModelsModel model, ObservableValue<ModelChoice> chosen, Consumer<ModelChoice> use,
            Consumer<ModelChoice> copy) {
        super(12);
        this.model = model;
        getStyleClass().add("model-details");
        setAlignment(Pos.CENTER_LEFT);
        id.getStyleClass().add("text-strong");
        id.setMinWidth(Region.USE_PREF_SIZE);
        id.setMaxWidth(320);
        status.managedProperty().bind(status.textProperty().isNotEmpty());
        var top = new HBox(10, id, status, place);
        top.setAlignment(Pos.BASELINE_LEFT);
        top.managedProperty().bind(id.textProperty().isNotEmpty());
        facts.setWrapText(true);
        var words = new VBox(2, top, facts);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        this.use = button("models.use", () -> use.accept(shown));
        this.copy = button("models.copy", () -> copy.accept(shown));
        getChildren().addAll(words, this.copy, this.use);
        chosen.subscribe(this::show);
    }

    /** Says for a moment that the id was copied. */
    Button copyButton() {
        return copy;
    }

    private void show(ModelChoice choice) {
        shown = choice;
        use.setDisable(choice == null);
        copy.setDisable(choice == null);
        id.setText(choice == null ? "" : choice.model().id());
        place.setText(choice == null ? "" : Details.place(choice));
        status.setText(choice == null ? "" : model.status(choice));
        facts.setText(choice == null ? Texts.get("models.details.none") : Details.facts(choice, model));
    }

    private static Label label(String tone) {
        var label = new Label();
        label.getStyleClass().addAll("text-secondary", tone);
        label.setMinWidth(0);
        return label;
    }

    private static Button button(String key, Runnable action) {
        var button = new Button(Texts.get(key));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        Describe.node(button, Texts.get(key), Texts.get(key + ".help"));
        return button;
    }
}

package app.pitot.ui.requests;

import app.pitot.api.Wire;
import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.requests.DetailsModel.Kept;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What went over the wire, or why it is not there and where that is decided. */
abstract class KeptPane extends StackPane {
    private final Label why = new Label();
    private final Button settings = new Button(Texts.get("requests.kept.settings"));

    KeptPane() {
        setMinSize(0, 0);
    }

    /**
     * Follows the model from now on.
     *
     * @param content is seen while there is something to see
     * @param toSettings goes to where the user says how long all this is kept
     */
    final void follow(DetailsModel model, Region content, Runnable toSettings) {
        why.getStyleClass().add("text-muted");
        why.setWrapText(true);
        settings.getStyleClass().add("small");
        settings.setOnAction(_ -> toSettings.run());
        Describe.node(settings, settings.getText(), Texts.get("requests.kept.settings.help"));
        settings.managedProperty().bind(settings.visibleProperty());
        var instead = new VBox(10, why, settings);
        instead.getStyleClass().add("request-none");
        instead.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(content, instead);
        Consumer<Kept> see = kept -> {
            var words = KeptWords.of(kept, model.words());
            why.setText(words);
            settings.setVisible(kept instanceof Kept.Gone);
            instead.setVisible(!words.isEmpty());
            content.setVisible(words.isEmpty());
            show(kept instanceof Kept.There there ? there.wire() : null);
        };
        // A page behind another one has nothing to do.
        model.kept().subscribe(kept -> {
            if (isVisible()) {
                see.accept(kept);
            }
        });
        visibleProperty().addListener((_, _, now) -> {
            if (now) {
                see.accept(model.kept().get());
            }
        });
    }

    /** Null for none. */
    abstract void show(Wire wire);
}

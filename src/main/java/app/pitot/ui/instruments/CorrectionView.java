package app.pitot.ui.instruments;

import app.pitot.ui.common.Describe;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A quiet line with its buttons; takes no room while there is nothing to say. */
final class CorrectionView extends VBox {
    private final CorrectionsModel model;

    CorrectionView(CorrectionsModel model) {
        super(4);
        this.model = model;
        getStyleClass().add("correction");
        managedProperty().bind(visibleProperty());
        model.faceProperty().subscribe(this::show);
    }

    private void show(CorrectionFace face) {
        setVisible(face != null);
        getChildren().clear();
        if (face == null) {
            return;
        }
        var sentence = new Label(face.sentence());
        sentence.getStyleClass().add("text-secondary");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        var buttons = new FlowPane(6, 4);
        buttons.setAlignment(Pos.CENTER_LEFT);
        add(buttons, face.use(), face, model::use);
        add(buttons, face.keep(), face, model::keep);
        add(buttons, face.undo(), face, model::undo);
        getChildren().add(sentence);
        if (!buttons.getChildren().isEmpty()) {
            getChildren().add(buttons);
        }
    }

    private static void add(FlowPane row, String words, CorrectionFace face, Runnable action) {
        if (words != null) {
            var button = new Button(words);
            button.getStyleClass().add("small");
            button.setOnAction(_ -> action.run());
            button.setAccessibleText(words + ". " + face.sentence());
            button.setAccessibleHelp(face.help());
            Describe.tooltip(button, face.help());
            row.getChildren().add(button);
        }
    }
}

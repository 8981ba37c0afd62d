package app.pitot.ui.instruments;

import app.pitot.ui.common.Describe;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** A quiet line with its buttons; takes no room while there is nothing to say. */
final class CorrectionView extends FlowPane {
    private final CorrectionsModel model;

    CorrectionView(CorrectionsModel model) {
        super(6, 3);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
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
        var words = new Label(face.brief());
        words.getStyleClass().add("text-secondary");
        words.setWrapText(true);
        words.maxWidthProperty().bind(widthProperty());
        Describe.tooltip(words, face.help().isEmpty() ? face.sentence() : face.sentence() + "\n" + face.help());
        getChildren().add(words);
        add(face.use(), face, model::use);
        add(face.keep(), face, model::keep);
        add(face.undo(), face, model::undo);
    }

    private void add(String words, CorrectionFace face, Runnable action) {
        if (words != null) {
            var button = new Button(words);
            button.getStyleClass().add("small");
            button.setOnAction(_ -> action.run());
            button.setAccessibleText(words + ". " + face.sentence());
            button.setAccessibleHelp(face.help());
            Describe.tooltip(button, face.sentence() + "\n" + face.help());
            getChildren().add(button);
        }
    }
}

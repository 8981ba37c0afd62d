package app.pitot.ui.compare.past;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What was just deleted, with its way back; the last few of it. */
final class PastUndo extends VBox {
    private static final int MOST = 3;

    private final PastModel model;

    PastUndo(PastModel model) {
        super(4);
        this.model = model;
        model.deleted().addListener((ListChangeListener<PastRun>) _ -> show());
        show();
    }

    private void show() {
        getChildren().setAll(model.deleted().stream().limit(MOST).map(this::line).toList());
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private HBox line(PastRun run) {
        var words = new Label(Texts.get("past.deleted", run.title(), run.when()));
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var undo = new Button(Texts.get("past.undo"));
        undo.getStyleClass().add("small");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(_ -> model.undo(run));
        Describe.node(undo, Texts.get("past.undo.name", run.title()), Texts.get("past.undo.help"));
        var line = new HBox(6, words, undo);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}

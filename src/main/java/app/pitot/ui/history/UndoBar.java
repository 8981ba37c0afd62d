package app.pitot.ui.history;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What was just deleted, each with its way back. */
final class UndoBar extends VBox {
    private static final double MOST_HEIGHT = 132;

    private final HistoryModel model;
    private final VBox lines = new VBox(4);

    UndoBar(HistoryModel model) {
        this.model = model;
        getStyleClass().add("history-foot");
        var note = new Label(Texts.get("history.deleted.backups"));
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().addAll("text-small", "text-muted");
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getChildren().addAll(scroll, note);
        EnterFires.below(this);
        model.deleted().addListener((ListChangeListener<Deletions.Pending>) _ -> show());
        show();
    }

    private void show() {
        lines.getChildren().setAll(model.deleted().stream().map(this::line).toList());
        setVisible(!model.deleted().isEmpty());
        setManaged(isVisible());
    }

    private HBox line(Deletions.Pending deleted) {
        var words = new Label(Texts.get("history.deleted", deleted.title()));
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Describe.tooltip(words, words.getText());
        var undo = new Button(Texts.get("history.undo"));
        undo.getStyleClass().addAll("small");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(_ -> model.undo(deleted));
        Describe.node(undo, Texts.get("history.undo.name", deleted.title()), Texts.get("history.undo.help"));
        var line = new HBox(6, words, undo);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}

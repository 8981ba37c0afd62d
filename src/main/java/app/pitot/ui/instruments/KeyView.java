package app.pitot.ui.instruments;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.controls.FigureLabel;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Money and free requests of the key; takes no room while nothing is known of them. */
final class KeyView extends VBox {
    private static final Insets ABOVE = new Insets(6, 0, 6, 0);

    KeyView() {
        super(2);
        setPadding(ABOVE);
        managedProperty().bind(visibleProperty());
        show(null);
    }

    void show(KeyFace face) {
        setVisible(face != null);
        getChildren().clear();
        if (face == null) {
            return;
        }
        var title = label(Texts.get("instruments.key.title"));
        Describe.tooltip(title, Texts.get("instruments.help.key"));
        getChildren().add(row(title, label(face.source())));
        for (var line : face.lines()) {
            var figure = new FigureLabel("text-secondary", "text-strong");
            figure.setText(line.figure());
            if (face.tone() != DayFace.Tone.CALM && line == face.lines().getFirst()) {
                figure.getStyleClass().add(face.tone() == DayFace.Tone.BAD ? "text-bad" : "text-warn");
            }
            getChildren().add(row(label(line.what()), figure));
        }
    }

    private static Label label(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("text-secondary", "text-muted");
        return label;
    }

    private static HBox row(Region left, Region right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(left, gap, right);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }
}

package app.pitot.ui.models;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One line of what the last refreshes changed, which unfolds to all of it. Not there if nothing changed. */
final class ChangesStrip extends VBox {
    private static final double MOST = 120;

    private final ToggleButton open = new ToggleButton();
    private final Label headline = new Label();
    private final VBox lines = new VBox(3);

    ChangesStrip(ModelsModel model) {
        getStyleClass().add("changes-strip");
        headline.getStyleClass().addAll("text-secondary");
        headline.setMinWidth(0);
        open.getStyleClass().addAll("flat", "small");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.textProperty().bind(open.selectedProperty()
                .map(shown -> (shown ? "▾ " : "▸ ") + Texts.get("models.changes.show")));
        var line = new HBox(8, open, headline);
        line.setAlignment(Pos.CENTER_LEFT);
        lines.getStyleClass().add("changes-lines");
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(MOST);
        scroll.setFocusTraversable(false);
        scroll.visibleProperty().bind(open.selectedProperty());
        scroll.managedProperty().bind(open.selectedProperty());
        getChildren().addAll(line, scroll);
        model.changes().subscribe(this::show);
    }

    private void show(ChangesFace face) {
        setVisible(face != null);
        setManaged(face != null);
        if (face == null) {
            return;
        }
        headline.setText(face.headline());
        Describe.node(open, Texts.get("models.changes.show"), face.headline());
        lines.getChildren().setAll(face.lines().stream().map(text -> {
            var label = new Label(text);
            label.getStyleClass().addAll("text-secondary", "text-muted");
            label.setWrapText(true);
            return label;
        }).toList());
    }
}

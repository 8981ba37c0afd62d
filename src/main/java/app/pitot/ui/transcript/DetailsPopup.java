package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import app.pitot.ui.common.RightToLeft;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** Shows details beside the button that opened it; Esc or a click elsewhere closes it. */
final class DetailsPopup {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 380;
    private static final double GAP = 4;
    private static final double MARGIN = 12;
    private static final double LABEL_SHARE = 38;

    private final Popup popup = new Popup();
    private final VBox box = new VBox();
    private final CopyButton copy;
    private final GridPane grid = new GridPane();

    DetailsPopup(Details details) {
        grid.getStyleClass().add("details-grid");
        grid.getColumnConstraints().addAll(column(LABEL_SHARE), column(100 - LABEL_SHARE));
        int row = 0;
        for (var section : details.sections()) {
            var heading = label(section.heading(), "details-heading");
            grid.add(heading, 0, row++, 2, 1);
            for (var line : section.lines()) {
                var name = label(line.label(), "details-label");
                if (line.chance() != null) {
                    name.getStyleClass().addAll("chance", "chance-" + line.chance().name().toLowerCase(Locale.ROOT));
                }
                grid.addRow(row++, name, label(line.value(), "details-value"));
            }
        }
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // Its own stop of the Tab key: the arrow keys then scroll, and a screen reader hears all of it.
        scroll.setFocusTraversable(true);
        scroll.setAccessibleRole(AccessibleRole.TEXT_AREA);
        scroll.setAccessibleText(details.title() + "\n" + details.text());
        scroll.getStyleClass().addAll("details-scroll", "focus-ring");
        copy = new CopyButton(Texts.get("transcript.copy"), Texts.get("details.copy"), details::text);
        var foot = new HBox(copy);
        foot.setAlignment(Pos.CENTER_RIGHT);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        box.getStyleClass().addAll("details", "popup-surface");
        box.getStylesheets().add(DetailsPopup.class.getResource("transcript.css").toExternalForm());
        box.getChildren().addAll(scroll, foot);
        popup.getContent().add(box);
        popup.setAutoHide(true);
    }

    private static ColumnConstraints column(double percent) {
        var column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(RightToLeft.label(text));
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void hide() {
        popup.hide();
    }

    /** Opens above {@code anchor} where there is room, else below it, never wider or higher than the window. */
    void show(Node anchor) {
        var scene = anchor.getScene();
        var inScene = anchor.localToScene(anchor.getBoundsInLocal());
        double above = inScene.getMinY() - GAP - MARGIN;
        double below = scene.getHeight() - inScene.getMaxY() - GAP - MARGIN;
        double width = Math.min(WIDTH, scene.getWidth() - 2 * MARGIN);
        box.setPrefWidth(width);
        box.setMaxHeight(Math.min(HEIGHT, Math.max(above, below)));
        popup.show(anchor, 0, 0);
        box.applyCss();
        double height = Math.min(box.getMaxHeight(), box.prefHeight(width));
        var at = anchor.localToScreen(anchor.getBoundsInLocal());
        double left = at.getMinX() - Math.max(0, inScene.getMinX() + width + MARGIN - scene.getWidth());
        popup.setX(Math.max(left, at.getMinX() - inScene.getMinX() + MARGIN));
        popup.setY(above >= height || above >= below ? at.getMinY() - GAP - height : at.getMaxY() + GAP);
        copy.requestFocus();
    }
}

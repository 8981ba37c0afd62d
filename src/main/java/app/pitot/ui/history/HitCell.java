package app.pitot.ui.history;

import app.pitot.base.Texts;
import app.pitot.ui.common.RightToLeft;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A place that was found: title and day, and two lines of what was said there. */
final class HitCell extends ListCell<HitRow> {
    private static final double LINES = 27;

    private final Label title = new Label();
    private final Label day = new Label();
    private final TextFlow excerpt = new TextFlow();
    private final VBox box = new VBox(3, new HBox(6, title, day), excerpt);

    HitCell(HistoryModel model) {
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        day.setMinWidth(Region.USE_PREF_SIZE);
        day.getStyleClass().addAll("text-small", "text-muted");
        excerpt.setMinHeight(LINES);
        excerpt.setPrefHeight(LINES);
        excerpt.setMaxHeight(LINES);
        var window = new Rectangle();
        window.widthProperty().bind(excerpt.widthProperty());
        window.setHeight(LINES);
        excerpt.setClip(window);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && getItem() != null) {
                model.open(getItem());
            }
        });
    }

    @Override
    protected void updateItem(HitRow hit, boolean empty) {
        super.updateItem(hit, empty);
        if (empty || hit == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        title.setText(hit.title());
        day.setText(hit.day());
        excerpt.getChildren().setAll(hit.excerpt().stream()
                .flatMap(piece -> RightToLeft.pieces(piece.text()).stream().map(text -> text(text, piece.marked())))
                .toList());
        setGraphic(box);
        setAccessibleText(Texts.get("history.hit.word", hit.title(), hit.day(),
                hit.excerpt().stream().map(HitRow.Piece::text).collect(Collectors.joining())));
    }

    private static Text text(String words, boolean marked) {
        var text = new Text(words);
        text.getStyleClass().addAll("text-secondary", marked ? "search-mark" : "text-muted");
        return text;
    }
}

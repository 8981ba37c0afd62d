package app.pitot.ui.export;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import app.pitot.ui.common.RightToLeft;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What came of an export; not there while there is nothing to say. */
public final class ExportBar extends HBox {
    public ExportBar(ExportModel model) {
        super(10);
        getStyleClass().add("export-bar");
        getStylesheets().add(ExportBar.class.getResource("export.css").toExternalForm());
        var words = new Label();
        words.textProperty().bind(model.words().map(RightToLeft::label));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var close = new Button(Texts.get("export.close"));
        close.getStyleClass().add("small");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> model.putAway());
        close.visibleProperty().bind(model.running().not());
        Describe.node(close, close.getText(), Texts.get("export.close.help"));
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(words, close);
        EnterFires.below(this);
        visibleProperty().bind(model.words().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}

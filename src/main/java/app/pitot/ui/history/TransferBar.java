package app.pitot.ui.history;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import app.pitot.ui.common.RightToLeft;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How far an export or import is and what came of it, at the foot of the list. */
final class TransferBar extends VBox {
    TransferBar(TransferModel model) {
        getStyleClass().add("history-foot");
        var words = new Label();
        words.textProperty().bind(model.words().map(RightToLeft::label));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var button = new Button();
        button.getStyleClass().add("small");
        button.setOnAction(_ -> {
            if (model.running().get()) {
                model.cancel();
            } else {
                model.putAway();
            }
        });
        model.running().subscribe(runs -> {
            var key = runs ? "history.cancel" : "history.close";
            button.setText(Texts.get(key));
            Describe.node(button, button.getText(), Texts.get(runs ? "history.cancel.help" : "history.close.help"));
        });
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(words, button);
        EnterFires.below(this);
        visibleProperty().bind(model.words().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}

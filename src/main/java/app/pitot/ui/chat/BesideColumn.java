package app.pitot.ui.chat;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.transcript.TranscriptView;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One of two answers: who gave it, what can be done with it, and the transcript that ends with it. */
final class BesideColumn extends VBox {
    private final Label name = new Label();
    private final HBox head;

    BesideColumn(TranscriptView transcript, String keep, Runnable keeps) {
        getStyleClass().add("beside-column");
        name.getStyleClass().add("text-strong");
        name.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head = new HBox(8, name, space, button("beside.keep", keep, "beside.keep.help", keeps));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("beside-head");
        getChildren().addAll(head, transcript);
        VBox.setVgrow(transcript, Priority.ALWAYS);
        HBox.setHgrow(this, Priority.ALWAYS);
        // Columns that are wanted alike wide share the room alike.
        setMinWidth(0);
        setPrefWidth(1);
        head(null);
    }

    /** @param who null for no heading */
    void head(String who) {
        name.setText(who);
        head.setVisible(who != null);
        head.setManaged(who != null);
    }

    void closes(Runnable close) {
        head.getChildren().add(button("beside.close", Texts.get("beside.close"), "beside.close.help", close));
    }

    private static Button button(String label, String spoken, String help, Runnable does) {
        var button = new Button(Texts.get(label));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        Describe.node(button, spoken, Texts.get(help), null, Describe.Focus.TAB);
        return button;
    }
}

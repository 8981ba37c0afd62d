package app.pitot.ui.connect;

import app.pitot.base.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;

/** That something runs, what and for how long, and the button that stops it; nothing while nothing runs. */
public final class WaitingLine extends HBox {
    private static final double SIZE = 16;

    /** @param cancel stops waiting */
    public WaitingLine(Waiting waiting, Runnable cancel) {
        super(10);
        setAlignment(Pos.CENTER_LEFT);
        visibleProperty().bind(waiting.busy());
        managedProperty().bind(waiting.busy());
        waiting.busy().subscribe(busy -> {
            // Made anew each time: an indicator that is kept goes on turning unseen.
            getChildren().clear();
            if (busy) {
                getChildren().setAll(turning(), words(waiting), stop(cancel));
            }
        });
    }

    private static ProgressIndicator turning() {
        var turning = new ProgressIndicator();
        turning.setPrefSize(SIZE, SIZE);
        turning.setMinSize(SIZE, SIZE);
        turning.setFocusTraversable(false);
        return turning;
    }

    private static Label words(Waiting waiting) {
        var words = new Label();
        words.getStyleClass().add("text-muted");
        words.textProperty().bind(waiting.words());
        return words;
    }

    private static Button stop(Runnable cancel) {
        var stop = new Button(Texts.get("screens.cancel"));
        stop.getStyleClass().add("small");
        stop.setOnAction(_ -> cancel.run());
        return stop;
    }
}

package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;

/** Copies a text that is made when it is pressed, and says so for a moment. */
final class CopyButton extends Button {
    private final PauseTransition back = new PauseTransition(Duration.seconds(1.5));

    CopyButton(String label, String name, Supplier<String> text) {
        super(label);
        getStyleClass().setAll("quiet-button");
        setAccessibleText(name);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(event -> {
            Clip.plain(text.get());
            setText(Texts.get("transcript.copied"));
            back.playFromStart();
        });
        back.setOnFinished(event -> setText(label));
    }
}

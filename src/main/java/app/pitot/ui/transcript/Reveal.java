package app.pitot.ui.transcript;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;

/** Keeps a control out of sight until the pointer is on its message or the keyboard on it; it never moves anything. */
final class Reveal {
    private Reveal() {}

    static void on(Node control, Message message) {
        // The message outlives the cell: a binding holds its target weakly, so nothing has to be taken back.
        control.opacityProperty().bind(Bindings.when(message.hovered().or(control.focusVisibleProperty()).or(
                control.hoverProperty())).then(1.0).otherwise(0.0));
    }
}

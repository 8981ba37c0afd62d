package app.pitot.ui.transcript;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;

/** Keeps a control out of sight until the pointer or the keyboard is on its message; it never moves anything. */
final class Reveal {
    private Reveal() {}

    /** @param group while the keyboard is in it, all of its controls show */
    static void on(Node control, Message message, Node group) {
        // The message outlives the cell: a binding holds its target weakly, so nothing has to be taken back.
        control.opacityProperty().bind(Bindings.when(message.hovered().or(message.chosen())
                .or(group.focusWithinProperty()).or(control.hoverProperty())).then(1.0).otherwise(0.0));
    }
}

package app.pitot.ui.common;

import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Shows where the focus went when a key, not the mouse, led to another view. JavaFX itself shows it only after Tab and
 * the arrow keys.
 */
public final class FocusRing {
    private static final PseudoClass VISIBLE = PseudoClass.getPseudoClass("focus-visible");
    private static final String BY_KEY = "app.pitot.focus.by-key";

    private FocusRing() {}

    /** Notes from now on whether the keyboard or the mouse was used last. */
    public static void watch(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> scene.getProperties().put(BY_KEY, true));
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> scene.getProperties().remove(BY_KEY));
    }

    /** Gives {@code node} the focus, and the ring if the user is at the keyboard. */
    public static void focus(Node node) {
        node.requestFocus();
        if (node.isFocused() && node.getScene().getProperties().containsKey(BY_KEY)) {
            node.pseudoClassStateChanged(VISIBLE, true);
            node.focusedProperty().addListener(new ChangeListener<>() {
                @Override
                public void changed(javafx.beans.value.ObservableValue<? extends Boolean> of, Boolean was, Boolean is) {
                    of.removeListener(this);
                    node.pseudoClassStateChanged(VISIBLE, node.isFocusVisible());
                }
            });
        }
    }
}

package app.pitot.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Lets Enter do what a focused button says, as people expect; JavaFX itself takes the space bar alone. */
public final class EnterFires {
    private EnterFires() {}

    /** For every button below {@code root}, before anything else there takes Enter. */
    public static void below(Node root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()
                    && event.getTarget() instanceof ButtonBase button
                    && fires(button)) {
                event.consume();
                button.fire();
            }
        });
    }

    private static boolean fires(ButtonBase button) {
        return button instanceof Button || button instanceof Hyperlink
                || button instanceof ToggleButton && !(button instanceof RadioButton);
    }
}

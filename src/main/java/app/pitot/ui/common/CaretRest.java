package app.pitot.ui.common;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Lets the caret stand still once nobody has typed or clicked for a while: a caret that blinks keeps all of JavaFX awake, 60
 * times a second. At the next key it blinks again. JavaFX thread only.
 */
public final class CaretRest {
    /** It rests after this time at the earliest, after twice as long at the latest. */
    static final long REST_MS = 10_000;

    /** A text box with a caret of its own kind. */
    public interface Blinking {
        /** @param on false to have the caret stand, in sight */
        void blink(boolean on);
    }

    private final Scene scene;
    private final Alarm alarm;
    private boolean touched;
    private boolean resting;

    private CaretRest(Scene scene, Delays delays) {
        this.scene = scene;
        this.alarm = new Alarm(delays, this::look);
    }

    /** Watches {@code scene} for as long as it lives. */
    public static void watch(Scene scene, Delays delays) {
        var rest = new CaretRest(scene, delays);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, rest::touch);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, rest::touch);
        scene.focusOwnerProperty().subscribe((before, now) -> {
            blink(before, true);
            rest.touch(null);
        });
        scene.windowProperty().flatMap(window -> window.focusedProperty()).subscribe(_ -> rest.touch(null));
    }

    private void touch(InputEvent event) {
        touched = true;
        if (resting) {
            resting = false;
            blink(scene.getFocusOwner(), true);
        }
        if (!alarm.pending() && caret(scene.getFocusOwner()) != null) {
            touched = false;
            alarm.set(REST_MS);
        }
    }

    /** Not set anew at each key: one look in ten seconds is enough. */
    private void look() {
        if (touched) {
            touched = false;
            alarm.set(REST_MS);
        } else {
            resting = true;
            blink(scene.getFocusOwner(), false);
        }
    }

    private static void blink(Node owner, boolean on) {
        var caret = caret(owner);
        if (caret != null) {
            caret.blink(on);
        }
    }

    /** Null for nodes without one, and for JavaFX's own fields: the caret of these can only be stopped by hiding it. */
    private static Blinking caret(Node owner) {
        return owner instanceof Blinking own ? own : null;
    }
}

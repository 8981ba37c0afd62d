package app.pitot.ui.mini;

import app.pitot.store.Settings.Corner;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What the user wants to keep in view while working elsewhere, and whether this desktop has a tray for it. Use on the
 * JavaFX thread only.
 */
public final class CornerModel {
    private final BooleanProperty mini = new SimpleBooleanProperty(this, "mini");
    private final BooleanProperty tray = new SimpleBooleanProperty(this, "tray");
    private final BooleanProperty keep = new SimpleBooleanProperty(this, "keep");
    private final ObjectProperty<Desk> desk = new SimpleObjectProperty<>(this, "desk", Desk.UNKNOWN);
    private final Consumer<UnaryOperator<Corner>> save;
    private boolean explained;

    /** What is known of the desktop's tray. */
    public enum Desk {
        /** Nobody has looked, or looks right now. */
        UNKNOWN,
        /** The meter stands in it. */
        TRAY,
        /** There is none. */
        NONE
    }

    /** @param save told of each choice at once; it may do so elsewhere */
    public CornerModel(Corner saved, Consumer<UnaryOperator<Corner>> save) {
        this.save = save;
        mini.set(saved.mini());
        tray.set(saved.tray());
        keep.set(saved.keepInTray());
        explained = saved.explained();
        mini.addListener((_, _, now) -> save.accept(corner -> corner.withMini(now)));
        tray.addListener((_, _, now) -> {
            if (!now) {
                keep.set(false); // where nothing is shown, nothing can be opened again
            }
            save.accept(corner -> corner.withTray(now));
        });
        keep.addListener((_, _, now) -> {
            if (now) {
                tray.set(true);
            }
            save.accept(corner -> corner.withKeepInTray(now));
        });
    }

    /** Whether the mini gauge is to be seen. */
    public BooleanProperty mini() {
        return mini;
    }

    /** Whether the meter is to be in the tray, where there is one. */
    public BooleanProperty tray() {
        return tray;
    }

    /** Whether closing the window leaves Pitot running in the tray; implies {@link #tray}. */
    public BooleanProperty keep() {
        return keep;
    }

    /** What is known of the tray: set by whoever looks for it. */
    public ObjectProperty<Desk> desk() {
        return desk;
    }

    /** What closing the window does now. */
    public Closing closing() {
        if (!keep.get() || desk.get() != Desk.TRAY) {
            return Closing.QUIT;
        }
        return explained ? Closing.HIDE : Closing.EXPLAIN;
    }

    /** What closing means was said: never again. */
    public void explained() {
        explained = true;
        save.accept(corner -> corner.withExplained(true));
    }

    /** What closing the window does. */
    public enum Closing {
        /** The end, as everywhere. */
        QUIT,
        /** Into the tray, after saying so. */
        EXPLAIN,
        /** Into the tray. */
        HIDE
    }
}

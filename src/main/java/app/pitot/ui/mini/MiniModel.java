package app.pitot.ui.mini;

import app.pitot.ui.instruments.InstrumentsModel;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The instruments in brief, for the mini gauge and the tray. While neither is there, nothing is put together. Use on the
 * JavaFX thread only.
 */
public final class MiniModel {
    private final InstrumentsModel instruments;
    private final ReadOnlyObjectWrapper<MiniFace> face = new ReadOnlyObjectWrapper<>(this, "face");
    private boolean window;
    private boolean tray;

    public MiniModel(InstrumentsModel instruments) {
        this.instruments = instruments;
        instruments.gaugesProperty().addListener((_, _, _) -> update());
        instruments.dayProperty().addListener((_, _, _) -> update());
        instruments.speedProperty().addListener((_, _, _) -> update());
    }

    /** Null until somebody looks; a face that is equal to the last one is not set again. */
    public ReadOnlyObjectProperty<MiniFace> faceProperty() {
        return face.getReadOnlyProperty();
    }

    /** Whether the mini gauge can be seen. */
    public void setInWindow(boolean now) {
        window = now;
        look();
    }

    /** Whether the tray shows it. */
    public void setInTray(boolean now) {
        tray = now;
        look();
    }

    private void look() {
        instruments.setGlanced(window || tray);
        update();
    }

    private void update() {
        if (window || tray) {
            var now = MiniFaces.of(instruments.gaugesProperty().get(), instruments.dayProperty().get(),
                    instruments.speedProperty().get());
            if (!now.equals(face.get())) {
                face.set(now);
            }
        }
    }
}

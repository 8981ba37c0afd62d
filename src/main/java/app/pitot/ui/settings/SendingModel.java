package app.pitot.ui.settings;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What may be sent without being asked for. JavaFX thread only. */
public final class SendingModel {
    private final BooleanProperty again = new SimpleBooleanProperty(this, "again");

    /**
     * @param again as it was kept
     * @param save told of each choice at once; it may write it down elsewhere
     */
    public SendingModel(boolean again, Consumer<Boolean> save) {
        this.again.set(again);
        this.again.addListener((_, _, now) -> save.accept(now));
    }

    /** Whether a request that fails in passing is sent again by itself, a few times at most. */
    public BooleanProperty again() {
        return again;
    }
}

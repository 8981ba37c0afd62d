package app.pitot.ui.shell;

import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableDoubleValue;

/**
 * Which of the panels beside the view are shown: those that are wanted, as far as the window has room. A narrow one keeps
 * the view; what is asked for by hand then takes the place of the other panel.
 */
final class Panels {
    private static final double ROOM_FOR_INSTRUMENTS = 860;
    private static final double RAIL = 68;
    private static final double HISTORY = 214;
    private static final double INSTRUMENTS = 300;
    /** Of a chat that is still pleasant to read. */
    private static final double CHAT = 420;

    private final ObservableDoubleValue width;
    private final ReadOnlyObjectProperty<View> view;
    private final BooleanProperty instrumentsWanted = new SimpleBooleanProperty(true);
    private final BooleanProperty historyWanted = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper instruments = new ReadOnlyBooleanWrapper();
    private final BooleanProperty instrumentsSwitch = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper history = new ReadOnlyBooleanWrapper();
    /** The list was asked for by hand. */
    private boolean asked;
    /** So were the instruments. */
    private boolean askedInstruments;

    /** @param width of the window's inside, in pixels */
    Panels(ObservableDoubleValue width, ReadOnlyObjectProperty<View> view) {
        this.width = width;
        this.view = view;
        InvalidationListener anew = _ -> arrange();
        width.addListener(anew);
        // Who makes the window wide and narrow again has asked for nothing.
        width.addListener((_, _, now) -> askedInstruments &= now.doubleValue() < ROOM_FOR_INSTRUMENTS);
        view.addListener(anew);
        historyWanted.addListener(anew);
        instrumentsWanted.addListener(anew);
        arrange();
        instrumentsSwitch.addListener((_, _, on) -> {
            if (on != instruments.get()) {
                ask(on);
            }
        });
    }

    BooleanProperty instrumentsWanted() {
        return instrumentsWanted;
    }

    /** On while the instruments can be seen; turned by hand it shows them, whatever else must go for it, or hides them. */
    BooleanProperty instrumentsSwitch() {
        return instrumentsSwitch;
    }

    BooleanProperty historyWanted() {
        return historyWanted;
    }

    ReadOnlyBooleanProperty instruments() {
        return instruments.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty history() {
        return history.getReadOnlyProperty();
    }

    /** Shows the list of conversations, whatever else must go for it, or hides it if it is there. */
    void toggleHistory() {
        if (history.get()) {
            asked = false;
            historyWanted.set(false);
        } else {
            showHistory();
        }
    }

    /** Shows the list of conversations, whatever else must go for it. */
    void showHistory() {
        asked = true;
        historyWanted.set(true);
        arrange();
    }

    private void ask(boolean on) {
        asked = asked && !on;
        askedInstruments = on;
        instrumentsWanted.set(on);
        arrange();
    }

    private void arrange() {
        double left = width.get() - RAIL;
        boolean both = left - HISTORY - INSTRUMENTS >= CHAT;
        boolean wide = width.get() >= ROOM_FOR_INSTRUMENTS;
        // The comparison has its own; past use needs the room.
        boolean panel = instrumentsWanted.get() && view.get() != View.COMPARE && view.get() != View.USAGE
                && (wide || askedInstruments);
        boolean list = historyWanted.get() && view.get() == View.CHAT;
        boolean listFits = asked || both || !panel && wide;
        history.set(list && listFits);
        instruments.set(panel && (both || !history.get()));
        instrumentsSwitch.set(instruments.get());
    }
}

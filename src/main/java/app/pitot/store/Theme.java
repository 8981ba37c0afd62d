package app.pitot.store;

import java.util.Locale;

/** How the window is coloured. */
public enum Theme {
    SYSTEM, LIGHT, DARK;

    /** As files and the command line spell it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

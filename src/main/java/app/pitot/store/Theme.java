package app.pitot.store;

import java.util.Locale;

/** How the window is coloured. */
public enum Theme {
    /** Light or dark as the desktop says, live. */
    SYSTEM, LIGHT, DARK,
    /** High contrast. */
    CONTRAST;

    /** As files and the command line spell it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

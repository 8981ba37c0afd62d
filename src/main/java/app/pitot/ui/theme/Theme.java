package app.pitot.ui.theme;

/** What the user chooses. */
public enum Theme {
    /** Light or dark as the desktop says, live. */
    SYSTEM, LIGHT, DARK,
    /** High contrast. */
    CONTRAST
}

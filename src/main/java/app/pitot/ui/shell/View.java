package app.pitot.ui.shell;

/** What the window can show at the left of the instruments, in the order of the rail. */
public enum View {
    CHAT, COMPARE, USAGE, MODELS, REQUESTS,
    /** Below, apart from the others. */
    SETTINGS
}

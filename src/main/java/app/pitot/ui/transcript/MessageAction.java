package app.pitot.ui.transcript;

/**
 * Something that can be done with a message, offered at its line on hover and focus, in its context menu and to the
 * keyboard.
 *
 * @param kind which one, never twice for one message
 * @param label as in the menu: "Edit and ask again"
 * @param run called on the JavaFX thread
 */
public record MessageAction(Kind kind, String label, Runnable run) {
    /** What it does; decides icon and shortcut, and whether it stands in the line or in the menu alone. */
    public enum Kind {
        EDIT, REGENERATE, REGENERATE_WITH, CONTINUE, BRANCH, COMPARE, REQUEST, DELETE
    }
}

package app.pitot.ui.editor;

/**
 * Where a prompt is typed: wrapped text that grows with its lines and then scrolls. A paste is plain text. Enter starts a new
 * line unless a filter of the owner takes the key; Tab leads to the next control. Use on the JavaFX thread only.
 */
public final class PromptBox extends TextBox {
    private static final double LINE = 19;

    /**
     * @param fewest lines when empty, at least 1
     * @param most lines before it scrolls
     */
    public PromptBox(double fewest, double most) {
        super("prompt-box");
        area().setWrapText(true);
        new LineFit(this, LINE, fewest, most);
    }
}

package app.pitot.ui.transcript;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The way of text to the clipboard. */
public final class Clip {
    private Clip() {}

    /** Copies what reads as it is shown. */
    public static void plain(String text) {
        put(CopyText.plain(text));
    }

    /** Copies Markdown. */
    public static void markdown(String source) {
        put(CopyText.markdown(source));
    }

    private static void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}

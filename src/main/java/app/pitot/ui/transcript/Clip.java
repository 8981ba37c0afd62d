package app.pitot.ui.transcript;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The way of text to the clipboard. */
final class Clip {
    private Clip() {}

    /** Copies what reads as it is shown. */
    static void plain(String text) {
        put(CopyText.plain(text));
    }

    /** Copies Markdown. */
    static void markdown(String source) {
        put(CopyText.markdown(source));
    }

    private static void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}

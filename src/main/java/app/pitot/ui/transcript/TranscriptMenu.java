package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import java.util.ArrayList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done at a place of the transcript, as a menu. */
final class TranscriptMenu {
    private TranscriptMenu() {}

    /** @param message the one at that place; null for none @param selection what is selected; null if nothing is */
    static ContextMenu of(Message message, SelectedText selection) {
        var items = new ArrayList<MenuItem>();
        if (selection != null) {
            items.add(item(Texts.get("transcript.copySelection"), () -> Clip.plain(selection.plain())));
            items.add(item(Texts.get("transcript.copySelectionMarkdown"), () -> Clip.markdown(selection.markdown())));
        }
        if (message != null) {
            if (!items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            items.add(item(Texts.get("transcript.copyMessage"), () -> Clip.plain(message.plainText())));
            items.add(item(Texts.get("transcript.copyMarkdown"), () -> Clip.markdown(message.markdown())));
            if (!message.actions().get().isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            message.actions().get().forEach(action -> items.add(item(action.label(), action.run())));
        }
        return new ContextMenu(items.toArray(MenuItem[]::new));
    }

    private static MenuItem item(String label, Runnable run) {
        var item = new MenuItem(label);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> run.run());
        return item;
    }
}

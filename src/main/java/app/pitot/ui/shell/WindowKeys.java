package app.pitot.ui.shell;

import app.pitot.ui.chat.ChatModel;
import app.pitot.ui.chat.ChatView;
import app.pitot.ui.common.Shortcut;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCombination;

/** What each shortcut of the window does, whichever view is shown. */
final class WindowKeys {
    private final Navigator navigator;
    private final ChatModel chat;
    private final ChatView view;

    WindowKeys(Navigator navigator, ChatModel chat, ChatView view) {
        this.navigator = navigator;
        this.chat = chat;
        this.view = view;
    }

    /** @param quit closes the window */
    Map<KeyCombination, Runnable> actions(BooleanProperty parameters, BooleanProperty instruments, Runnable quit) {
        var keys = new HashMap<KeyCombination, Runnable>();
        keys.put(Shortcut.STOP.combination(), chat::escape);
        keys.put(Shortcut.NEW_CHAT.combination(), this::newChat);
        keys.put(Shortcut.MODEL_PICKER.combination(), this::openPicker);
        keys.put(Shortcut.MODEL_PICKER_ALIAS.combination(), this::openPicker);
        keys.put(Shortcut.PARAMETERS.combination(), () -> toggleInChat(parameters));
        keys.put(Shortcut.INSTRUMENTS.combination(), () -> instruments.set(!instruments.get()));
        keys.put(Shortcut.COMPOSER.combination(), () -> navigator.go(View.CHAT));
        keys.put(Shortcut.REGENERATE.combination(), () -> inChat(chat::regenerateLast));
        keys.put(Shortcut.EDIT_LAST.combination(), () -> inChat(chat::editLast));
        keys.put(Shortcut.NEXT_PANE.combination(), this::nextPane);
        keys.put(Shortcut.CHAT.combination(), () -> navigator.go(View.CHAT));
        keys.put(Shortcut.MODELS.combination(), () -> navigator.go(View.MODELS));
        keys.put(Shortcut.SETTINGS.combination(), () -> navigator.go(View.SETTINGS));
        keys.put(Shortcut.QUIT.combination(), quit);
        return keys;
    }

    void newChat() {
        chat.newChat();
        navigator.go(View.CHAT);
    }

    /** What asks or changes something is seen while it does so. */
    private void inChat(Runnable action) {
        if (navigator.current().get() != View.CHAT) {
            navigator.go(View.CHAT);
        }
        action.run();
    }

    private void openPicker() {
        if (navigator.current().get() != View.CHAT) {
            navigator.go(View.CHAT);
        }
        view.openPicker();
    }

    /** From another view the parameters are opened, never closed unseen. */
    private void toggleInChat(BooleanProperty parameters) {
        boolean elsewhere = navigator.current().get() != View.CHAT;
        parameters.set(elsewhere || !parameters.get());
        if (elsewhere) {
            navigator.go(View.CHAT);
        }
    }

    private void nextPane() {
        if (navigator.current().get() == View.CHAT && view.composerFocused()) {
            view.focusTranscript();
        } else {
            navigator.go(navigator.current().get());
        }
    }
}

package app.pitot.ui.shell;

import app.pitot.ui.chat.ChatModel;
import app.pitot.ui.chat.ChatView;
import app.pitot.ui.common.Shortcut;
import app.pitot.ui.transcript.Zoom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What each shortcut of the window does, whichever view is shown. */
final class WindowKeys {
    private final Navigator navigator;
    private final ChatModel chat;
    private final ChatView view;
    private final Conversations conversations;
    private final CompareScreen compare;
    private final RequestsScreen requests;

    WindowKeys(Navigator navigator, ChatModel chat, ChatView view, Conversations conversations,
            CompareScreen compare, RequestsScreen requests) {
        this.navigator = navigator;
        this.chat = chat;
        this.view = view;
        this.conversations = conversations;
        this.compare = compare;
        this.requests = requests;
    }

    /** @param quit closes the window */
    Map<KeyCombination, Runnable> actions(BooleanProperty parameters, BooleanProperty instruments, Panels panels,
            Runnable mini, Runnable quit) {
        var keys = new HashMap<KeyCombination, Runnable>();
        keys.put(Shortcut.STOP.combination(), this::escape);
        keys.put(Shortcut.NEW_CHAT.combination(), this::newChat);
        keys.put(Shortcut.MODEL_PICKER.combination(), this::openPicker);
        keys.put(Shortcut.MODEL_PICKER_ALIAS.combination(), this::openPicker);
        keys.put(Shortcut.PARAMETERS.combination(), () -> toggleParameters(parameters));
        keys.put(Shortcut.INSTRUMENTS.combination(), () -> toggleInstruments(instruments));
        keys.put(Shortcut.MINI.combination(), mini);
        keys.put(Shortcut.HISTORY.combination(), () -> toggleHistory(panels));
        keys.put(Shortcut.HISTORY_SEARCH.combination(), () -> searchHistory(panels));
        keys.put(Shortcut.HISTORY_SEARCH_ALIAS.combination(), () -> searchHistory(panels));
        keys.put(Shortcut.COMPOSER.combination(), () -> navigator.go(View.CHAT));
        keys.put(Shortcut.REGENERATE.combination(), () -> inChat(chat::regenerateLast));
        keys.put(Shortcut.EDIT_LAST.combination(), () -> inChat(chat::editLast));
        keys.put(Shortcut.COPY_LAST.combination(), view::copyLast);
        keys.put(Shortcut.FIND.combination(), this::find);
        keys.put(Shortcut.FIND_NEXT.combination(), () -> inChat(() -> view.transcript().find(1)));
        keys.put(Shortcut.FIND_PREVIOUS.combination(), () -> inChat(() -> view.transcript().find(-1)));
        for (var larger : List.of(Shortcut.LARGER, Shortcut.LARGER_ALIAS, Shortcut.LARGER_SHIFTED)) {
            keys.put(larger.combination(), () -> inChat(() -> view.transcript().zoomBy(1)));
        }
        for (var smaller : List.of(Shortcut.SMALLER, Shortcut.SMALLER_ALIAS)) {
            keys.put(smaller.combination(), () -> inChat(() -> view.transcript().zoomBy(-1)));
        }
        keys.put(Shortcut.USUAL_SIZE.combination(), () -> inChat(() -> view.transcript().zoom().set(Zoom.USUAL)));
        keys.put(Shortcut.NEXT_PANE.combination(), this::nextPane);
        keys.put(Shortcut.CHAT.combination(), () -> navigator.go(View.CHAT));
        keys.put(Shortcut.COMPARE.combination(), () -> navigator.go(View.COMPARE));
        keys.put(Shortcut.RUN.combination(), this::run);
        keys.put(Shortcut.ADD_LANE.combination(), this::addLane);
        keys.put(Shortcut.USAGE.combination(), () -> navigator.go(View.USAGE));
        keys.put(Shortcut.MODELS.combination(), () -> navigator.go(View.MODELS));
        keys.put(Shortcut.REQUESTS.combination(), () -> navigator.go(View.REQUESTS));
        keys.put(Shortcut.SETTINGS.combination(), () -> navigator.go(View.SETTINGS));
        keys.put(Shortcut.QUIT.combination(), quit);
        return keys;
    }

    /** Before any node sees them: text areas take them for the way to the next field. */
    void stepWithTab(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            int step = Shortcut.NEXT_CHAT.combination().match(event)
                    ? 1
                    : Shortcut.PREVIOUS_CHAT.combination().match(event) ? -1 : 0;
            if (step != 0) {
                event.consume();
                conversations.model().step(step);
            }
        });
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

    private void toggleHistory(Panels panels) {
        if (navigator.current().get() == View.CHAT) {
            panels.toggleHistory();
        } else {
            navigator.go(View.CHAT);
            panels.showHistory();
        }
    }

    private void searchHistory(Panels panels) {
        if (navigator.current().get() != View.CHAT) {
            navigator.go(View.CHAT);
        }
        panels.showHistory();
        conversations.view().focusSearch();
    }

    private void find() {
        if (navigator.current().get() == View.REQUESTS) {
            requests.find();
        } else {
            inChat(() -> view.transcript().find());
        }
    }

    private boolean comparing() {
        return navigator.current().get() == View.COMPARE;
    }

    private void escape() {
        if (comparing()) {
            compare.escape();
        } else {
            chat.escape();
        }
    }

    private void run() {
        if (comparing()) {
            compare.run();
        }
    }

    private void addLane() {
        if (comparing()) {
            compare.view().addLane();
        }
    }

    private void toggleInstruments(BooleanProperty instruments) {
        if (comparing()) {
            compare.toggleInstruments();
        } else {
            instruments.set(!instruments.get());
        }
    }

    private void openPicker() {
        if (comparing()) {
            compare.view().openPicker();
            return;
        }
        if (navigator.current().get() != View.CHAT) {
            navigator.go(View.CHAT);
        }
        view.openPicker();
    }

    /** From another view the parameters are opened, never closed unseen. */
    private void toggleParameters(BooleanProperty parameters) {
        if (comparing()) {
            compare.view().toggleParameters();
            return;
        }
        boolean elsewhere = navigator.current().get() != View.CHAT;
        parameters.set(elsewhere || !parameters.get());
        if (elsewhere) {
            navigator.go(View.CHAT);
        }
    }

    private void nextPane() {
        boolean chat = navigator.current().get() == View.CHAT;
        if (chat && view.composerFocused()) {
            view.focusTranscript();
        } else if (chat && conversations.view().isVisible() && !conversations.view().isFocusWithin()) {
            conversations.view().enter();
        } else {
            navigator.go(navigator.current().get());
        }
    }
}

package app.pitot.ui.shell;

import app.pitot.ui.Core;
import app.pitot.ui.chat.ChatModel;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.history.ConversationOpener;
import app.pitot.ui.history.HistoryModel;
import app.pitot.ui.history.HistoryView;
import java.time.ZoneId;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The list of conversations in the window, and its ways into the chat. JavaFX thread only. */
final class Conversations {
    private final HistoryModel model;
    private final HistoryView view;

    /** @param toChat shows the chat and gives its composer the focus */
    Conversations(Stage stage, Core core, ChatModel chat, FxThread fx, Runnable toChat) {
        var opener = new ConversationOpener() {
            @Override
            public void open(String conversationId, String messageId) {
                chat.open(conversationId, messageId);
                toChat.run();
            }

            @Override
            public void newChat() {
                chat.newChat();
                toChat.run();
            }

            @Override
            public void stop(String conversationId) {
                chat.stop(conversationId);
            }
        };
        this.model = new HistoryModel(core.history(), core.clocks(), ZoneId.systemDefault(),
                work -> Thread.ofVirtual().name("history").start(work), fx, fx, opener);
        this.view = new HistoryView(model);
        chat.conversation().subscribe(now -> model.opened(now == null ? null : now.id()));
        chat.runningIn().subscribe(model::running);
        stage.focusedProperty().addListener((_, _, here) -> {
            if (here) {
                model.looked();
            }
        });
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> model.close());
    }

    HistoryModel model() {
        return model;
    }

    HistoryView view() {
        return view;
    }
}

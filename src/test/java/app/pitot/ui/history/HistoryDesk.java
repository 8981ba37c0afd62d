package app.pitot.ui.history;

import app.pitot.base.Clocks;
import app.pitot.history.Conversation;
import app.pitot.history.History;
import app.pitot.history.MemoryHistory;
import app.pitot.history.Message;
import app.pitot.history.Setup;
import app.pitot.ui.common.ManualDelays;
import app.pitot.ui.common.ManualExecutor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A list over a history in memory, whose clock, threads and delays the test holds. */
final class HistoryDesk {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** 14:00 in Berlin, a Thursday. */
    static final Instant NOW = Instant.parse("2026-10-15T12:00:00Z");

    final MemoryHistory history = new MemoryHistory();
    final ManualDelays delays = new ManualDelays();
    final ManualExecutor work = new ManualExecutor();
    final List<String> opened = new ArrayList<>();
    final List<String> stopped = new ArrayList<>();
    Instant now = NOW;
    HistoryModel model;

    HistoryDesk() {
        model = over(history);
    }

    HistoryModel over(History kept) {
        model = new HistoryModel(kept, new Clocks(() -> 0, () -> now), ZONE, work, Runnable::run, delays,
                new ConversationOpener() {
                    @Override
                    public void open(String conversationId, String messageId) {
                        opened.add(conversationId + "@" + messageId);
                        model.opened(conversationId);
                    }

                    @Override
                    public void newChat() {
                        opened.add("new");
                        model.opened(null);
                    }

                    @Override
                    public void stop(String conversationId) {
                        stopped.add(conversationId);
                    }
                });
        return model;
    }

    void keep(String id, String title, Duration ago) {
        history.save(Conversation.begin(id, now.minus(ago), Setup.NONE).withTitle(title, false));
    }

    void say(String conversation, String id, String text) {
        history.add(Message.question(id, conversation, null, now, text, List.of()));
    }

    /** Lets all that waits happen, delays included. */
    void settle() {
        work.runAll();
        delays.runAll();
        work.runAll();
    }

    void load() {
        model.load();
        work.runAll();
    }

    /** Headings in brackets, titles with a "*" if pinned. */
    List<String> shown() {
        return model.rows().stream().map(row -> switch (row) {
            case HistoryRow.Heading heading -> "[" + heading.words() + "]";
            case HistoryRow.Item item -> (item.pinned() ? "*" : "") + item.title();
        }).toList();
    }
}

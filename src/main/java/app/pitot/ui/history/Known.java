package app.pitot.ui.history;

import app.pitot.api.Harmless;
import app.pitot.base.Texts;
import app.pitot.history.Conversation;
import java.time.Instant;
import java.util.Comparator;

/** What the list keeps of a conversation: thousands of them stay in memory, their drafts and prompts do not. */
record Known(String id, String title, boolean pinned, Instant changedAt, boolean damaged) {
    private static final int LONGEST = 200;

    /** Pinned ones first, then the last changed first. */
    static final Comparator<Known> ORDER = Comparator.comparing(Known::pinned).thenComparing(Known::changedAt)
            .reversed().thenComparing(Known::id);

    /** @param damaged true if something of it is not what was written */
    static Known of(Conversation conversation, boolean damaged) {
        return new Known(conversation.id(), conversation.title(), conversation.pinned(), conversation.changedAt(),
                damaged);
    }

    Known withTitle(String words) {
        return new Known(id, words, pinned, changedAt, damaged);
    }

    Known withPinned(boolean above) {
        return new Known(id, title, above, changedAt, damaged);
    }

    HistoryRow.Item row() {
        return new HistoryRow.Item(id, shown(title), pinned, damaged);
    }

    /** {@code title} fit to stand on one line, with a word where there is none. */
    static String shown(String title) {
        var line = Harmless.line(title, LONGEST);
        return line.isBlank() ? Texts.get("history.untitled") : line;
    }
}

package app.pitot.history;

import java.time.Instant;

/**
 * A conversation without its messages.
 *
 * @param id a UUID
 * @param title from the first question until the user gives one; never null
 * @param titled true if the user gave the title
 * @param pinned true to stand above the others
 * @param createdAt when it was begun
 * @param changedAt when the last message was added
 * @param leafId the message that the shown branch ends with; null while there is none
 * @param draft what is typed and not yet sent; never null
 * @param setup how it asks; never null
 */
public record Conversation(String id, String title, boolean titled, boolean pinned, Instant createdAt,
        Instant changedAt, String leafId, String draft, Setup setup) {
    /** A new one, empty. */
    public static Conversation begin(String id, Instant now, Setup setup) {
        return new Conversation(id, "", false, false, now, now, null, "", setup);
    }

    public Conversation withTitle(String words, boolean byUser) {
        return new Conversation(id, words, byUser, pinned, createdAt, changedAt, leafId, draft, setup);
    }

    public Conversation withPinned(boolean above) {
        return new Conversation(id, title, titled, above, createdAt, changedAt, leafId, draft, setup);
    }

    /** Shown up to the message {@code leaf}. */
    public Conversation withLeaf(String leaf) {
        return new Conversation(id, title, titled, pinned, createdAt, changedAt, leaf, draft, setup);
    }

    public Conversation withChangedAt(Instant now) {
        return new Conversation(id, title, titled, pinned, createdAt, now, leafId, draft, setup);
    }

    public Conversation withDraft(String words) {
        return new Conversation(id, title, titled, pinned, createdAt, changedAt, leafId, words, setup);
    }

    public Conversation withSetup(Setup next) {
        return new Conversation(id, title, titled, pinned, createdAt, changedAt, leafId, draft, next);
    }
}

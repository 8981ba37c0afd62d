package app.pitot.transfer;

import app.pitot.base.Texts;
import app.pitot.history.Conversation;
import app.pitot.history.History;
import app.pitot.history.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks a whole file through before anything of it is taken, and decides for each conversation how. */
final class Survey implements Taking {
    private static final int MOST_CONVERSATIONS = 100_000;
    private static final int MOST_MESSAGES = 1_000_000;
    private static final long MOST_HEADERS = 128L << 20;
    private static final int AT_ONCE = 500;

    /** What to do with a conversation. */
    enum Verdict {
        ADD,
        /** Under new ids, beside what has the same. */
        COPY,
        /** It is here with all its messages. */
        KNOWN
    }

    /** @param header as at the end of the conversation */
    record Entry(Conversation header, Verdict verdict) {}

    private final History history;
    private final List<Entry> entries = new ArrayList<>();
    private final IdSet seen = new IdSet();
    private final List<String> ids = new ArrayList<>();
    /** Of the conversation that is here under this id: message id to what it says; null if there is none. */
    private Map<String, String> here;
    private Verdict verdict;
    private boolean same;
    private int messages;
    private long headers;

    Survey(History history) {
        this.history = history;
    }

    List<Entry> entries() {
        return entries;
    }

    @Override
    public void conversation(Conversation conversation) throws IOException {
        if (entries.size() >= MOST_CONVERSATIONS) {
            throw new ConversationFile.NotOurs(Texts.get("transfer.too.many.conversations", MOST_CONVERSATIONS));
        }
        ids.clear();
        verdict = Verdict.ADD;
        same = true;
        here = history.conversation(conversation.id()).isPresent() ? known(conversation.id()) : null;
        id(conversation.id());
    }

    @Override
    public void message(Message message) throws IOException {
        if (++messages > MOST_MESSAGES) {
            throw new ConversationFile.NotOurs(Texts.get("transfer.too.many.messages", MOST_MESSAGES));
        }
        if (here != null) {
            same &= digest(message).equals(here.get(message.id()));
        }
        id(message.id());
    }

    @Override
    public void ended(Conversation header) throws IOException {
        look();
        headers += header.title().length() + header.draft().length() + header.setup().systemPrompt().length();
        if (headers > MOST_HEADERS) {
            throw new BoundedJson.TooMuch();
        }
        entries.add(new Entry(header, here != null && same ? Verdict.KNOWN : here != null ? Verdict.COPY : verdict));
        here = null;
    }

    private void id(String id) {
        if (!seen.add(id)) {
            verdict = Verdict.COPY;
        }
        ids.add(id);
        if (ids.size() == AT_ONCE) {
            look();
        }
    }

    private void look() {
        if (here == null && !ids.isEmpty() && !history.taken(ids).isEmpty()) {
            verdict = Verdict.COPY;
        }
        ids.clear();
    }

    private Map<String, String> known(String conversation) {
        var known = new HashMap<String, String>();
        history.messages(conversation).forEach(each -> known.put(each.id(), digest(each)));
        return known;
    }

    /** The same for what a database may have rounded: it keeps microseconds, and no half characters. */
    private static String digest(Message message) {
        var kept = new Message(message.id(), message.conversationId(), message.parentId(), message.kind(),
                message.at().truncatedTo(ChronoUnit.MICROS), whole(message.text()), whole(message.reasoning()),
                message.pictures(), message.toolCalls(), message.toolCallId(), message.exchangeId(), message.state(),
                message.facts(), message.damaged());
        try {
            return new String(MessageDigest.getInstance("SHA-256").digest(JsonText.bytes(ConversationJson.write(kept))),
                    StandardCharsets.ISO_8859_1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String whole(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return whole.toString();
    }
}

package app.pitot.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Takes the bytes of a successful body and finds out what they are, whatever the content type says: an event stream, one
 * JSON answer, or something that is no API's. Not thread-safe; good for one body.
 */
final class ReplyReader {
    enum Form {
        /** Nothing but white space so far. */
        UNKNOWN, EVENTS, JSON, OTHER
    }

    /** Longest JSON answer, in bytes. */
    static final int MAX_ANSWER = 16 * 1024 * 1024;
    private static final int MAX_OTHER = 64 * 1024;
    private static final String[] FIELDS = {"data", "event", ":", "id", "retry"};

    private final boolean saidEvents;
    private final EventStreamReader events;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Form form = Form.UNKNOWN;

    /**
     * @param saidEvents whether the content type is that of an event stream
     */
    ReplyReader(ReplyState state, boolean saidEvents) {
        this.saidEvents = saidEvents;
        events = new EventStreamReader(state);
    }

    Form form() {
        return form;
    }

    /** What came, unless it was an event stream. */
    byte[] kept() {
        return kept.toByteArray();
    }

    /**
     * Takes the next bytes.
     *
     * @return false if the rest is of no interest
     */
    boolean feed(byte[] bytes, int length) throws TooLongException {
        if (form == Form.EVENTS) {
            return events.feed(bytes, 0, length);
        }
        if (kept.size() + length > MAX_ANSWER) {
            throw new TooLongException(MAX_ANSWER);
        }
        // Blanks before the answer are a sign of life, of which any number may come.
        int from = kept.size() == 0 ? afterBlanks(bytes, length) : 0;
        kept.write(bytes, from, length - from);
        if (form == Form.UNKNOWN) {
            form = recognise(false);
            if (form == Form.EVENTS) {
                return replay();
            }
        }
        return form != Form.OTHER || kept.size() < MAX_OTHER;
    }

    private static int afterBlanks(byte[] bytes, int length) {
        int i = 0;
        while (i < length && (bytes[i] == ' ' || bytes[i] >= '\t' && bytes[i] <= '\r')) {
            i++;
        }
        return i;
    }

    /** The body has ended. */
    void finish() throws TooLongException {
        if (form == Form.UNKNOWN) {
            form = recognise(true);
            if (form == Form.EVENTS) {
                replay();
            }
        }
        if (form == Form.EVENTS) {
            events.finish();
        }
    }

    private boolean replay() throws TooLongException {
        var start = kept.toByteArray();
        kept.reset();
        return events.feed(start, 0, start.length);
    }

    private Form recognise(boolean ended) {
        var start = new String(kept.toByteArray(), StandardCharsets.UTF_8);
        start = (start.startsWith("\uFEFF") ? start.substring(1) : start).stripLeading();
        if (start.isEmpty() && kept.size() < MAX_OTHER) {
            return ended && saidEvents ? Form.EVENTS : Form.UNKNOWN;
        }
        char first = start.isEmpty() ? '\uFFFD' : start.charAt(0);
        if (first == '{' || first == '[') {
            return Form.JSON;
        }
        if (saidEvents && first != '<' && first != '\uFFFD') {
            return Form.EVENTS;
        }
        for (var field : FIELDS) {
            if (start.startsWith(field)) {
                return Form.EVENTS;
            }
            if (!ended && field.startsWith(start)) {
                return Form.UNKNOWN;
            }
        }
        // A byte order mark may still be incomplete.
        return first == '\uFFFD' && !ended && kept.size() < 3 ? Form.UNKNOWN : Form.OTHER;
    }

    /** Reads the JSON answer. */
    void answer(ReplyState state) throws IOException {
        var json = kept.toByteArray();
        var root = Json.tree(json, 0, json.length);
        if (root.isArray() && root.path(0).isObject()) {
            root = root.path(0);
        }
        state.take(ChunkParser.answer(root), null);
        if (state.error == null && root.path("choices").path(0).isObject()) {
            state.done = true;
        }
    }
}

package app.pitot.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Parses an event stream as the WHATWG HTML specification defines it, whatever way the bytes are cut into pieces.
 *
 * <p>Lines end with CR, LF or CRLF; one byte order mark at the very start is skipped; {@code id} and
 * {@code retry} are ignored, because Pitot never reconnects. Two rules are ours. The data of an event that the end of the
 * stream cut off is handed over marked as unterminated where the specification drops it: whether a reply is whole is
 * decided by its finish reason, and a server that forgets the last blank line loses no text. And a line or an event over
 * {@link #MAX_BYTES} ends the parse. Not thread-safe; good for one stream.
 */
final class EventStreamReader {
    /** Longest line, and longest data of one event, in bytes. */
    static final int MAX_BYTES = 8 * 1024 * 1024;

    /** Takes events as they complete. */
    interface Consumer {
        /**
         * @param type the last {@code event} field, or null if there was none
         * @param data bytes of UTF-8, reused by the reader after the call
         * @param terminated false if the stream ended before the blank line
         * @return false to stop parsing: the rest of the bytes is dropped
         */
        boolean event(String type, byte[] data, int offset, int length, boolean terminated);

        /** Takes a comment: what stands behind the colon. It says nothing, but some servers tell there how they fare. */
        default void comment(byte[] data, int offset, int length) {}
    }

    private static final byte[] DATA = {'d', 'a', 't', 'a'};
    private static final byte[] EVENT = {'e', 'v', 'e', 'n', 't'};
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Consumer consumer;
    private final int maxBytes;
    private byte[] line = new byte[1024];
    private int lineLength;
    private byte[] data = new byte[4096];
    private int dataLength;
    private boolean hasData;
    private String type;
    private String lastType;
    private boolean afterCr;
    private boolean markDecided;
    private boolean stopped;

    EventStreamReader(Consumer consumer) {
        this(consumer, MAX_BYTES);
    }

    EventStreamReader(Consumer consumer, int maxBytes) {
        this.consumer = consumer;
        this.maxBytes = maxBytes;
    }

    /**
     * Parses the next piece of the stream, of any length.
     *
     * @return false once the consumer has stopped the parse
     * @throws TooLongException if a line or an event is over the bound
     */
    boolean feed(byte[] bytes, int offset, int length) throws TooLongException {
        int end = offset + length;
        int i = offset;
        while (i < end && !stopped) {
            if (afterCr) {
                afterCr = false;
                if (bytes[i] == '\n') {
                    i++;
                    continue;
                }
            }
            int stop = i;
            while (stop < end && bytes[stop] != '\n' && bytes[stop] != '\r') {
                stop++;
            }
            if (stop == end) {
                keep(bytes, i, end);
                return true;
            }
            afterCr = bytes[stop] == '\r';
            if (lineLength == 0) {
                line(bytes, i, stop);
            } else {
                keep(bytes, i, stop);
                int whole = lineLength;
                lineLength = 0;
                line(line, 0, whole);
            }
            i = stop + 1;
        }
        return !stopped;
    }

    /** The stream has ended: hands over what an unfinished event holds. */
    void finish() throws TooLongException {
        if (!stopped && lineLength > 0) {
            int whole = lineLength;
            lineLength = 0;
            line(line, 0, whole);
        }
        if (!stopped) {
            dispatch(false);
        }
    }

    private void keep(byte[] bytes, int from, int to) throws TooLongException {
        line = append(line, lineLength, bytes, from, to);
        lineLength += to - from;
    }

    private void line(byte[] b, int start, int end) throws TooLongException {
        int from = start;
        if (!markDecided) {
            markDecided = true;
            from = starts(b, from, end, MARK) ? from + 3 : from;
        }
        if (from == end) {
            dispatch(true);
            return;
        }
        if (b[from] == ':') {
            consumer.comment(b, from + 1, end - from - 1);
            return;
        }
        if (starts(b, from, end, DATA)) {
            int value = value(b, from + DATA.length, end);
            if (value >= 0) {
                addData(b, value, end);
            }
        } else if (starts(b, from, end, EVENT)) {
            int value = value(b, from + EVENT.length, end);
            if (value >= 0) {
                type = typeOf(b, value, end);
            }
        }
    }

    /** Where the value of a field begins whose name ends at {@code i}; -1 if the name is longer. */
    private static int value(byte[] b, int i, int end) {
        if (i == end) {
            return end;
        }
        if (b[i] != ':') {
            return -1;
        }
        return i + 1 < end && b[i + 1] == ' ' ? i + 2 : i + 1;
    }

    private void addData(byte[] b, int from, int to) throws TooLongException {
        if (hasData) {
            data = append(data, dataLength, new byte[]{'\n'}, 0, 1);
            dataLength++;
        }
        data = append(data, dataLength, b, from, to);
        dataLength += to - from;
        hasData = true;
    }

    /** The type as a string, made anew only when it changes. */
    private String typeOf(byte[] b, int from, int to) {
        if (from == to) {
            return null;
        }
        if (lastType == null || lastType.length() != to - from || !same(lastType, b, from)) {
            lastType = new String(b, from, to - from, StandardCharsets.UTF_8);
        }
        return lastType;
    }

    private static boolean same(String s, byte[] b, int from) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) != b[from + i]) {
                return false;
            }
        }
        return true;
    }

    private void dispatch(boolean terminated) {
        boolean any = hasData;
        int length = dataLength;
        String name = type;
        hasData = false;
        dataLength = 0;
        type = null;
        if (any && (terminated || length > 0)) {
            stopped = !consumer.event(name, data, 0, length, terminated);
        }
    }

    private byte[] append(byte[] target, int used, byte[] from, int start, int end) throws TooLongException {
        int need = used + (end - start);
        if (need > maxBytes) {
            throw new TooLongException(maxBytes);
        }
        byte[] room = need <= target.length
                ? target
                : Arrays.copyOf(target, Math.min(maxBytes, Math.max(need, 2 * target.length)));
        System.arraycopy(from, start, room, used, end - start);
        return room;
    }

    private static boolean starts(byte[] b, int from, int to, byte[] prefix) {
        return to - from >= prefix.length
                && Arrays.equals(b, from, from + prefix.length, prefix, 0, prefix.length);
    }
}

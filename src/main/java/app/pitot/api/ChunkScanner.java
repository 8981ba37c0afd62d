package app.pitot.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Reads the text of an ordinary chunk, {@code choices[0].delta.content}, {@code .reasoning} or
 * {@code .reasoning_content}, straight from its bytes into a reused {@code char[]}, in any key order. Anything else in a
 * chunk that could matter makes {@link #scan} say no, and Jackson reads that chunk: see {@link ChunkParser}, whose result
 * for an accepted chunk is the same in every field. Not thread-safe.
 */
final class ChunkScanner extends JsonBytes {
    private static final int CHOICES = 1;
    private static final int DELTA = 2;
    private static final int CONTENT = 4;
    private static final int REASONING = 8;
    private static final int REASONING_TEXT = 16;
    private static final int DETAILS = 32;
    private static final int REASONING_CONTENT = 64;

    private static final byte[] N_CHOICES = "choices".getBytes(US_ASCII);
    private static final byte[] N_DELTA = "delta".getBytes(US_ASCII);
    private static final byte[] N_INDEX = "index".getBytes(US_ASCII);
    private static final byte[] N_CONTENT = "content".getBytes(US_ASCII);
    private static final byte[] N_REASONING = "reasoning".getBytes(US_ASCII);
    private static final byte[] N_REASONING_CONTENT = "reasoning_content".getBytes(US_ASCII);
    private static final byte[] N_DETAILS = "reasoning_details".getBytes(US_ASCII);
    /** Keys whose value, unless null, is for Jackson; per level. */
    private static final byte[][] TOP_RARE = names("usage", "error", "errors", "x_groq", "time_info", "timings",
            "message", "code", "detail", "status_code", "msg", "title");
    private static final byte[][] CHOICE_RARE = names("finish_reason", "message", "text", "error", "usage", "logprobs");
    private static final byte[][] DELTA_RARE = names("tool_calls", "function_call", "refusal");

    private static final byte[] N_PROVIDER = "provider".getBytes(US_ASCII);

    private final TextDecoder text = new TextDecoder();
    private boolean providerWanted;
    private int seen;
    private int answerStart;
    private int answerLength;
    private int answerBytes;
    private int reasoningStart;
    private int reasoningLength;
    private int reasoningBytes;

    /**
     * Reads one payload.
     *
     * @return true if nothing but text was in it; the accessors then tell which. False: give it to Jackson
     */
    boolean scan(byte[] data, int offset, int length) {
        a = data;
        end = offset + length;
        seen = 0;
        answerLength = answerBytes = reasoningLength = reasoningBytes = 0;
        text.clear();
        int i = top(space(offset));
        if (i < 0 || space(i) != end || (seen & (CHOICES | DELTA)) != (CHOICES | DELTA)) {
            return false;
        }
        return (seen & DETAILS) == 0 || reasoningLength > 0;
    }

    /** Whether a chunk that names the provider is for Jackson: until the name is known. */
    void wantProvider(boolean wanted) {
        providerWanted = wanted;
    }

    /** Holds both texts; reused. */
    char[] chars() {
        return text.chars();
    }

    int answerStart() {
        return answerStart;
    }

    /** In characters; 0 if there is no answer text. */
    int answerLength() {
        return answerLength;
    }

    int answerBytes() {
        return answerBytes;
    }

    int reasoningStart() {
        return reasoningStart;
    }

    /** In characters; 0 if there is no reasoning text. */
    int reasoningLength() {
        return reasoningLength;
    }

    int reasoningBytes() {
        return reasoningBytes;
    }

    private int top(int start) {
        int i = open(start);
        while (i >= 0) {
            int close = plainString(i);
            int at = colon(close);
            if (at < 0) {
                return NO;
            }
            if (spells(i, close, N_CHOICES)) {
                at = once(CHOICES) ? choices(at) : NO;
            } else {
                boolean wanted = providerWanted && spells(i, close, N_PROVIDER);
                at = wanted || rare(TOP_RARE, i, close) ? literal(at, NULL) : value(at, 1);
            }
            i = next(at);
        }
        return closed(i);
    }

    private int choices(int i) {
        if (i >= end || a[i] != '[') {
            return NO;
        }
        int behind = choice(space(i + 1));
        if (behind < 0) {
            return NO;
        }
        i = space(behind);
        return i < end && a[i] == ']' ? i + 1 : NO;
    }

    private int choice(int start) {
        int i = open(start);
        while (i >= 0) {
            int close = plainString(i);
            int at = colon(close);
            if (at < 0) {
                return NO;
            }
            if (spells(i, close, N_DELTA)) {
                at = once(DELTA) ? delta(at) : NO;
            } else if (spells(i, close, N_INDEX)) {
                // A longer number is caught by what must follow: a comma or a brace.
                at = at < end && a[at] == '0' ? at + 1 : NO;
            } else {
                at = rare(CHOICE_RARE, i, close) ? literal(at, NULL) : value(at, 3);
            }
            i = next(at);
        }
        return closed(i);
    }

    private int delta(int start) {
        int i = open(start);
        while (i >= 0) {
            int close = plainString(i);
            int at = colon(close);
            if (at < 0) {
                return NO;
            }
            if (spells(i, close, N_CONTENT)) {
                at = once(CONTENT) ? answer(at) : NO;
            } else if (spells(i, close, N_REASONING)) {
                at = once(REASONING) ? reasoning(at) : NO;
            } else if (spells(i, close, N_REASONING_CONTENT)) {
                at = once(REASONING_CONTENT) ? reasoning(at) : NO;
            } else if (spells(i, close, N_DETAILS)) {
                at = once(DETAILS) ? value(at, 4) : NO;
            } else {
                at = rare(DELTA_RARE, i, close) ? literal(at, NULL) : value(at, 4);
            }
            i = next(at);
        }
        return closed(i);
    }

    private int answer(int i) {
        if (i < end && a[i] != '"') {
            return literal(i, NULL);
        }
        answerStart = text.length();
        int behind = text.decode(a, i + 1, end);
        answerLength = text.length() - answerStart;
        answerBytes = text.bytes();
        return behind;
    }

    private int reasoning(int i) {
        if (i < end && a[i] != '"') {
            return literal(i, NULL);
        }
        if (!once(REASONING_TEXT)) {
            return NO;
        }
        reasoningStart = text.length();
        int behind = text.decode(a, i + 1, end);
        reasoningLength = text.length() - reasoningStart;
        reasoningBytes = text.bytes();
        return behind;
    }

    private static final int DONE = Integer.MIN_VALUE;

    /** Behind the opening quote of the first key; an empty object is none of ours. */
    private int open(int i) {
        if (i >= end || a[i] != '{') {
            return NO;
        }
        int key = space(i + 1);
        if (key < end && a[key] == '}') {
            return DONE | key + 1;
        }
        return key < end && a[key] == '"' ? key + 1 : NO;
    }

    /** The value of the key whose closing quote is at {@code close}. */
    private int colon(int close) {
        if (close < 0) {
            return NO;
        }
        int i = space(close + 1);
        return i < end && a[i] == ':' ? space(i + 1) : NO;
    }

    /** Behind the opening quote of the next key; {@code DONE | position} if the object closes; NO if neither. */
    private int next(int at) {
        if (at < 0) {
            return NO;
        }
        int i = space(at);
        if (i >= end) {
            return NO;
        }
        if (a[i] == '}') {
            return DONE | i + 1;
        }
        int key = a[i] == ',' ? space(i + 1) : end;
        return key < end && a[key] == '"' ? key + 1 : NO;
    }

    private static int closed(int i) {
        return i == NO ? NO : i & Integer.MAX_VALUE;
    }

    private boolean once(int flag) {
        boolean first = (seen & flag) == 0;
        seen |= flag;
        return first;
    }

    private boolean rare(byte[][] names, int from, int to) {
        for (byte[] name : names) {
            if (spells(from, to, name)) {
                return true;
            }
        }
        return false;
    }

    private static byte[][] names(String... names) {
        var bytes = new byte[names.length][];
        for (int i = 0; i < names.length; i++) {
            bytes[i] = names[i].getBytes(US_ASCII);
        }
        return bytes;
    }
}

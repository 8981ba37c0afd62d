package app.pitot.api;

import app.pitot.base.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns the payloads of one reply into calls of the sink and remembers what its end will report. Not thread-safe. */
final class ReplyState implements EventStreamReader.Consumer {
    /** Most events of one reply: an endless stream of empty events must end some time. */
    private static final int MAX_EVENTS = 20_000_000;
    /** Most text of one reply, in characters: far more than a model writes, far less than the memory holds. */
    private static final int MAX_TEXT = 16 * 1024 * 1024;
    private static final int MAX_NOTES = 20;
    private static final byte[] ROUTING = " OPENROUTER PROCESSING".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DONE = {'[', 'D', 'O', 'N', 'E', ']'};

    private final StreamSink sink;
    private final ChunkScanner scanner = new ChunkScanner();
    private char[] copy = new char[256];
    private int notes;
    private int events;
    private int written;

    final ToolCalls calls = new ToolCalls();
    final List<TokenChance> chances = new ArrayList<>();
    private boolean callsCut;
    private boolean chancesCut;

    int chunks;
    int malformed;
    boolean text;
    /** Of text and of tool calls' arguments, handed on so far. */
    int pieces;
    /** True once one of them was no reasoning. */
    boolean answered;
    boolean done;
    boolean overflow;
    String finishReason;
    Usage usage;
    ServerTiming timing;
    ErrorBody error;
    Served served = Served.NONE;

    ReplyState(StreamSink sink) {
        this.sink = sink;
        scanner.wantProvider(true);
    }

    /** True if the reply is whole. */
    boolean complete() {
        return done || finishReason != null;
    }

    @Override
    public boolean event(String type, byte[] data, int offset, int length, boolean terminated) {
        if (++events > MAX_EVENTS) {
            overflow = true;
            return false;
        }
        if (blank(data, offset, length)) {
            return true;
        }
        if (begins(data, offset, length, DONE)) {
            done = true;
            return false;
        }
        if (!"error".equals(type) && scanner.scan(data, offset, length)) {
            hot();
            return !overflow;
        }
        try {
            take(ChunkParser.chunk(data, offset, length), type);
        } catch (IOException e) {
            if (!mended(type, data, offset, length)) {
                unreadable(type, data, offset, length, terminated);
            }
        }
        return !overflow;
    }

    @Override
    public void comment(byte[] data, int offset, int length) {
        if (!text && begins(data, offset, length, ROUTING)) {
            sink.routing();
        }
    }

    private void hot() {
        if (scanner.reasoningLength() > 0 && fits(scanner.reasoningLength())) {
            pieces++;
            sink.text(Delta.REASONING, scanner.chars(), scanner.reasoningStart(), scanner.reasoningLength(),
                    scanner.reasoningBytes());
        }
        if (scanner.answerLength() > 0 && fits(scanner.answerLength())) {
            pieces++;
            answered = true;
            sink.text(Delta.ANSWER, scanner.chars(), scanner.answerStart(), scanner.answerLength(),
                    scanner.answerBytes());
        }
        chunks++;
        sink.chunk();
    }

    /** Takes what a payload says; also used for a whole JSON answer. */
    void take(ChunkFields fields, String type) {
        text(Delta.REASONING, fields.reasoning());
        text(Delta.ANSWER, fields.answer());
        fields.calls().forEach(this::call);
        chances(fields.chances());
        if (fields.usage() != null) {
            if (usage != null && finishReason != null && !usage.equals(fields.usage())) {
                note("api.note.usage_twice");
            }
            usage = fields.usage();
            if (usage.completionTokens() != null) {
                sink.counted(usage.completionTokens());
            }
        }
        timing = fields.timing() != null ? fields.timing() : timing;
        served = served.then(fields.served());
        scanner.wantProvider(served.by() == null);
        finishReason = fields.finishReason() != null ? fields.finishReason() : finishReason;
        if (fields.oddity() != null) {
            note("api." + fields.oddity());
        }
        if (error == null) {
            error = fields.error();
            if (error == null && ("error".equals(type) || "error".equals(fields.finishReason()))) {
                error = new ErrorBody(null, null, null, null, null);
            }
        }
        chunks++;
        sink.chunk();
    }

    /** Takes a payload whose only fault is that some bytes are no UTF-8: U+FFFD stands for each. */
    private boolean mended(String type, byte[] data, int offset, int length) {
        var whole = new String(data, offset, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        if (Arrays.equals(whole, 0, whole.length, data, offset, offset + length)) {
            return false;
        }
        try {
            take(ChunkParser.chunk(whole, 0, whole.length), type);
        } catch (IOException e) {
            // Other faults besides: it is as unreadable as it was.
            return false;
        }
        note("api.note.bad_utf8");
        return true;
    }

    private void unreadable(String type, byte[] data, int offset, int length, boolean terminated) {
        if ("error".equals(type)) {
            error = new ErrorBody(HtmlText.strip(data, offset, length), null, null, null, null);
        } else if (terminated) {
            malformed++;
            note("api.note.malformed");
        }
    }

    private void call(ToolPiece piece) {
        text = true;
        if (!calls.add(piece) && !callsCut) {
            callsCut = true;
            note("api.note.tool_calls_cut");
        }
        if (!piece.arguments().isEmpty()) {
            pieces++;
            answered = true;
            sink.called(Utf8.length(piece.arguments()));
        }
    }

    private void chances(List<TokenChance> more) {
        int room = TokenChances.MAX - chances.size();
        chances.addAll(more.size() <= room ? more : more.subList(0, room));
        if (more.size() > room && !chancesCut) {
            chancesCut = true;
            note("api.note.chances_cut");
        }
    }

    private void text(Delta delta, String piece) {
        if (piece.isEmpty() || !fits(piece.length())) {
            return;
        }
        pieces++;
        answered |= delta == Delta.ANSWER;
        if (copy.length < piece.length()) {
            copy = new char[piece.length()];
        }
        piece.getChars(0, piece.length(), copy, 0);
        sink.text(delta, copy, 0, piece.length(), Utf8.length(piece));
    }

    /** Notes something odd, a bounded number of times. */
    void note(String key) {
        if (notes++ < MAX_NOTES) {
            sink.note(Texts.get(key));
        }
    }

    /** Counts text that is about to be handed on; false if it is over the bound, where the reply ends. */
    private boolean fits(int length) {
        if (overflow || length > MAX_TEXT - written) {
            overflow = true;
            return false;
        }
        written += length;
        text = true;
        return true;
    }

    private static boolean blank(byte[] b, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (b[i] != ' ' && b[i] != '\t' && b[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    private static boolean begins(byte[] b, int offset, int length, byte[] prefix) {
        return length >= prefix.length
                && java.util.Arrays.equals(b, offset, offset + prefix.length, prefix, 0, prefix.length);
    }
}

package app.pitot.api;

import app.pitot.base.Clocks;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads the body of one successful response to its end and says how it ended. */
final class ReplyRun {
    /** How long an end may still be waited for once the reply is whole or broken. */
    private static final Duration AFTERMATH = Duration.ofSeconds(3);

    private final Clocks clocks;
    private final Timeouts timeouts;
    private final WireCall wire;
    private final BooleanSupplier stopped;
    private final ErrorParser errors;
    private final String host;
    private IOException broken;
    private long endNanos;
    private boolean streamed;

    ReplyRun(OkHttpChatClient client, WireCall wire, BooleanSupplier stopped, ErrorParser errors, String host) {
        clocks = client.clocks();
        timeouts = client.timeouts();
        this.wire = wire;
        this.stopped = stopped;
        this.errors = errors;
        this.host = host;
    }

    StreamEnd run(StreamSink sink, Response response, ErrorParser.Hints hints) {
        var type = response.header("Content-Type", "");
        var state = new ReplyState(sink);
        var reader = new ReplyReader(state, type.regionMatches(true, 0, "text/event-stream", 0, 17));
        try {
            pump(Bodies.source(response), reader, state, sink);
        } catch (IOException e) {
            broken = e;
            endNanos = clocks.nanos();
        }
        try {
            if (!(broken instanceof TooLongException)) {
                reader.finish();
            }
            if (reader.form() == ReplyReader.Form.JSON) {
                reader.answer(state);
            }
        } catch (TooLongException e) {
            broken = e;
        } catch (IOException e) {
            state.malformed++;
        }
        return end(state, reader, response.code(), hints);
    }

    private void pump(BufferedSource source, ReplyReader reader, ReplyState state, StreamSink sink)
            throws IOException {
        var bytes = new byte[16 * 1024];
        var tape = wire.tape();
        boolean aftermath = false;
        while (true) {
            long before = clocks.nanos();
            int n = source.read(bytes, 0, bytes.length);
            long after = clocks.nanos();
            endNanos = after;
            if (n < 0) {
                return;
            }
            wire.guard().touch(after);
            sink.read(before, after, n);
            if (tape != null) {
                tape.read(bytes, n, after);
            }
            boolean more = reader.feed(bytes, n);
            if (tape != null) {
                tape.said(state.pieces, state.answered, after);
            }
            if (!more) {
                return;
            }
            if (!aftermath && (state.finishReason != null || state.error != null)) {
                aftermath = true;
                wire.guard().limit(timeouts.idle().compareTo(AFTERMATH) < 0 ? timeouts.idle() : AFTERMATH);
            }
        }
    }

    private StreamEnd end(ReplyState state, ReplyReader reader, int status, ErrorParser.Hints hints) {
        streamed = reader.form() != ReplyReader.Form.JSON;
        if (state.error != null) {
            return state.text
                    ? end(state, Outcome.TRUNCATED, errors.inStream(status, state.error))
                    : end(state, Outcome.REFUSED, errors.inSuccess(status, state.error, hints));
        }
        if (state.complete()) {
            if (broken != null) {
                state.note("api.note.broken_after_end");
            }
            boolean nothing = state.chunks == 0 && state.malformed > 0;
            return nothing
                    ? end(state, Outcome.FAILED, errors.own(ErrorKind.MALFORMED, status, "api.malformed", ""))
                    : end(state, Outcome.COMPLETE, null);
        }
        if (stopped.getAsBoolean()) {
            return end(state, Outcome.STOPPED, null);
        }
        if (broken != null) {
            return end(state, Outcome.TRUNCATED,
                    NetworkErrors.of(broken, Phase.READING, wire.guard().expired(), host, status));
        }
        return unfinished(state, reader, status);
    }

    private StreamEnd unfinished(ReplyState state, ReplyReader reader, int status) {
        if (state.overflow) {
            return end(state, Outcome.TRUNCATED, errors.own(ErrorKind.TOO_LONG, status, "api.net.too_long", ""));
        }
        if (reader.form() != ReplyReader.Form.EVENTS) {
            var kept = reader.kept();
            var key = state.malformed > 0 ? "api.malformed" : kept.length == 0 ? "api.empty" : "api.not_an_api";
            return end(state, Outcome.FAILED, errors.own(
                    state.malformed > 0 ? ErrorKind.MALFORMED : ErrorKind.NOT_AN_API, status, key,
                    HtmlText.strip(kept, 0, kept.length)));
        }
        if (state.chunks == 0 && state.malformed > 0) {
            return end(state, Outcome.FAILED, errors.own(ErrorKind.MALFORMED, status, "api.malformed", ""));
        }
        return end(state, Outcome.TRUNCATED, errors.own(ErrorKind.TRUNCATED, status, "api.net.truncated", ""));
    }

    private StreamEnd end(ReplyState state, Outcome outcome, ApiError error) {
        return new StreamEnd(outcome, state.finishReason, state.usage, state.timing, error, state.chunks, endNanos,
                streamed, state.served, SeenHeaders.NONE, state.calls.whole(), state.chances);
    }
}

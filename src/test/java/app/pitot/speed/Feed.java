package app.pitot.speed;

import app.pitot.api.ApiError;
import app.pitot.api.ConnectionTiming;
import app.pitot.api.Delta;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.ServerTiming;
import app.pitot.api.StreamEnd;
import app.pitot.api.Usage;

/** Plays a stream to a clock: times in milliseconds after sending, unless said. */
final class Feed {
    static final long START = 7_000_000_000L;
    private static final long MS = 1_000_000;
    private static final char[] NO_TEXT = new char[0];

    private long now = START;
    private int chunks;
    final StreamClock clock = new StreamClock(() -> now, 4.0);

    Feed() {
        clock.sending(START);
    }

    Feed over(ConnectionTiming timing) {
        clock.connected(timing);
        return this;
    }

    /** A read that waited for the network and brought one chunk of {@code bytes} bytes of text. */
    Feed answer(double ms, int bytes) {
        return text(ms, bytes, Delta.ANSWER);
    }

    Feed reasoning(double ms, int bytes) {
        return text(ms, bytes, Delta.REASONING);
    }

    /** A read that brought a piece of a tool call's arguments. */
    Feed called(double ms, int bytes) {
        now = at(ms);
        clock.read(now - MS, now, bytes + 100);
        clock.called(bytes);
        clock.chunk();
        chunks++;
        return this;
    }

    /** As the provider counts along in each chunk. */
    Feed counted(double ms, int bytes, int tokensSoFar) {
        now = at(ms);
        clock.read(now - MS, now, bytes + 100);
        clock.text(Delta.ANSWER, NO_TEXT, 0, 0, bytes);
        clock.counted(tokensSoFar);
        clock.chunk();
        chunks++;
        return this;
    }

    /** A read that came back at once, {@code micros} after the last one. */
    Feed joined(int micros, int bytes) {
        var before = now;
        now += micros * 1_000L;
        clock.read(before, now, 200);
        clock.text(Delta.ANSWER, NO_TEXT, 0, 0, bytes);
        clock.chunk();
        chunks++;
        return this;
    }

    /** A keep-alive, or a chunk without text. */
    Feed silent(double ms, boolean chunk) {
        now = at(ms);
        clock.read(now - MS, now, 20);
        if (chunk) {
            clock.chunk();
            chunks++;
        }
        return this;
    }

    /** {@code count} chunks of {@code bytes} bytes every {@code everyMs}, the first at {@code fromMs}. */
    Feed steady(double fromMs, double everyMs, int count, int bytes) {
        for (var i = 0; i < count; i++) {
            answer(fromMs + i * everyMs, bytes);
        }
        return this;
    }

    SpeedReading liveAt(double ms) {
        now = at(ms);
        return clock.live();
    }

    double quietAt(double ms) {
        now = at(ms);
        return clock.quietMs();
    }

    SpeedReading complete(Usage usage) {
        return end(Outcome.COMPLETE, "stop", usage, null);
    }

    SpeedReading complete(Usage usage, ServerTiming timing) {
        return end(Outcome.COMPLETE, "stop", usage, timing);
    }

    /** The reply was one JSON answer. */
    SpeedReading notStreamed(Usage usage, ServerTiming timing) {
        return clock.finish(new StreamEnd(Outcome.COMPLETE, "stop", usage, timing, null, chunks, now, false));
    }

    SpeedReading end(Outcome outcome, String reason, Usage usage, ServerTiming timing) {
        var error = outcome == Outcome.TRUNCATED
                ? new ApiError(ErrorKind.TRUNCATED, 200, null, "cut", null, null)
                : null;
        return clock.finish(new StreamEnd(outcome, reason, usage, timing, error, chunks, now, true));
    }

    static Usage usage(int completion) {
        return new Usage(20, completion, 20 + completion, 0, null);
    }

    static Usage usage(int completion, int reasoning) {
        return new Usage(20, completion, 20 + completion, 0, reasoning);
    }

    private Feed text(double ms, int bytes, Delta delta) {
        var before = now;
        now = at(ms);
        clock.read(Math.min(before, now - MS), now, bytes + 100);
        clock.text(delta, NO_TEXT, 0, 0, bytes);
        clock.chunk();
        chunks++;
        return this;
    }

    private static long at(double ms) {
        return START + Math.round(ms * MS);
    }
}

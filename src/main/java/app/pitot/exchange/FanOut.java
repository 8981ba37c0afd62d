package app.pitot.exchange;

import app.pitot.api.ConnectionTiming;
import app.pitot.api.Delta;
import app.pitot.api.LimitReading;
import app.pitot.api.StreamSink;
import app.pitot.speed.StreamClock;
import java.util.ArrayList;
import java.util.List;

/** Gives each thing that arrives to those who want it: text first, so that no defect elsewhere can lose it. */
final class FanOut implements StreamSink {
    /** More notes than this help nobody, and a hostile server could send millions. */
    private static final int MAX_NOTES = 20;

    private final TextHandOff.Reply reply;
    private final TextTap tap;
    private final StreamClock clock;
    private final Meters.Metered metered;
    private final OpenRequest request;
    private final List<String> notes = new ArrayList<>();
    private volatile Phase phase = Phase.CONNECTING;
    private volatile boolean sent;

    FanOut(TextHandOff.Reply reply, TextTap tap, StreamClock clock, Meters.Metered metered, OpenRequest request) {
        this.reply = reply;
        this.tap = tap;
        this.clock = clock;
        this.metered = metered;
        this.request = request;
    }

    @Override
    public void sending(long nanos) {
        sent = true;
        phase = Phase.WAITING;
        clock.sending(nanos);
        request.leaves(nanos);
    }

    @Override
    public void connected(ConnectionTiming timing) {
        clock.connected(timing);
    }

    @Override
    public void headers(int status, List<LimitReading> readings, long nanos) {
        clock.headers(status, readings, nanos);
        request.observe(readings, status);
        metered.queue().look();
    }

    @Override
    public void routing() {
        if (phase == Phase.WAITING) {
            phase = Phase.ROUTING;
        }
    }

    @Override
    public void read(long beforeNanos, long afterNanos, int bytes) {
        clock.read(beforeNanos, afterNanos, bytes);
    }

    @Override
    public void text(Delta delta, char[] buffer, int offset, int length, int utf8Bytes) {
        reply.append(delta, buffer, offset, length);
        tap.text(delta, buffer, offset, length);
        var now = delta == Delta.REASONING ? Phase.THINKING : Phase.WRITING;
        if (phase != now) {
            phase = now;
        }
        clock.text(delta, buffer, offset, length, utf8Bytes);
    }

    @Override
    public void called(int utf8Bytes) {
        if (phase != Phase.WRITING) {
            phase = Phase.WRITING;
        }
        clock.called(utf8Bytes);
    }

    @Override
    public void counted(int completionTokens) {
        clock.counted(completionTokens);
    }

    @Override
    public void chunk() {
        clock.chunk();
    }

    @Override
    public void note(String note) {
        if (notes.size() < MAX_NOTES) {
            notes.add(note);
        }
        clock.note(note);
    }

    /** True once the request had begun to leave. */
    boolean sent() {
        return sent;
    }

    Phase phase() {
        return phase;
    }

    /** From the transport thread, after the end. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}

package app.pitot.api;

import java.util.ArrayList;
import java.util.List;

/** A sink that keeps everything. */
final class Recorder implements StreamSink {
    final StringBuilder answer = new StringBuilder();
    final StringBuilder reasoning = new StringBuilder();
    final List<String> notes = new ArrayList<>();
    final List<Integer> counts = new ArrayList<>();
    final List<Integer> called = new ArrayList<>();
    final List<Long> sent = new ArrayList<>();
    final List<ConnectionTiming> connections = new ArrayList<>();
    List<LimitReading> readings = List.of();
    int status;
    int chunks;
    int answerBytes;
    int reasoningBytes;
    int pieces;
    int routed;
    long bytes;
    long headersNanos;
    long firstRead;
    long lastRead;
    volatile boolean begun;
    Runnable onText = () -> {};

    @Override
    public void sending(long nanos) {
        sent.add(nanos);
    }

    @Override
    public void connected(ConnectionTiming timing) {
        connections.add(timing);
    }

    @Override
    public void headers(int status, List<LimitReading> readings, long nanos) {
        this.status = status;
        this.readings = readings;
        headersNanos = nanos;
    }

    @Override
    public void routing() {
        routed++;
    }

    @Override
    public void read(long beforeNanos, long afterNanos, int bytes) {
        if (beforeNanos > afterNanos || bytes < 1) {
            throw new AssertionError("bad read");
        }
        firstRead = firstRead == 0 ? afterNanos : firstRead;
        lastRead = afterNanos;
        this.bytes += bytes;
    }

    @Override
    public void text(Delta delta, char[] buffer, int offset, int length, int utf8Bytes) {
        if (length < 1) {
            throw new AssertionError("empty text");
        }
        pieces++;
        if (delta == Delta.ANSWER) {
            answer.append(buffer, offset, length);
            answerBytes += utf8Bytes;
        } else {
            reasoning.append(buffer, offset, length);
            reasoningBytes += utf8Bytes;
        }
        begun = true;
        onText.run();
    }

    @Override
    public void called(int utf8Bytes) {
        called.add(utf8Bytes);
    }

    @Override
    public void counted(int completionTokens) {
        counts.add(completionTokens);
    }

    @Override
    public void chunk() {
        chunks++;
    }

    @Override
    public void note(String note) {
        notes.add(note);
    }
}

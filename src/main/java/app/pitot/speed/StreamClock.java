package app.pitot.speed;

import app.pitot.api.ConnectionTiming;
import app.pitot.api.Delta;
import app.pitot.api.StreamEnd;
import app.pitot.api.StreamSink;
import app.pitot.base.Ticker;
import java.util.Set;

/**
 * Times one stream. The transport thread feeds it through {@link StreamSink}; {@link #live} may be called from any thread
 * and costs no lock that the feeder could wait for.
 */
public final class StreamClock implements StreamSink {
    /** A read that took no longer did not wait for the network. */
    private static final long DID_NOT_WAIT = 50_000;
    /** ... and belongs to the arrival before it, if that began this recently. */
    private static final long SAME_ARRIVAL = 1_000_000;
    private static final long LIVE_WINDOW = 1_000_000_000;
    private static final long SHORTEST_LIVE_WINDOW = 200_000_000;
    private static final long SHORTEST_STALL = 1_000_000_000;
    private static final int STALL_GAPS = 20;
    /** Share of the chunks with text that bring a count where the provider counts along. */
    private static final double COUNTS_ALONG = 0.9;
    private static final double NANOS_PER_MS = 1e6;

    private final Ticker ticker;
    private final double bytesPerToken;
    private final Timeline timeline = new Timeline();

    private volatile long sent;
    private volatile long firstAnswer;
    private volatile boolean answered;
    private volatile ConnectionTiming connection;
    private volatile int chunks;
    private volatile int textChunks;
    private volatile long readAt;

    // Touched by the feeding thread only.
    private boolean arrivalOpen;
    private boolean arrivalHasText;
    private long arrivalStart;
    private boolean chunkHasText;
    private int textArrivals;
    private int countedChunks;
    private Integer firstArrivalTokens;

    /**
     * Starts now: {@code t_start}.
     *
     * @param bytesPerToken learned UTF-8 bytes per token of this model, above 0; 4.0 if nothing was learned
     */
    public StreamClock(Ticker ticker, double bytesPerToken) {
        if (!(bytesPerToken > 0)) {
            throw new IllegalArgumentException("bytes per token: " + bytesPerToken);
        }
        this.ticker = ticker;
        this.bytesPerToken = bytesPerToken;
        sent = ticker.nanos();
        readAt = sent;
    }

    /** The last one counts: after a repeat without an optional field, the answer belongs to the repeat. */
    @Override
    public void sending(long nanos) {
        sent = nanos;
    }

    @Override
    public void connected(ConnectionTiming timing) {
        connection = timing;
    }

    @Override
    public void read(long beforeNanos, long afterNanos, int bytes) {
        readAt = afterNanos;
        var joins = arrivalOpen && afterNanos - beforeNanos <= DID_NOT_WAIT
                && afterNanos - arrivalStart <= SAME_ARRIVAL;
        if (!joins) {
            arrivalOpen = true;
            arrivalHasText = false;
            arrivalStart = afterNanos;
        }
    }

    @Override
    public void text(Delta delta, char[] buffer, int offset, int length, int utf8Bytes) {
        tokens(delta == Delta.REASONING, utf8Bytes);
    }

    /** Arguments of a tool call are made token by token as text is, and are no reasoning. */
    @Override
    public void called(int utf8Bytes) {
        tokens(false, utf8Bytes);
    }

    private void tokens(boolean thought, int utf8Bytes) {
        if (!arrivalOpen) {
            var now = ticker.nanos();
            read(now, now, utf8Bytes);
        }
        if (!arrivalHasText) {
            arrivalHasText = true;
            // Not the arrival's own start: a role or a comment may have come a moment before the first text.
            timeline.arrival(readAt);
            textArrivals++;
        }
        if (!thought && !answered) {
            firstAnswer = readAt;
            answered = true;
        }
        timeline.add(readAt, utf8Bytes, thought);
        chunkHasText = true;
    }

    @Override
    public void counted(int completionTokens) {
        if (textArrivals == 1 && arrivalHasText) {
            firstArrivalTokens = completionTokens;
        }
        if (chunkHasText) {
            countedChunks++;
        }
    }

    @Override
    public void chunk() {
        chunks = chunks + 1;
        if (chunkHasText) {
            textChunks = textChunks + 1;
            chunkHasText = false;
        }
    }

    /** The figures so far, with the silence as of now. */
    public SpeedReading live() {
        // The view before the clock, so that nothing in it lies in the future.
        var view = timeline.view();
        var now = ticker.nanos();
        var tokens = view.bytes() / bytesPerToken;
        var silent = Math.max(0, now - (view.empty() ? sent : view.last()));
        var stalled = !view.empty() && silent > Math.max(SHORTEST_STALL, STALL_GAPS * Rhythms.medianGap(view));
        var rhythm = Rhythms.of(view, Math.max(now, view.empty() ? now : view.last()), perChunk(tokens), true);
        return new SpeedReading(connectMs(), reused(), view.empty() ? null : sinceSent(view.first()), firstAnswerMs(),
                view.empty() ? null : sinceSent(view.last()), liveSpeed(view, now), null, null, null,
                (int) Math.round(tokens), null, view.bytes(), TokenBasis.ESTIMATE, true, null, silent / NANOS_PER_MS,
                stalled, chunks, rhythm, Set.of());
    }

    /** Milliseconds since bytes of any kind came, or since the start. From any thread. */
    public double quietMs() {
        // The reading before the clock, so that it does not lie in the future.
        var heard = readAt;
        return Math.max(0, ticker.nanos() - heard) / NANOS_PER_MS;
    }

    /** The figures of the whole stream. Call once, from the feeding thread, after the call has ended. */
    public SpeedReading finish(StreamEnd end) {
        // A final count alone, or a few on the way, do not tell what the first arrival held.
        var countsAlong = countedChunks >= COUNTS_ALONG * textChunks;
        return new Readout(timeline.view(), sent, answered ? firstAnswer : null, connectMs(), reused(), bytesPerToken,
                Math.max(chunks, end.chunks()), textChunks, countsAlong ? firstArrivalTokens : null, end).reading();
    }

    /** How the text came. To be asked after the call has ended. */
    public SpeedCurve curve() {
        return Curves.of(timeline.view(), sent, answered ? firstAnswer : null);
    }

    /** Such as {@code h2}; null before there is an answer. */
    public String protocol() {
        var timing = connection;
        return timing == null ? null : timing.protocol();
    }

    private Double liveSpeed(Timeline.View view, long now) {
        if (view.empty()) {
            return null;
        }
        var from = Math.max(0, now - view.first() - LIVE_WINDOW) + view.first();
        var window = now - from;
        if (window < SHORTEST_LIVE_WINDOW) {
            return null;
        }
        // Text of the first arrival was made before the window opened.
        var before = Math.max(view.bytesUntil(from), view.firstArrivalBytes());
        return Math.max(0, view.bytes() - before) / bytesPerToken * 1e9 / window;
    }

    private Double perChunk(double tokens) {
        var count = textChunks;
        return count == 0 ? null : tokens / count;
    }

    private Double firstAnswerMs() {
        return answered ? sinceSent(firstAnswer) : null;
    }

    private double sinceSent(long nanos) {
        return (nanos - sent) / NANOS_PER_MS;
    }

    private boolean reused() {
        var timing = connection;
        return timing != null && timing.reused();
    }

    private Double connectMs() {
        var timing = connection;
        if (timing == null || timing.reused()
                || timing.dnsNanos() == null && timing.tcpNanos() == null && timing.tlsNanos() == null) {
            return null;
        }
        return (orZero(timing.dnsNanos()) + orZero(timing.tcpNanos()) + orZero(timing.tlsNanos())) / NANOS_PER_MS;
    }

    private static long orZero(Long nanos) {
        return nanos == null ? 0 : nanos;
    }
}

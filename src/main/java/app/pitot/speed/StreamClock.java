package app.pitot.speed;

import app.pitot.api.StreamEnd;
import app.pitot.api.StreamSink;
import app.pitot.base.Ticker;

/**
 * Times one stream. The transport thread feeds it through {@link StreamSink}; {@link #live} may be called from any thread
 * and costs no lock that the feeder could wait for.
 */
public final class StreamClock implements StreamSink {
    /**
     * Starts now: {@code t_start}.
     *
     * @param bytesPerToken learned UTF-8 bytes per token of this model, above 0; 4.0 if nothing was learned
     */
    public StreamClock(Ticker ticker, double bytesPerToken) {
        throw new UnsupportedOperationException("speed");
    }

    /** The figures so far, with the silence as of now. */
    public SpeedReading live() {
        throw new UnsupportedOperationException("speed");
    }

    /** The figures of the whole stream. Call once, from the feeding thread, after the call has ended. */
    public SpeedReading finish(StreamEnd end) {
        throw new UnsupportedOperationException("speed");
    }
}

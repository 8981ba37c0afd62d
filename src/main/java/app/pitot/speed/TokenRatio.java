package app.pitot.speed;

/** Learns how many UTF-8 bytes one output token of a model takes: {@code r += 0.2 (B/n - r)}. Safe from any thread. */
public final class TokenRatio {
    /** Assumed until the first complete reply. */
    public static final double INITIAL = 4.0;

    /** Bytes per token now, above 0. */
    public double bytesPerToken() {
        throw new UnsupportedOperationException("speed");
    }

    /** Learns from a complete reply with usage, at least 50 tokens and no hidden reasoning; ignores others. */
    public void learn(SpeedReading reading) {
        throw new UnsupportedOperationException("speed");
    }
}

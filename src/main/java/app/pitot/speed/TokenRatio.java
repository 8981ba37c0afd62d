package app.pitot.speed;

/** Learns how many UTF-8 bytes one output token of a model takes: {@code r += 0.2 (B/n - r)}. Safe from any thread. */
public final class TokenRatio {
    /** Assumed until the first complete reply. */
    public static final double INITIAL = 4.0;

    private static final double WEIGHT = 0.2;
    private static final int ENOUGH_TOKENS = 50;

    private volatile double ratio = INITIAL;

    /** Bytes per token now, above 0. */
    public double bytesPerToken() {
        return ratio;
    }

    /** Learns from a complete reply with usage, at least 50 tokens and no hidden reasoning; ignores others. */
    public synchronized void learn(SpeedReading reading) {
        if (teaches(reading)) {
            ratio += WEIGHT * ((double) reading.textBytes() / reading.outputTokens() - ratio);
        }
    }

    /** Goes on from what an earlier run had learned; no effect once something was learned here. */
    public synchronized void restore(double earlier) {
        if (ratio == INITIAL && earlier > 0 && Double.isFinite(earlier)) {
            ratio = earlier;
        }
    }

    private static boolean teaches(SpeedReading reading) {
        return !reading.live() && reading.basis() == TokenBasis.USAGE && reading.outputTokens() != null
                && reading.outputTokens() >= ENOUGH_TOKENS && reading.textBytes() > 0
                && !reading.flags().contains(SpeedFlag.TRUNCATED)
                && !reading.flags().contains(SpeedFlag.HIDDEN_REASONING);
    }
}

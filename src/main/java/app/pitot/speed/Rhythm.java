package app.pitot.speed;

/**
 * Gaps between arrivals of text.
 *
 * @param arrivals how many reads waited for the network and brought text
 * @param p50Ms median gap in ms, null below two arrivals
 * @param p95Ms 95th percentile, null below 20 gaps
 * @param maxMs longest gap, null below two arrivals
 * @param tokensPerChunk mean tokens in one event, null if unknown
 * @param bars text bytes in equal slices of the time since the first token, oldest first, at most 64; for the sparkline
 * @param barMs length of one slice in ms
 */
public record Rhythm(int arrivals, Double p50Ms, Double p95Ms, Double maxMs, Double tokensPerChunk, int[] bars,
        double barMs) {
    /** Nothing has arrived. */
    public static final Rhythm NONE = new Rhythm(0, null, null, null, null, new int[0], 0);
}

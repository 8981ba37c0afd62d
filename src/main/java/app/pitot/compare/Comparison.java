package app.pitot.compare;

import java.time.Instant;
import java.util.List;

/**
 * One run of a comparison: what was asked, of whom, and what was measured so far.
 *
 * @param id unique for ever: a UUID
 * @param setId the saved set that was run; null if it had no name
 * @param name of that set then; null without one
 * @param endedAt null while it runs, and for one that was cut off by the end of the app
 * @param appVersion that measured
 * @param promptHash SHA-256 of system prompt and prompt without nonce, hexadecimal
 * @param lanes in the order of their letters
 * @param seed of the shuffling, of the nonces and of the resampling
 * @param samples in the order of their ends, warm-up included
 */
public record Comparison(String id, String setId, String name, Instant startedAt, Instant endedAt, String appVersion,
        Mode mode, ComparisonSetup setup, String promptHash, List<LaneFacts> lanes, long seed, State state,
        List<Sample> samples) {
    /** How far it came. */
    public enum State {
        /** Under way; or, read from the disk, cut off by the end of the app. */
        RUNNING,
        /** All rounds were made. */
        DONE,
        /** The user ended it early. */
        CANCELLED,
        /** It could not go on: every lane failed for good. */
        BROKEN_OFF
    }

    public Comparison {
        lanes = List.copyOf(lanes);
        samples = List.copyOf(samples);
    }
}

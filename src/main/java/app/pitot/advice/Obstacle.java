package app.pitot.advice;

import app.pitot.provider.Limit;

/** Why no request of a size ever passes, however long one waits. */
public sealed interface Obstacle {
    /** Prompt and what is asked for the reply are more than the context. */
    record OverContext(long need, int context) implements Obstacle {}

    /** The model writes no reply as long as that. */
    record OverOutput(long need, int most) implements Obstacle {}

    /** What it sets aside is more than the whole limit. */
    record OverLimit(Limit limit, long need) implements Obstacle {}
}

package app.pitot.catalogue;

import app.pitot.provider.ModelInfo;
import java.time.Instant;

/**
 * One model at one account, with all that is known of it. Its sizes are those of the paid plan; for the account's own plan
 * see {@link ModelInfo#contextUnder}.
 *
 * @param listed true if the provider's own list for this key names it
 * @param gone null unless a request was answered that the model does not exist or is archived
 * @param measured null if it was never measured here
 */
public record ModelEntry(ModelInfo model, boolean listed, Gone gone, Measured measured) {
    /**
     * A request met a 404.
     *
     * @param reason the provider's words
     * @param successor the id to use instead; null if unknown
     */
    public record Gone(Instant at, String reason, String successor) {}

    /**
     * The user's own figures.
     *
     * @param runs replies that were timed, at least 1
     * @param ttftMs median milliseconds; null if unknown
     * @param outputTps median output tokens per second; null if unknown
     * @param last when the latest of them ran
     */
    public record Measured(int runs, Double ttftMs, Double outputTps, Instant last) {}
}

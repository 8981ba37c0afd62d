package app.pitot.api;

/**
 * A failure, told so that the user can act on it.
 *
 * @param kind never null
 * @param httpStatus null if no response came
 * @param code the provider's own code, or null
 * @param message the provider's own words or ours, stripped of tags and of secrets, at most 500 characters; never null
 * @param retryAfterSeconds when to try again at the earliest, or null
 * @param window the quota window that refused, or null
 * @param shouldRetry what the provider said of repeating the request, or null
 * @param excess by how much the request is over a limit that it can never meet, or null
 */
public record ApiError(ErrorKind kind, Integer httpStatus, String code, String message, Double retryAfterSeconds,
        LimitReading window, Boolean shouldRetry, Excess excess) {
    /**
     * A request larger than a whole limit.
     *
     * @param limit the provider's name of it: "TPM"
     * @param allowed less than {@code requested}
     */
    public record Excess(String limit, long allowed, long requested) {}

    /** Without advice on repeating. */
    public ApiError(ErrorKind kind, Integer httpStatus, String code, String message, Double retryAfterSeconds,
            LimitReading window) {
        this(kind, httpStatus, code, message, retryAfterSeconds, window, null, null);
    }

    /** When the provider says it is worth trying again, in seconds: its own word, else the reset of the window. */
    public Double waitSeconds() {
        if (Boolean.FALSE.equals(shouldRetry)) {
            return null;
        }
        return retryAfterSeconds != null || window == null ? retryAfterSeconds : window.resetSeconds();
    }
}

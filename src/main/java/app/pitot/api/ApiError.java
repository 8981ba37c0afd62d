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
 */
public record ApiError(ErrorKind kind, Integer httpStatus, String code, String message, Double retryAfterSeconds,
        LimitReading window) {
    /** When the provider says it is worth trying again, in seconds: its own word, else the reset of the window. */
    public Double waitSeconds() {
        return retryAfterSeconds != null || window == null ? retryAfterSeconds : window.resetSeconds();
    }
}

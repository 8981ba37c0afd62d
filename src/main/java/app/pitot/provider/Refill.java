package app.pitot.provider;

/** How an exhausted limit comes back. */
public enum Refill {
    /** A token bucket: {@code limit / period} per second, all the time. */
    CONTINUOUS,
    /** All at once at the end of the UTC minute, hour, day or month, or when the provider says. */
    FIXED
}

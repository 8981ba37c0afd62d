package app.pitot.exchange;

/**
 * How a request may leave.
 *
 * @param whenFits true to wait, in order, until the windows admit it; false to send at once whatever the pre-flight says
 * @param overBudget true if the user said yes to going over their own budget with this one
 */
public record Sending(boolean whenFits, boolean overBudget) {
    /** At once. */
    public static final Sending NOW = new Sending(false, false);
    /** As soon as it would be admitted. */
    public static final Sending WHEN_FITS = new Sending(true, false);
}

package app.pitot.exchange;

/**
 * How a request may leave.
 *
 * @param whenFits true to wait, in order, until the windows admit it; false to send at once whatever the pre-flight says
 * @param overBudget true if the user said yes to going over their own budget with this one
 * @param again true to send it again, visibly and a few times at most, after a failure that passes by itself
 * @param line whose connections it goes over, see {@link app.pitot.api.Target#line}
 * @param departure never null
 */
public record Sending(boolean whenFits, boolean overBudget, boolean again, int line, Departure departure) {
    /** At once, and once only. */
    public static final Sending NOW = new Sending(false, false, false);
    /** As soon as it would be admitted. */
    public static final Sending WHEN_FITS = new Sending(true, false, false);

    /** As soon as it would be admitted, and over the user's own budget if need be. */
    public static final Sending OVER_BUDGET = new Sending(true, true, false);

    /** Over the connections that all share, without anybody who is told. */
    public Sending(boolean whenFits, boolean overBudget, boolean again) {
        this(whenFits, overBudget, again, 0, Departure.AT_ONCE);
    }

    /** The same, with or without automatic repeats. */
    public Sending again(boolean yes) {
        return new Sending(whenFits, overBudget, yes, line, departure);
    }

    /** The same over the connections of one line, with somebody who is told. */
    public Sending on(int itsLine, Departure told) {
        return new Sending(whenFits, overBudget, again, itsLine, told);
    }
}

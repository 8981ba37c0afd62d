package app.pitot.advice;

/**
 * A signal that the user has seen enough of, as it was then.
 *
 * @param accountId whose
 */
public record Dismissal(String accountId, Signal.Kind kind, Verdict verdict, double weight) {
    /** A quarter more is worse. */
    private static final double WORSE = 1.25;

    public static Dismissal of(String accountId, Signal signal) {
        return new Dismissal(accountId, signal.kind(), signal.verdict(), signal.weight());
    }

    /** True while the signal is no worse than it was. */
    public boolean holds(String account, Signal signal) {
        return accountId.equals(account) && kind == signal.kind() && signal.verdict().compareTo(verdict) <= 0
                && signal.weight() <= weight * WORSE;
    }
}

package app.pitot.compare;

import app.pitot.provider.Account;

/** A comparison that has a thread of its own, as its {@link Comparer} knows it. */
interface ComparisonThread extends RunningComparison, Runnable {
    /** Ends the lanes of an account. From any thread. */
    void gone(Account account);
}

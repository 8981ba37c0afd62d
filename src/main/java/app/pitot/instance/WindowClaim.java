package app.pitot.instance;

import java.time.Duration;

/** What a start finds on its data folder. */
public sealed interface WindowClaim {
    /** Nobody has a window here: this process is the first, until {@code first} is closed. */
    record Mine(FirstWindow first) implements WindowClaim {}

    /** The window that is open came forward; there is nothing left to do. */
    record Forward() implements WindowClaim {}

    /** There is a window that shows something else than was asked for, or nobody can be asked here: open one beside. */
    record Beside() implements WindowClaim {}

    /**
     * Another process has the folder's window and does not answer.
     *
     * @param process its number; -1 if it is not known
     */
    record Silent(long process) implements WindowClaim {}

    /**
     * How long to wait; both are positive.
     *
     * @param answer for the first word of a process that may just be starting, or ending
     * @param shown from then on, for its window to be in front
     */
    record Patience(Duration answer, Duration shown) {
        public static final Patience USUAL = new Patience(Duration.ofSeconds(4), Duration.ofSeconds(10));
    }
}

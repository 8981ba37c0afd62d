package app.pitot.exchange;

import app.pitot.speed.SpeedReading;
import java.util.concurrent.CompletableFuture;

/** An exchange under way. Every method may be called from any thread. */
public interface RunningExchange {
    String id();

    Phase phase();

    /** What it waits for; null unless the phase is {@link Phase#QUEUED}. */
    default Waiting waiting() {
        return null;
    }

    /** Ends the waiting: it leaves at once, whatever the windows say. No effect otherwise. */
    default void sendNow() {}

    /** Figures so far; after the end, the final ones. */
    SpeedReading speed();

    /** Milliseconds since anything came over the connection, were it a keep-alive without text; 0 before it is sent. */
    double quietMs();

    /**
     * Moves the text that came since the last call to the ends of the two builders and returns true if there was any. One
     * consumer only; text that nobody drains is not lost: the result has all of it.
     */
    boolean drain(StringBuilder answer, StringBuilder reasoning);

    /** Closes the socket, or ends the waiting; the result then has outcome STOPPED and what arrived. */
    void stop();

    /**
     * Completes, never exceptionally, on an arbitrary thread, once settled and handed to the ledger, which may write it
     * down a moment later.
     */
    CompletableFuture<ExchangeResult> result();
}

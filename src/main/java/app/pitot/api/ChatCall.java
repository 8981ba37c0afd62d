package app.pitot.api;

/** One request to a chat endpoint, good for one use. */
public interface ChatCall {
    /**
     * Sends, streams into {@code sink} and returns how it ended. Blocks: run it on a virtual thread. Never throws for
     * anything that a server, a network or a user can do.
     */
    StreamEnd execute(StreamSink sink);

    /** Ends the call from any thread: the socket is closed within 100 ms. Does nothing once it has ended. */
    void stop();
}

package app.pitot.api;

import java.util.List;

/** One request to a chat endpoint, good for one use. */
public interface ChatCall {
    /**
     * Sends, streams into {@code sink} and returns how it ended. Blocks: run it on a virtual thread. Never throws for
     * anything that a server, a network or a user can do.
     */
    StreamEnd execute(StreamSink sink);

    /** Has what goes over the wire remembered; to be called before {@link #execute}. */
    default void trace() {}

    /**
     * What went over the wire, if {@link #trace} was called: one for each HTTP request that was made, in order. To be asked by the
     * thread that executed, after the end.
     */
    default List<Wire> wires() {
        return List.of();
    }

    /** Ends the call from any thread: the socket is closed within 100 ms. Does nothing once it has ended. */
    void stop();
}

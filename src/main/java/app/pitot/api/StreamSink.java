package app.pitot.api;

import java.util.List;

/**
 * Takes a reply as it arrives. All calls come from the one thread that runs {@link ChatCall#execute}, in order; they must
 * not block. Time stamps are of the injected ticker, in nanoseconds.
 */
public interface StreamSink {
    /**
     * The request headers are about to be written: {@code t_send0}. Comes again if the endpoint refused
     * {@code stream_options} and is asked once more without: the last call counts.
     */
    default void sending(long nanos) {}

    /** The connection is known: just before the headers of the response are reported. */
    default void connected(ConnectionTiming timing) {}

    /** The response headers are in, whatever the status. {@code readings} may be empty, never null. */
    default void headers(int status, List<LimitReading> readings, long nanos) {}

    /** A router says that it is still looking for a provider; any number of times, before the first text only. */
    default void routing() {}

    /** A body read returned {@code bytes} bytes; nothing of them has been parsed yet. */
    default void read(long beforeNanos, long afterNanos, int bytes) {}

    /**
     * A non-empty piece of text from the last read. {@code buffer} is reused by the caller: copy what is kept.
     *
     * @param utf8Bytes length of the piece in UTF-8, as counted by the scanner
     */
    default void text(Delta delta, char[] buffer, int offset, int length, int utf8Bytes) {}

    /**
     * A non-empty piece of a tool call's arguments came with the last read: tokens, but no text. The calls themselves are in
     * {@link StreamEnd}.
     *
     * @param utf8Bytes length of the piece in UTF-8
     */
    default void called(int utf8Bytes) {}

    /** The provider counts along: completion tokens up to and with the event being read; after its text. */
    default void counted(int completionTokens) {}

    /** One event with a JSON payload was read, with or without text; called after its text. */
    default void chunk() {}

    /** Something odd that did not stop the stream, for the request's details: one short sentence. */
    default void note(String note) {}
}

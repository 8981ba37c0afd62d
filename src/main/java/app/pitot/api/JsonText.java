package app.pitot.api;

import java.util.Optional;

/** Checks JSON that a user typed, before any of it is sent. */
public final class JsonText {
    /** What a text must be. */
    public enum Kind {
        OBJECT, ARRAY, ANY
    }

    /**
     * Why a text is no such JSON.
     *
     * @param message one sentence for the user, without the place
     * @param line from 1
     * @param column from 1, in UTF-16 units
     * @param offset from 0, in UTF-16 units, at most the length of the text
     */
    public record Problem(String message, int line, int column, int offset) {}

    private JsonText() {}

    /**
     * Looks for the first thing wrong with {@code json}: strict JSON as RFC 8259 has it, no name twice in one object, at most
     * 100 levels. Takes time in proportion to the length; safe from any thread.
     *
     * @param json never null
     * @return empty if all is well
     */
    public static Optional<Problem> check(String json, Kind kind) {
        return Optional.ofNullable(new JsonCheck(json, kind).problem());
    }
}

package app.pitot.compare.difference;

/**
 * A stretch of text that is in both texts or in one of them.
 *
 * @param text not empty
 */
public record Piece(Kind kind, String text) {
    /** Where it stands. */
    public enum Kind {
        /** In both. */
        SAME,
        /** In the first only. */
        REMOVED,
        /** In the second only. */
        ADDED
    }
}

package app.pitot.tray;

/**
 * What the tray shows.
 *
 * @param window the limit that refuses first
 * @param day today's budget
 * @param tooltip both in words, one line
 */
public record TrayFace(Bar window, Bar day, String tooltip) {
    /**
     * @param used share that is gone, 0 to 1
     * @param level its colour
     */
    public record Bar(double used, Level level) {
        public Bar {
            used = Math.clamp(used, 0, 1);
        }
    }

    /** Which colour a bar has. */
    public enum Level {
        NORMAL, AMBER, RED,
        /** The figure is too old to be trusted. */
        STALE,
        /** No figure is known: an empty track. */
        UNKNOWN
    }
}

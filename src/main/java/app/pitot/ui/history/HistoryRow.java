package app.pitot.ui.history;

/** One line of the list. */
sealed interface HistoryRow {
    /** What stands above a group of conversations. */
    record Heading(String words) implements HistoryRow {}

    /**
     * A conversation.
     *
     * @param title fit to show, never blank
     * @param damaged true if something of it is not what was written
     */
    record Item(String id, String title, boolean pinned, boolean damaged) implements HistoryRow {}
}

package app.pitot.ui.transcript;

/**
 * A part of a row that stands out.
 *
 * @param from first character, see {@link RowText}
 * @param to behind the last; may lie beyond the end, which then means the end
 */
record Mark(int from, int to, Kind kind) {
    /** Why, in the order in which they are painted. */
    enum Kind {
        /** Found by the search. */
        FOUND,
        /** The find that the user is at. */
        CURRENT,
        /** Selected. */
        SELECTED,
        /** The message that the keyboard is at; marks the whole row. */
        CHOSEN
    }
}

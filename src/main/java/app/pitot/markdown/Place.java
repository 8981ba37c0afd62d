package app.pitot.markdown;

/**
 * How deep a block stands inside lists and quotes.
 *
 * @param list enclosing list items, 0 at the top level
 * @param quote enclosing block quotes, 0 at the top level
 */
public record Place(int list, int quote) {
    /** The top level. */
    public static final Place TOP = new Place(0, 0);

    /** The place of what stands inside a list item here. */
    Place inItem() {
        return new Place(list + 1, quote);
    }

    /** The place of what stands inside a quote here. */
    Place inQuote() {
        return new Place(list, quote + 1);
    }
}

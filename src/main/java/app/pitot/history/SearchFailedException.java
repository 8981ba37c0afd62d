package app.pitot.history;

import java.util.List;

/** Not all that is kept could be searched; the message says why, in words for the user. */
public final class SearchFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Hit> found;

    /** @param found what was found nevertheless */
    public SearchFailedException(String message, List<Hit> found) {
        super(message);
        this.found = List.copyOf(found);
    }

    /** What was found nevertheless. */
    public List<Hit> found() {
        return found;
    }
}

package app.pitot.ui.transcript;

import java.util.List;

/** What stands out in a row. */
@FunctionalInterface
interface Marks {
    /** Parts of {@code row} in the order of {@link Mark.Kind}; empty for none. */
    List<Mark> of(Row row);
}

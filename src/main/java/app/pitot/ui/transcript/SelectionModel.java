package app.pitot.ui.transcript;

import java.text.BreakIterator;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * Which part of the transcript is selected. It holds rows and offsets, never nodes, so it outlives scrolling, and text that
 * goes on streaming leaves it alone. JavaFX thread only.
 */
final class SelectionModel {
    private final ObservableList<Row> rows;
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private Unit unit = Unit.CHARACTER;
    /** The unit that the selection began with, and the one that it reaches to; null if nothing is selected. */
    private Range anchor;
    private Range reach;
    /** The whole with the indices of its rows; null when they have to be looked up again. */
    private Place place;

    private record Place(Range range, int first, int last) {}

    /** What grows at once while the mouse is dragged. */
    enum Unit {
        CHARACTER, WORD, ROW
    }

    /** From one spot to a later one. */
    record Range(Spot from, Spot to) {}

    SelectionModel(ObservableList<Row> rows) {
        this.rows = rows;
        rows.addListener(this::changed);
    }

    /** Grows whenever something else is selected. */
    ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** True if not a single character is selected. */
    boolean isEmpty() {
        var whole = place();
        return whole == null || whole.first() == whole.last()
                && whole.range().from().offset() >= whole.range().to().offset();
    }

    /** Starts anew with the unit at {@code spot}. */
    void begin(Spot spot, Unit by) {
        unit = by;
        anchor = unit(spot);
        reach = anchor;
        edited();
    }

    /** Moves the end that the user moves, in the units of the beginning; begins there if nothing is selected. */
    void extend(Spot spot) {
        if (anchor == null) {
            begin(spot, Unit.CHARACTER);
        } else {
            reach = unit(spot);
            edited();
        }
    }

    /** The same to exactly {@code spot}, as the keyboard does. */
    void extendTo(Spot spot) {
        unit = Unit.CHARACTER;
        extend(spot);
    }

    /** Selects from {@code first} to the end of {@code last}. */
    void select(Row first, Row last) {
        unit = Unit.CHARACTER;
        anchor = new Range(new Spot(first, 0), new Spot(first, 0));
        reach = new Range(new Spot(last, length(last)), new Spot(last, length(last)));
        edited();
    }

    /** True if exactly these rows are selected. */
    boolean covers(Row first, Row last) {
        var range = range();
        return range != null && range.from().equals(new Spot(first, 0))
                && range.to().equals(new Spot(last, length(last)));
    }

    void clear() {
        if (anchor != null) {
            anchor = null;
            reach = null;
            edited();
        }
    }

    /** The end that moves; null if there is none. */
    Spot moving() {
        if (reach == null) {
            return null;
        }
        return compare(reach.from(), anchor.from()) < 0 ? reach.from() : reach.to();
    }

    /** What is selected, in order; null if there is nothing, not even an empty place. */
    Range range() {
        if (anchor == null) {
            return null;
        }
        var from = compare(reach.from(), anchor.from()) < 0 ? reach.from() : anchor.from();
        var to = compare(reach.to(), anchor.to()) > 0 ? reach.to() : anchor.to();
        return new Range(from, to);
    }

    /** The part of {@code row} that is selected; null if none of it is. */
    Mark of(Row row) {
        var whole = place();
        int at = whole == null ? -1 : rows.indexOf(row);
        if (at < 0 || at < whole.first() || at > whole.last()) {
            return null;
        }
        int from = at == whole.first() ? whole.range().from().offset() : 0;
        int to = at == whole.last() ? whole.range().to().offset() : Integer.MAX_VALUE;
        return from >= to ? null : new Mark(from, to, Mark.Kind.SELECTED);
    }

    private Place place() {
        if (place == null && anchor != null) {
            var range = range();
            place = new Place(range, rows.indexOf(range.from().row()), rows.indexOf(range.to().row()));
        }
        return place;
    }

    private Range unit(Spot spot) {
        return switch (unit) {
            case CHARACTER -> new Range(spot, spot);
            case ROW -> new Range(new Spot(spot.row(), 0), new Spot(spot.row(), length(spot.row())));
            case WORD -> word(spot);
        };
    }

    private static Range word(Spot spot) {
        var text = RowText.of(spot.row());
        if (text.isEmpty()) {
            return new Range(spot, spot);
        }
        var words = BreakIterator.getWordInstance();
        words.setText(text);
        int at = Math.min(spot.offset(), text.length() - 1);
        int end = words.following(at);
        int start = words.previous();
        return new Range(new Spot(spot.row(), start), new Spot(spot.row(), end));
    }

    private int compare(Spot one, Spot other) {
        return one.row() == other.row()
                ? Integer.compare(one.offset(), other.offset())
                : Integer.compare(rows.indexOf(one.row()), rows.indexOf(other.row()));
    }

    private static int length(Row row) {
        return RowText.of(row).length();
    }

    /** A row that was taken away, as one folded or read anew is, hands its end of the selection to the one before. */
    private void changed(ListChangeListener.Change<? extends Row> change) {
        place = null;
        while (anchor != null && change.next()) {
            if (change.wasRemoved()) {
                var gone = change.getRemoved();
                anchor = moved(anchor, gone, change.getFrom());
                reach = moved(reach, gone, change.getFrom());
            }
        }
        if (anchor != null && rows.isEmpty()) {
            clear();
        }
    }

    private Range moved(Range range, List<? extends Row> gone, int at) {
        return new Range(moved(range.from(), gone, at), moved(range.to(), gone, at));
    }

    private Spot moved(Spot spot, List<? extends Row> gone, int at) {
        if (rows.isEmpty() || !gone.contains(spot.row())) {
            return spot;
        }
        var row = rows.get(Math.max(0, at - 1));
        return new Spot(row, at == 0 ? 0 : length(row));
    }

    private void edited() {
        place = null;
        changes.set(changes.get() + 1);
    }
}

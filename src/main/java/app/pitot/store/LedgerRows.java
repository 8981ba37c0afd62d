package app.pitot.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/** Requests in the order of their start, those of the archive among them, each of them once. */
final class LedgerRows {
    /** Takes one after the other. */
    interface Sink {
        /**
         * @param row until this returns
         * @param good false if it is not what was written
         * @return false to see no more of them
         */
        boolean row(RowValues row, boolean good) throws SQLException;

        /** A sheet of the archive is not what was written: so many requests are not seen. */
        default void lost(int requests) {}
    }

    /**
     * Which ones.
     *
     * @param from by the time at which they began, milliseconds, inclusive
     * @param until exclusive
     * @param newestFirst true for the newest first, and of those that began at the same time the one with the greatest id
     */
    record Range(long from, long until, boolean newestFirst) {
        static Range all() {
            return new Range(Long.MIN_VALUE, Long.MAX_VALUE, false);
        }

        static Range since(long from) {
            return new Range(from, Long.MAX_VALUE, false);
        }

        private Comparator<Place> order() {
            var order = Comparator.comparingLong(Place::startedMs).thenComparing(Place::id);
            return newestFirst ? order.reversed() : order;
        }

        private boolean has(long startedMs) {
            return startedMs >= from && startedMs < until;
        }
    }

    private record Place(long startedMs, String id) {
        static Place of(RowValues row) throws SQLException {
            var id = row.text("id");
            return new Place(row.number("started_ms"), id == null ? "" : id);
        }
    }

    private final Connection connection;
    private final Range range;
    private final Comparator<Place> order;
    private final Sink sink;
    private final Deque<Archive.Head> closed = new ArrayDeque<>();
    private final PriorityQueue<Cursor> open;
    private Place last;

    private LedgerRows(Connection connection, Range range, Sink sink) {
        this.connection = connection;
        this.range = range;
        this.order = range.order();
        this.sink = sink;
        this.open = new PriorityQueue<>(Comparator.comparing(Cursor::place, order));
    }

    /**
     * @param where a further condition on the rows of the table, which saves time; those of the archive are handed out
     *     without a look at it, so that the sink has to look at all
     * @param parameters of {@code where}
     */
    static void read(Connection connection, Range range, String where, List<?> parameters, Sink sink)
            throws SQLException {
        var rows = new LedgerRows(connection, range, sink);
        var direction = range.newestFirst() ? " DESC" : "";
        try (var select = connection.prepareStatement("SELECT * FROM request WHERE started_ms >= ? AND started_ms < ?"
                + (where.isEmpty() ? "" : " AND (" + where + ")") + " ORDER BY started_ms" + direction + ", id"
                + direction)) {
            var all = new ArrayList<Object>(List.of(range.from(), range.until()));
            all.addAll(parameters);
            Sql.bind(select, all.toArray());
            var heads = Archive.heads(connection, range.from(), range.until());
            if (range.newestFirst()) {
                heads.sort(Comparator.comparingLong(Archive.Head::toMs).reversed());
            }
            rows.closed.addAll(heads);
            try (var found = select.executeQuery()) {
                rows.merge(found);
            }
        }
    }

    private void merge(ResultSet found) throws SQLException {
        var row = new TableRow(LedgerRow.TABLE, found);
        while (row.next()) {
            var place = closed.isEmpty() && open.isEmpty() ? null : Place.of(row);
            if (place != null && !archived(place)) {
                return;
            }
            last = place;
            if (!sink.row(row, row.believable())) {
                return;
            }
        }
        archived(null);
    }

    /**
     * Hands out what comes before {@code next}.
     *
     * @param next null for all
     * @return false if the sink wants no more
     */
    private boolean archived(Place next) throws SQLException {
        while (true) {
            while (!closed.isEmpty() && begins(closed.getFirst(), next)) {
                open(closed.removeFirst());
            }
            var first = open.peek();
            if (first == null || next != null && order.compare(first.place(), next) > 0) {
                return true;
            }
            open.remove();
            // In both while a sheet is being made: then the table's is the one that counts.
            boolean again = first.place().equals(next) || first.place().equals(last);
            last = first.place();
            if (!again && !sink.row(first.row(), true)) {
                return false;
            }
            if (first.next()) {
                open.add(first);
            }
        }
    }

    /** True if a request of this sheet may come before {@code next} and all that is open. */
    private boolean begins(Archive.Head head, Place next) {
        long at = range.newestFirst() ? head.toMs() : head.fromMs();
        var first = open.peek();
        return before(at, next) && (first == null || before(at, first.place()));
    }

    private boolean before(long at, Place place) {
        return place == null || (range.newestFirst() ? at >= place.startedMs() : at <= place.startedMs());
    }

    private void open(Archive.Head head) throws SQLException {
        var sheet = Archive.open(connection, head.sheet());
        if (sheet == null) {
            sink.lost(head.requests());
            return;
        }
        var cursor = new Cursor(sheet, range);
        if (cursor.next()) {
            open.add(cursor);
        }
    }

    /** The rows of a sheet that are wanted, in the order in which they are. */
    private static final class Cursor {
        private final Sheet sheet;
        private final List<Place> places = new ArrayList<>();
        private final Integer[] rows;
        private int at = -1;

        Cursor(Sheet sheet, Range range) throws SQLException {
            this.sheet = sheet;
            var wanted = new ArrayList<Integer>();
            for (int i = 0; i < sheet.size(); i++) {
                var place = Place.of(sheet.row(i));
                places.add(place);
                if (range.has(place.startedMs())) {
                    wanted.add(i);
                }
            }
            rows = wanted.toArray(Integer[]::new);
            Arrays.sort(rows, Comparator.comparing(places::get, range.order()));
        }

        boolean next() {
            return ++at < rows.length;
        }

        Place place() {
            return places.get(rows[at]);
        }

        RowValues row() {
            return sheet.row(rows[at]);
        }
    }
}

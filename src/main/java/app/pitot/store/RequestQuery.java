package app.pitot.store;

import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.RequestRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Requests as a filter asks for them, the newest first. Where an index does not lead to them, the sums tell which days and
 * hours have any, so that the rows of all others need not be read.
 */
final class RequestQuery {
    private static final String ORDER = " ORDER BY started_ms DESC, id DESC LIMIT ?";
    /** Days looked through in one go, in which nothing else can be asked. */
    private static final int DAYS = 8;

    private final Connection connection;
    private final RequestFilter filter;
    private final RequestRow after;

    private RequestQuery(Connection connection, RequestFilter filter, RequestRow after) {
        this.connection = connection;
        this.filter = filter;
        this.after = after;
    }

    /**
     * A part of the answer.
     *
     * @param below it goes on with requests that began before this; {@code MIN_VALUE} if it is complete
     */
    record Part(List<RequestRow> rows, long below) {
        private static Part last(List<RequestRow> rows) {
            return new Part(rows, Long.MIN_VALUE);
        }
    }

    /**
     * @param after the last of the page before; null for the first page
     * @param below only requests that began before this
     */
    static Part run(Connection connection, RequestFilter filter, RequestRow after, long below, int most)
            throws SQLException {
        var query = new RequestQuery(connection, filter, after);
        if (filter.statuses().equals(Set.of(Status.OPEN)) && RollUps.asked(connection)) {
            // Else SQLite may think that all rows in the order of time are as good a way.
            return Part.last(query.rows(" INDEXED BY request_open", "ended_ms IS NULL", most));
        }
        // Of several accounts an index would have to sort all that there is.
        boolean indexed = filter.statuses().isEmpty() && filter.models().isEmpty() && filter.providers().isEmpty()
                && filter.accounts().size() <= 1 && filter.text().isBlank() || filter.ids() != null;
        return indexed || !RollUps.asked(connection)
                ? Part.last(query.both(most))
                : query.byDays(below, most);
    }

    /** None or one. */
    static List<RequestRow> byId(Connection connection, String id) throws SQLException {
        var found = read(connection, " WHERE id = ?", id);
        var archived = found.isEmpty() ? Archive.find(connection, id) : null;
        return archived == null ? found : List.of(RequestRows.read(archived, true));
    }

    private List<RequestRow> both(int most) throws SQLException {
        var found = rows("", "1", most);
        long from = found.size() < most ? Long.MIN_VALUE : Stored.millis(found.getLast().startedAt());
        var old = new OldRequests(connection, filter, after, most);
        return (filter.ids() == null ? old.byDays(from, Long.MAX_VALUE) : old.byIds(from, Long.MAX_VALUE)).with(found);
    }

    private Part byDays(long below, int most) throws SQLException {
        var found = new ArrayList<RequestRow>();
        var stretches = new RequestStretches(connection, filter);
        long upTo = after == null ? below : Math.min(below, Stored.millis(after.startedAt()) + 1);
        for (int i = 0; i < DAYS; i++) {
            var next = stretches.day(upTo);
            if (next == null) {
                return Part.last(found);
            }
            var hours = stretches.parts(next, upTo);
            for (int h = 0; h < hours.size(); h++) {
                long until = Math.min(upTo, stretches.end(hours.get(h)));
                // Hours that follow each other are likely to be in the same sheet.
                while (h + 1 < hours.size() && stretches.end(hours.get(h + 1)) == hours.get(h)) {
                    h++;
                }
                found.addAll(both(hours.get(h), until, most - found.size()));
                if (found.size() == most) {
                    return Part.last(found);
                }
            }
            upTo = next;
        }
        return new Part(found, upTo);
    }

    private List<RequestRow> both(long from, long until, int most) throws SQLException {
        var found = rows("", "started_ms >= ? AND started_ms < ?", most, from, until);
        long oldest = found.size() < most ? from : Stored.millis(found.getLast().startedAt());
        return new OldRequests(connection, filter, after, most).between(oldest, until).with(found);
    }

    private List<RequestRow> rows(String index, String condition, int most, Object... parameters)
            throws SQLException {
        var where = RequestWhere.of(connection, filter);
        where.and(condition, parameters);
        if (after != null) {
            long ms = after.startedAt().toEpochMilli();
            where.and("started_ms <= ? AND (started_ms < ? OR id < ?)", ms, ms, after.id());
        }
        return read(connection, index + " WHERE " + where.sql() + ORDER, where.with(most));
    }

    private static List<RequestRow> read(Connection connection, String rest, Object... parameters)
            throws SQLException {
        try (var select = connection.prepareStatement("SELECT * FROM request" + rest)) {
            Sql.bind(select, parameters);
            try (var rows = select.executeQuery()) {
                var row = new TableRow(LedgerRow.TABLE, rows);
                var found = new ArrayList<RequestRow>();
                while (row.next()) {
                    found.add(RequestRows.read(row, row.believable()));
                }
                return found;
            }
        }
    }
}

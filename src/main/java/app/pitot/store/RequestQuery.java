package app.pitot.store;

import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Requests as a filter asks for them, the newest first. */
final class RequestQuery {
    private static final String ORDER = " ORDER BY started_ms DESC, id DESC LIMIT ?";

    private RequestQuery() {}

    /** @param after the last of the page before; null for the first page */
    static List<RequestRow> run(Connection connection, RequestFilter filter, RequestRow after, int most)
            throws SQLException {
        var where = RequestWhere.of(connection, filter);
        if (after != null) {
            long ms = after.startedAt().toEpochMilli();
            where.and("started_ms <= ? AND (started_ms < ? OR id < ?)", ms, ms, after.id());
        }
        return read(connection, "WHERE " + where.sql() + ORDER, where.with(most));
    }

    /** None or one. */
    static List<RequestRow> byId(Connection connection, String id) throws SQLException {
        return read(connection, "WHERE id = ?", id);
    }

    private static List<RequestRow> read(Connection connection, String where, Object... parameters)
            throws SQLException {
        try (var select = connection.prepareStatement("SELECT * FROM request " + where)) {
            Sql.bind(select, parameters);
            try (var rows = select.executeQuery()) {
                var reader = new RequestRows(rows);
                var found = new ArrayList<RequestRow>();
                while (rows.next()) {
                    found.add(reader.read());
                }
                return found;
            }
        }
    }
}

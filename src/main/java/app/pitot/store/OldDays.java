package app.pitot.store;

import app.pitot.usage.RequestFilter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Walks back through the archive by the days that have such requests as are asked for, as the sums of the days tell, so that
 * only sheets with some are unpacked.
 */
final class OldDays {
    private final Connection connection;
    private final List<String> conditions = new ArrayList<>(List.of("at_ms >= ?", "at_ms <= ?"));
    private final List<Object> values = new ArrayList<>();

    private OldDays(Connection connection) {
        this.connection = connection;
    }

    /** Those of an account. @param model null for every model */
    static OldDays of(Connection connection, String account, String model) {
        var days = new OldDays(connection);
        days.in("account", Set.of(account));
        days.in("model", model == null ? Set.of() : Set.of(model));
        return days;
    }

    /** Those of the filter's accounts, whatever else it asks for. */
    static OldDays of(Connection connection, RequestFilter filter) {
        var days = new OldDays(connection);
        days.in("account", filter.accounts());
        return days;
    }

    private void in(String column, Collection<String> wanted) {
        if (!wanted.isEmpty()) {
            conditions.add(column + " IN (" + String.join(", ", Collections.nCopies(wanted.size(), "?")) + ")");
            values.addAll(wanted);
        }
    }

    /** Whether a day is to be looked through. */
    interface Wanted {
        boolean of(List<String> models);
    }

    /**
     * Hands out the archived requests of these days from the newest on, others of the same days among them, and perhaps some
     * that stand in the table as well.
     *
     * @param from of requests that began no earlier, milliseconds
     * @param until exclusive
     * @param wanted asked before each day, with the models that have requests on it
     */
    void read(long from, long until, Wanted wanted, LedgerRows.Sink sink) throws SQLException {
        var heads = Archive.heads(connection, from, until);
        if (heads.isEmpty()) {
            return;
        }
        long oldest = Math.max(from, heads.getFirst().fromMs());
        long newest = heads.stream().mapToLong(Archive.Head::toMs).max().orElseThrow();
        boolean[] over = new boolean[1];
        for (var day : days(UsageDays.begin(oldest), Math.min(newest, until))) {
            long end = Math.min(until, day.at() + UsageDays.DAY);
            if (over[0]) {
                return;
            }
            if (Math.max(from, day.at()) < end && wanted.of(day.models())) {
                var range = new LedgerRows.Range(Math.max(from, day.at()), end, true);
                LedgerRows.read(connection, range, "0", List.of(), (row, good) -> {
                    over[0] = !sink.row(row, good);
                    return !over[0];
                });
            }
        }
    }

    private record Day(long at, List<String> models) {}

    private List<Day> days(long from, long to) throws SQLException {
        try (var query = connection.prepareStatement("SELECT at_ms, model FROM usage_day WHERE "
                + String.join(" AND ", conditions) + " ORDER BY at_ms DESC")) {
            var all = new ArrayList<Object>(List.of(from, to));
            all.addAll(values);
            Sql.bind(query, all.toArray());
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<Day>();
                while (rows.next()) {
                    if (found.isEmpty() || found.getLast().at() != rows.getLong(1)) {
                        found.add(new Day(rows.getLong(1), new ArrayList<>()));
                    }
                    found.getLast().models().add(rows.getString(2));
                }
                return found;
            }
        }
    }
}

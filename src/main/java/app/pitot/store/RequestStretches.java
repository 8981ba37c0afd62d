package app.pitot.store;

import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The days and hours of UTC in which there are requests of a filter, or may be. Not thread-safe. */
final class RequestStretches {
    private static final long HOUR = UsageDays.HOUR;
    private static final long DAY = UsageDays.DAY;
    /** Rows that are read sooner than it is told where among them to look. */
    private static final int FEW = 3_000;

    private final Connection connection;
    private final RequestFilter filter;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    /** Hours with requests that have not ended, of which the sums do not know. */
    private final TreeSet<Long> open = new TreeSet<>();
    private final Set<Long> wholeDays = new HashSet<>();

    RequestStretches(Connection connection, RequestFilter filter) throws SQLException {
        this.connection = connection;
        this.filter = filter;
        in("account", filter.accounts());
        in("provider", filter.providers());
        in("model", filter.models());
        if (!filter.statuses().isEmpty()) {
            conditions.add("(damaged > 0 OR "
                    + String.join(" OR ", filter.statuses().stream().map(RequestStretches::status).toList()) + ")");
        }
        if (filter.statuses().isEmpty() || filter.statuses().contains(Status.OPEN)) {
            Sql.texts(connection, "SELECT DISTINCT started_ms / " + HOUR + " FROM request INDEXED BY request_open"
                    + " WHERE ended_ms IS NULL")
                    .forEach(hour -> open.add(Long.parseLong(hour) * HOUR));
        }
    }

    private void in(String column, Collection<String> wanted) {
        if (!wanted.isEmpty()) {
            conditions.add(column + " IN (" + String.join(", ", Collections.nCopies(wanted.size(), "?")) + ")");
            values.addAll(wanted);
        }
    }

    /** Sums may have more than is asked for: the rows tell. */
    private static String status(Status status) {
        return switch (status) {
            case COMPLETE, TRUNCATED, STOPPED, FAILED, LIMITED, TOO_LONG -> Stored.word(status) + " > 0";
            case REFUSED -> "refused > limited";
            case OPEN -> "requests > complete + truncated + stopped + refused + failed";
        };
    }

    /** The last day that begins before {@code below}; null if there is none. */
    Long day(long below) throws SQLException {
        long oldest = filter.from() == null ? Long.MIN_VALUE : UsageDays.begin(Stored.millis(filter.from()));
        long newest = filter.until() == null ? below : Math.min(below, Stored.millis(filter.until()));
        var summed = first("usage_day", oldest, newest, 1);
        var running = open.lower(newest);
        long day = Math.max(summed.isEmpty() ? Long.MIN_VALUE : summed.getFirst(),
                running == null ? Long.MIN_VALUE : UsageDays.begin(running));
        return day == Long.MIN_VALUE || day < oldest ? null : Long.valueOf(day);
    }

    /** The parts of a day to look into, the last first: hours, or the day itself if it is short or its hours are not known. */
    List<Long> parts(long day, long below) throws SQLException {
        long rows = counted("usage_day", day);
        if (rows <= FEW || counted("usage_hour", day) != rows) {
            wholeDays.add(day);
            return List.of(day);
        }
        var hours = new TreeSet<>(first("usage_hour", day, Math.min(below, day + DAY), -1));
        hours.addAll(open.subSet(day, Math.min(below, day + DAY)));
        return List.copyOf(hours.descendingSet());
    }

    /** Where a part ends, exclusive. */
    long end(long part) {
        return part + (wholeDays.contains(part) ? DAY : HOUR);
    }

    private List<Long> first(String table, long from, long until, int most) throws SQLException {
        var all = new ArrayList<>(List.of("at_ms >= ?", "at_ms < ?"));
        all.addAll(conditions);
        try (var select = connection.prepareStatement("SELECT DISTINCT at_ms FROM " + table + " WHERE "
                + String.join(" AND ", all) + " ORDER BY at_ms DESC LIMIT ?")) {
            var parameters = new ArrayList<Object>(List.of(from, until));
            parameters.addAll(values);
            parameters.add(most);
            Sql.bind(select, parameters.toArray());
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<Long>();
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
                return found;
            }
        }
    }

    private long counted(String table, long day) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT sum(requests + damaged) FROM " + table + " WHERE at_ms >= ? AND at_ms < ?")) {
            Sql.bind(select, day, day + DAY);
            try (var rows = select.executeQuery()) {
                return rows.getLong(1);
            }
        }
    }
}

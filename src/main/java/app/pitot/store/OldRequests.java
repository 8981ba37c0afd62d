package app.pitot.store;

import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** The archived part of what a filter asks for, the newest first. Times are handed in as milliseconds. Not thread-safe. */
final class OldRequests {
    private final Connection connection;
    private final RequestFilter filter;
    private final RequestMatch match;
    private final RequestRow after;
    private final int most;
    private final List<RequestRow> found = new ArrayList<>();

    /** @param after the last of the page before; null for the first page */
    OldRequests(Connection connection, RequestFilter filter, RequestRow after, int most) {
        this.connection = connection;
        this.filter = filter;
        this.match = new RequestMatch(filter);
        this.after = after;
        this.most = most;
    }

    /** Those that began in a stretch, by the days that have some. */
    OldRequests byDays(long from, long until) throws SQLException {
        OldDays.of(connection, filter).read(from(from), until(until), _ -> true, this::take);
        return this;
    }

    /** Those whose ids the filter names. */
    OldRequests byIds(long from, long until) throws SQLException {
        Archive.find(connection, filter.ids(), from(from), until(until), (row, good) -> {
            take(row, good);
            return true;
        });
        return this;
    }

    /** Those of a stretch that is looked through as a whole. */
    OldRequests between(long from, long until) throws SQLException {
        var range = new LedgerRows.Range(from(from), until(until), true);
        if (range.from() < range.until() && !Archive.heads(connection, range.from(), range.until()).isEmpty()) {
            LedgerRows.read(connection, range, "0", List.of(), this::take);
        }
        return this;
    }

    private long from(long from) {
        return filter.from() == null ? from : Math.max(from, Stored.millis(filter.from()));
    }

    private long until(long until) {
        long asked = filter.until() == null ? until : Math.min(until, Stored.millis(filter.until()));
        return after == null ? asked : Math.min(asked, Stored.millis(after.startedAt()) + 1);
    }

    /** False once there are enough. */
    private boolean take(RowValues row, boolean good) throws SQLException {
        boolean behind = after == null || row.number("started_ms") < Stored.millis(after.startedAt())
                || row.there("id").compareTo(after.id()) < 0;
        if (behind && match.has(row)) {
            found.add(RequestRows.read(row, good));
        }
        return found.size() < most;
    }

    /** These and those of the table, each once; one that is in both is the table's. */
    List<RequestRow> with(List<RequestRow> rows) {
        if (found.isEmpty()) {
            return rows;
        }
        var all = new LinkedHashMap<String, RequestRow>();
        rows.forEach(each -> all.put(each.id(), each));
        found.forEach(each -> all.putIfAbsent(each.id(), each));
        return all.values().stream()
                .sorted(Comparator.comparing(RequestRow::startedAt).thenComparing(RequestRow::id).reversed())
                .limit(most).toList();
    }
}

package app.pitot.store;

import app.pitot.api.Wire;
import app.pitot.api.WireText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks for a text in what is kept, the newest first and one at a time. */
final class TraceSearch {
    private final Connection connection;
    private final String wanted;

    TraceSearch(Connection connection, String text) {
        this.connection = connection;
        this.wanted = text.toLowerCase(Locale.ROOT);
    }

    /** As far as it came if the thread is interrupted, which it then still is. */
    Set<String> run(Instant from, Instant until) throws SQLException {
        var found = new LinkedHashSet<String>();
        for (long row : rows(from, until)) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            // One at a time, so that no snapshot of the file is held for long.
            for (var hit : TraceRow.TABLE.find(connection, "WHERE rowid = ?",
                    (rows, good) -> new Hit(rows.getString("attempt"), TraceRow.read(rows, good)), row)) {
                if (!found.contains(hit.attempt()) && hit.wire() != null && holds(hit.wire())) {
                    found.add(hit.attempt());
                }
            }
        }
        return found;
    }

    private record Hit(String attempt, Wire wire) {}

    /** As text that was said, and as it stands there. */
    private boolean holds(Wire wire) {
        return WireText.all(wire).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private List<Long> rows(Instant from, Instant until) throws SQLException {
        var found = new ArrayList<Long>();
        try (var query = connection.prepareStatement("""
                SELECT rowid FROM trace WHERE started_ms >= ? AND started_ms < ?
                ORDER BY started_ms DESC, rowid DESC""")) {
            Sql.bind(query, from == null ? Long.MIN_VALUE : from.toEpochMilli(),
                    until == null ? Long.MAX_VALUE : until.toEpochMilli());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found;
    }
}

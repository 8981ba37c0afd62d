package app.pitot.store;

import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A report from each single request. */
final class RawReport {
    private final UsageQuery query;
    private final ReportBuilder builder;
    private final SlotClock clock;
    private long open;
    private long damaged;

    private RawReport(UsageQuery query) {
        this.query = query;
        this.builder = new ReportBuilder(query);
        this.clock = new SlotClock(query.step(), query.zone());
    }

    static UsageReport run(Connection connection, UsageQuery query) throws SQLException {
        return new RawReport(query).read(connection);
    }

    private UsageReport read(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT * FROM request WHERE started_ms >= ? AND started_ms < ? ORDER BY started_ms")) {
            Sql.bind(select, query.from().toEpochMilli(), query.until().toEpochMilli());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var key = new UseKey(Stored.there(rows, "provider"), Stored.there(rows, "account"),
                            Stored.there(rows, "model"));
                    if (!builder.asks(key)) {
                        continue;
                    }
                    if (!Checksum.believable(LedgerRow.TABLE, rows)) {
                        damaged++;
                    } else if (rows.getObject("ended_ms") == null) {
                        open++;
                    } else {
                        long at = rows.getLong("started_ms");
                        builder.sums(clock.from(at), clock.until(at), key).add(rows);
                        builder.heat().add(at, 1, rows.getLong("prompt_tokens") + rows.getLong("completion_tokens"));
                    }
                }
            }
        }
        return builder.build(notes(), oldest(connection));
    }

    private List<UsageNote> notes() {
        var notes = new ArrayList<UsageNote>();
        if (open > 0) {
            notes.add(new UsageNote.Open(open));
        }
        if (damaged > 0) {
            notes.add(new UsageNote.Damaged(damaged));
        }
        return notes;
    }

    private static Instant oldest(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT min(started_ms) FROM request")) {
            var at = rows.next() ? rows.getObject(1) : null;
            return at instanceof Number ms ? Instant.ofEpochMilli(ms.longValue()) : null;
        }
    }
}

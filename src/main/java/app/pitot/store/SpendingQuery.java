package app.pitot.store;

import app.pitot.exchange.Spending;
import app.pitot.exchange.Spending.Open;
import app.pitot.exchange.Spending.Stretch;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Period;
import app.pitot.quota.Spent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a day or month came to, from the sums; request by request only where no sum is good or none begins in time. */
final class SpendingQuery {
    private static final long HOUR = Period.HOUR.length().toMillis();
    private static final long MINUTE = Period.MINUTE.length().toMillis();

    private SpendingQuery() {}

    /**
     * @param from at a whole minute
     * @param step how finely: MINUTE, kept for a week, or HOUR
     * @param asked ids of which to tell whether they are among the ended
     */
    static Spending run(Connection connection, Instant from, Instant until, Period step, Collection<String> asked)
            throws SQLException {
        long begin = from.toEpochMilli();
        long end = until.toEpochMilli();
        long length = step == Period.MINUTE ? MINUTE : HOUR;
        // Where a zone is half an hour off, the first sums begin after the month.
        long whole = Math.ceilDiv(begin, length) * length;
        var ended = new ArrayList<Stretch>();
        rows(connection, begin, Math.min(whole, end), null, null, ended);
        sums(connection, length == MINUTE ? "usage_minute" : "usage_hour", length, whole, end, ended);
        return new Spending(List.copyOf(ended), open(connection, begin, end), kept(connection, asked));
    }

    private static void sums(Connection connection, String table, long length, long from, long until,
            List<Stretch> into) throws SQLException {
        try (var query = connection.prepareStatement("SELECT * FROM " + table + " WHERE at_ms >= ? AND at_ms < ?")) {
            Sql.bind(query, from, until);
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    long at = found.getLong("at_ms");
                    // The last stretch may reach beyond the end of the month.
                    if (at + length > until || !Checksum.good(table, found)) {
                        rows(connection, at, Math.min(at + length, until), found.getString("account"),
                                found.getString("model"), into);
                    } else {
                        into.add(stretch(RowValues.of(found), at, Sums.of(found).spent()));
                    }
                }
            }
        }
    }

    /** @param account null for all, and then the model as well */
    private static void rows(Connection connection, long from, long until, String account, String model,
            List<Stretch> into) throws SQLException {
        if (from >= until) {
            return;
        }
        var where = "ended_ms IS NOT NULL" + (account == null ? "" : " AND account = ? AND model = ?");
        LedgerRows.read(connection, new LedgerRows.Range(from, until, false), where,
                account == null ? List.of() : List.of(account, model), (row, good) -> {
                    if (good && (account == null
                            || account.equals(row.text("account")) && model.equals(row.text("model")))) {
                        into.add(stretch(row, row.number("started_ms"), ofRow(row)));
                    }
                    return true;
                });
    }

    private static Spent ofRow(RowValues row) throws SQLException {
        var sums = Sums.none(row.text("provider"));
        sums.add(row);
        return sums.spent();
    }

    private static Stretch stretch(RowValues row, long at, Spent spent) throws SQLException {
        return new Stretch(row.text("account"), Catalogue.SIMULATOR.equals(row.text("provider")),
                Instant.ofEpochMilli(at), spent);
    }

    private static List<Open> open(Connection connection, long from, long until) throws SQLException {
        try (var query = connection.prepareStatement("SELECT * FROM request WHERE started_ms >= ? AND started_ms < ?"
                + " AND ended_ms IS NULL")) {
            Sql.bind(query, from, until);
            var open = new ArrayList<Open>();
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    if (Checksum.believable(LedgerRow.TABLE, found)) {
                        open.add(new Open(found.getString("id"), found.getString("account"),
                                Catalogue.SIMULATOR.equals(found.getString("provider")),
                                found.getLong("reserved_tokens")));
                    }
                }
            }
            return open;
        }
    }

    private static List<String> kept(Connection connection, Collection<String> asked) throws SQLException {
        var kept = new ArrayList<String>();
        try (var query = connection.prepareStatement("SELECT 1 FROM request WHERE id = ? AND ended_ms IS NOT NULL")) {
            for (var id : asked) {
                query.setString(1, id);
                try (var found = query.executeQuery()) {
                    if (found.next()) {
                        kept.add(id);
                    }
                }
            }
        }
        return kept;
    }
}

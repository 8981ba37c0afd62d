package app.pitot.store;

import app.pitot.api.ErrorKind;
import app.pitot.quota.PastUse;
import app.pitot.quota.Settlement;
import app.pitot.quota.Settlement.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Earlier requests that count against today's windows. */
final class PastUseQuery {
    private static final String REFUSED_BY_QUOTA = ErrorKind.RATE_LIMIT.name().toLowerCase(Locale.ROOT);

    private PastUseQuery() {}

    /**
     * A request that never left is not there. One whose usage is unknown counts with what was reserved for it, which is
     * what the provider took; one that was refused counts with no tokens. A row that is not what was written does not count.
     */
    static List<PastUse> run(Connection connection, String account, String model, Instant since) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT * FROM request
                WHERE account = ? AND started_ms >= ?
                  AND (? IS NULL OR model = ? OR substr(?, 1, 1) = ':' AND substr(model, -length(?)) = ?)
                  AND sent IS NOT 0
                ORDER BY started_ms, id""")) {
            Sql.bind(query, account, since.toEpochMilli(), model, model, model, model, model);
            var found = new ArrayList<PastUse>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    if (!Checksum.believable(LedgerRow.TABLE, rows)) {
                        continue;
                    }
                    found.add(use(rows));
                }
            }
            return found;
        }
    }

    /** What the row that {@code row} stands on says. */
    static PastUse use(ResultSet row) throws SQLException {
        var ended = Stored.number(row, "ended_ms");
        return new PastUse(row.getString("id"), Instant.ofEpochMilli(row.getLong("started_ms")),
                ended == null ? null : Instant.ofEpochMilli(ended), row.getLong("reserved_tokens"),
                ended == null ? null : settlement(row));
    }

    private static Settlement settlement(ResultSet row) throws SQLException {
        if (row.getObject("sent") != null && !row.getBoolean("sent")) {
            return Settlement.of(Kind.NOT_SENT);
        }
        if ("usage".equals(row.getString("token_basis")) && !"refused".equals(row.getString("outcome"))) {
            return Settlement.used(row.getLong("prompt_tokens"), row.getLong("completion_tokens"),
                    row.getLong("cached_tokens")).costing(row.getLong("cost_micros"));
        }
        if (!"refused".equals(row.getString("outcome")) || row.getInt("http_status") / 100 == 2) {
            return Settlement.of(Kind.UNKNOWN);
        }
        return Settlement.of(REFUSED_BY_QUOTA.equals(row.getString("error_kind")) ? Kind.REFUSED : Kind.DECLINED);
    }
}

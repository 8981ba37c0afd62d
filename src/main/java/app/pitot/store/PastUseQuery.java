package app.pitot.store;

import app.pitot.api.ErrorKind;
import app.pitot.quota.PastUse;
import java.sql.Connection;
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
                    var refused = "refused".equals(rows.getString("outcome"));
                    long tokens = rows.getLong("reserved_tokens");
                    if (refused) {
                        tokens = 0;
                    } else if ("usage".equals(rows.getString("token_basis"))) {
                        tokens = rows.getLong("prompt_tokens") + rows.getLong("completion_tokens");
                    }
                    found.add(new PastUse(Instant.ofEpochMilli(rows.getLong("started_ms")), tokens,
                            rows.getLong("cached_tokens"), REFUSED_BY_QUOTA.equals(rows.getString("error_kind")),
                            rows.getLong("cost_micros")));
                }
            }
            return found;
        }
    }
}

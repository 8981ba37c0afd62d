package app.pitot.store;

import app.pitot.quota.PastReply;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The last complete replies of a model whose tokens the provider counted. */
final class PastReplyQuery {
    private PastReplyQuery() {}

    /** Oldest first. A row that is not what was written does not count. */
    static List<PastReply> run(Connection connection, String account, String model, int most) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT * FROM request
                WHERE account = ? AND model = ? AND outcome = 'complete' AND token_basis = 'usage'
                  AND prompt_tokens IS NOT NULL
                ORDER BY started_ms DESC, id DESC LIMIT ?""")) {
            Sql.bind(query, account, model, most);
            var found = new ArrayList<PastReply>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    if (Checksum.believable(LedgerRow.TABLE, rows)) {
                        found.addFirst(new PastReply(rows.getLong("reserved_tokens"), rows.getLong("prompt_tokens"),
                                rows.getLong("completion_tokens")));
                    }
                }
            }
            return found;
        }
    }
}

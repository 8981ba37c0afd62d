package app.pitot.store;

import app.pitot.quota.PastReply;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
                var seen = new HashSet<String>();
                while (rows.next()) {
                    seen.add(rows.getString("id"));
                    if (Checksum.believable(LedgerRow.TABLE, rows)) {
                        found.addFirst(reply(RowValues.of(rows)));
                    }
                }
                if (seen.size() < most) {
                    addOld(connection, account, model, most, seen, found);
                }
            }
            return found;
        }
    }

    private static void addOld(Connection connection, String account, String model, int most, Set<String> seen,
            List<PastReply> found) throws SQLException {
        OldDays.of(connection, account, model).read(Long.MIN_VALUE, Long.MAX_VALUE, _ -> true, (row, _) -> {
            if (account.equals(row.text("account")) && model.equals(row.text("model"))
                    && "complete".equals(row.text("outcome")) && "usage".equals(row.text("token_basis"))
                    && row.whole("prompt_tokens") != null && seen.add(row.text("id"))) {
                found.addFirst(reply(row));
            }
            return seen.size() < most;
        });
    }

    private static PastReply reply(RowValues row) throws SQLException {
        return new PastReply(row.number("reserved_tokens"), row.number("prompt_tokens"),
                row.number("completion_tokens"));
    }
}

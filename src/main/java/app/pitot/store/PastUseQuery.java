package app.pitot.store;

import app.pitot.api.ErrorKind;
import app.pitot.quota.PastUse;
import app.pitot.quota.Settlement;
import app.pitot.quota.Settlement.Kind;
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
        var found = new ArrayList<PastUse>();
        LedgerRows.read(connection, LedgerRows.Range.since(since.toEpochMilli()), "account = ? AND sent IS NOT 0",
                List.of(account), (row, good) -> {
                    if (good && account.equals(row.text("account")) && (row.whole("sent") == null || sent(row))
                            && meant(model, row.text("model"))) {
                        found.add(use(row));
                    }
                    return true;
                });
        return found;
    }

    /** @param wanted an id, or a suffix that begins with a colon, or null for all */
    private static boolean meant(String wanted, String model) {
        return wanted == null || wanted.equals(model) || wanted.startsWith(":") && model.endsWith(wanted);
    }

    private static boolean sent(RowValues row) throws SQLException {
        return row.number("sent") != 0;
    }

    /** What a row says. */
    static PastUse use(RowValues row) throws SQLException {
        var ended = row.whole("ended_ms");
        return new PastUse(row.text("id"), Instant.ofEpochMilli(row.number("started_ms")),
                ended == null ? null : Instant.ofEpochMilli(ended), row.number("reserved_tokens"),
                ended == null ? null : settlement(row));
    }

    private static Settlement settlement(RowValues row) throws SQLException {
        if (row.whole("sent") != null && !sent(row)) {
            return Settlement.of(Kind.NOT_SENT);
        }
        if ("usage".equals(row.text("token_basis")) && !"refused".equals(row.text("outcome"))) {
            return Settlement.used(row.number("prompt_tokens"), row.number("completion_tokens"),
                    row.number("cached_tokens")).costing(row.number("cost_micros"));
        }
        if (!"refused".equals(row.text("outcome")) || row.number("http_status") / 100 == 2) {
            return Settlement.of(Kind.UNKNOWN);
        }
        return Settlement.of(REFUSED_BY_QUOTA.equals(row.text("error_kind")) ? Kind.REFUSED : Kind.DECLINED);
    }
}

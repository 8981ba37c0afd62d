package app.pitot.store;

import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageQuery;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What must be known to read a report. Not thread-safe. */
final class UsageNotes {
    /** So many rows at the beginning of the ledger may be damaged before none is looked for any more. */
    private static final int FEW = 100;

    private final Connection connection;
    private final UsageQuery query;
    private final SlotLens lens;
    private final List<UsageNote> notes = new ArrayList<>();

    UsageNotes(Connection connection, UsageQuery query) {
        this.connection = connection;
        this.query = query;
        this.lens = SlotLens.of(query);
    }

    void utcDays(long before) {
        notes.add(new UsageNote.UtcDays(Instant.ofEpochMilli(before)));
    }

    /**
     * All of them.
     *
     * @param builder has all that is in the report
     * @param lost requests that could not be read
     */
    List<UsageNote> all(ReportBuilder builder, long lost) throws SQLException {
        long damaged = builder.damaged() + lost + open();
        if (damaged > 0) {
            notes.add(new UsageNote.Damaged(damaged));
        }
        if (builder.jumps() > 0) {
            notes.add(new UsageNote.ClockJumps(builder.jumps()));
        }
        prices();
        return notes;
    }

    /** How many of the open ones are damaged. */
    private long open() throws SQLException {
        long open = 0;
        long damaged = 0;
        try (var select = connection.prepareStatement(
                "SELECT * FROM request INDEXED BY request_open WHERE ended_ms IS NULL AND started_ms >= ? AND started_ms < ?")) {
            Sql.bind(select, Stored.millis(query.from()), Stored.millis(query.until()));
            try (var rows = select.executeQuery()) {
                var row = new TableRow(LedgerRow.TABLE, rows);
                while (row.next()) {
                    if (lens.asks(UseKey.of(row))) {
                        boolean good = row.believable();
                        open += good ? 1 : 0;
                        damaged += good ? 0 : 1;
                    }
                }
            }
        }
        if (open > 0) {
            notes.add(new UsageNote.Open(open));
        }
        return damaged;
    }

    private record Price(String provider, String model, BigDecimal input, BigDecimal output) {}

    private void prices() throws SQLException {
        try (var select = connection
                .prepareStatement("SELECT * FROM price WHERE since_ms < ? ORDER BY since_ms, id")) {
            Sql.bind(select, Stored.millis(query.until()));
            try (var rows = select.executeQuery()) {
                var check = new RowCheck("price", rows);
                var last = new HashMap<List<String>, Price>();
                while (rows.next()) {
                    if (check.good()) {
                        price(rows, last);
                    }
                }
            }
        }
    }

    private void price(ResultSet row, Map<List<String>, Price> last) throws SQLException {
        var account = row.getString("account");
        var price = new Price(row.getString("provider"), row.getString("model"), number(row.getString("input")),
                number(row.getString("output")));
        var before = last.put(List.of(account, price.model()), price);
        var at = Instant.ofEpochMilli(row.getLong("since_ms"));
        if (before == null || before.equals(price) || at.isBefore(query.from())
                || !lens.asks(new UseKey(price.provider(), account, price.model()))) {
            return;
        }
        var note = new UsageNote.PriceChanged(price.provider(), price.model(), at, price.input(), price.output());
        if (notes.stream().noneMatch(each -> same(each, note))) {
            notes.add(note);
        }
    }

    /** Two accounts see the same change, each with its next request. */
    private static boolean same(UsageNote each, UsageNote.PriceChanged note) {
        return each instanceof UsageNote.PriceChanged other && other.provider().equals(note.provider())
                && other.model().equals(note.model()) && Objects.equals(other.input(), note.input())
                && Objects.equals(other.output(), note.output());
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    /** When the first request of all began; null if there is none. */
    Instant oldest() throws SQLException {
        return oldest(connection);
    }

    static Instant oldest(Connection connection) throws SQLException {
        var first = new First();
        LedgerRows.read(connection, LedgerRows.Range.all(), "", List.of(), first);
        return first.startedAt;
    }

    /** The first good row. */
    private static final class First implements LedgerRows.Sink {
        private int left = FEW;
        private Instant startedAt;

        @Override
        public boolean row(RowValues row, boolean good) throws SQLException {
            startedAt = good ? Instant.ofEpochMilli(row.number("started_ms")) : null;
            return !good && --left > 0;
        }
    }
}

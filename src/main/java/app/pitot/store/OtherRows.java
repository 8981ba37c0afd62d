package app.pitot.store;

import app.pitot.exchange.Ledger.Elsewhere;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Sees which rows of the ledger other processes wrote. A row that ends takes a new number, so new numbers are all there is to read. */
final class OtherRows implements AutoCloseable {
    private final Database database;
    private final Predicate<String> own;
    private final Consumer<List<Elsewhere>> told;
    private final FileWatch watch;

    // Touched by the database's thread only.
    private int version;
    private long newest = -1;

    /** @param own true for the id of a row that this process began */
    OtherRows(Database database, Predicate<String> own, Consumer<List<Elsewhere>> told) {
        this.database = database;
        this.own = own;
        this.told = told;
        watch = new FileWatch(database.folder(), Set.of("pitot.db", "pitot.db-wal"), this::look);
    }

    /** What is there now is known. */
    void begin() {
        database.readSoon(connection -> {
            version = version(connection);
            newest = newest(connection);
        });
        // Only then is the folder sure to be there.
        database.after(watch::begin);
    }

    private void look() {
        database.readSoon(connection -> {
            int now = version(connection);
            if (now == version && newest >= 0) {
                return;
            }
            version = now;
            long last = newest(connection);
            // Less than before in a file that was made anew: then all of it may be new.
            var rows = rows(connection, last < newest ? -1 : newest);
            newest = last;
            if (!rows.isEmpty()) {
                told.accept(rows);
            }
        });
    }

    private List<Elsewhere> rows(Connection connection, long after) throws SQLException {
        var found = new ArrayList<Elsewhere>();
        try (var select = connection.prepareStatement(
                "SELECT rowid AS \"\", * FROM request WHERE rowid > ? ORDER BY rowid")) {
            select.setLong(1, after);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    if (!own.test(rows.getString("id")) && Checksum.believable(LedgerRow.TABLE, rows)) {
                        found.add(new Elsewhere(rows.getString("account"), rows.getString("model"),
                                PastUseQuery.use(RowValues.of(rows))));
                    }
                }
            }
        }
        return found;
    }

    /** Differs after each commit of another connection. */
    private static int version(Connection connection) throws SQLException {
        return Sql.number(connection, "PRAGMA data_version");
    }

    private static long newest(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT coalesce(max(rowid), 0) FROM request")) {
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}

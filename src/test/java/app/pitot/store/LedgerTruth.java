package app.pitot.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a ledger as they were written, to compare those of a harmed copy with. */
final class LedgerTruth {
    private static final List<String> BEGUN = List.of("id", "started_ms", "provider", "account", "model",
            "reserved_tokens", "exchange", "attempt");

    private final Map<String, Seen> truth = new HashMap<>();

    private record Seen(String id, boolean good, boolean ended, List<String> begun, List<String> all) {
        static Seen of(ResultSet row, boolean good) throws SQLException {
            var all = new java.util.ArrayList<String>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                all.add(row.getString(column));
            }
            var begun = new java.util.ArrayList<String>();
            for (var column : BEGUN) {
                begun.add(row.getString(column));
            }
            return new Seen(row.getString("id"), good, row.getString("ended_ms") != null, begun, all);
        }
    }

    LedgerTruth(Path file) throws SQLException {
        read(file).forEach(row -> truth.put(row.id(), row));
    }

    int size() {
        return truth.size();
    }

    /**
     * Rows that are not what was written and yet pass for good; a log that breaks off earlier leaves one as it then was: begun.
     *
     * @throws SQLException if nothing can be read
     */
    List<String> wrong(Path file) throws SQLException {
        return read(file).stream().filter(Seen::good).filter(row -> {
            var was = truth.get(row.id());
            return was == null || !was.all().equals(row.all()) && (row.ended() || !was.begun().equals(row.begun()));
        }).map(row -> row.id() + " " + row.all()).toList();
    }

    private static List<Seen> read(Path file) throws SQLException {
        try (var connection = Sql.open(file)) {
            return LedgerRow.ENDED.find(connection, "", Seen::of);
        }
    }
}

package app.pitot.store;

import app.pitot.api.Outcome;
import app.pitot.catalogue.ModelEntry.Measured;
import app.pitot.speed.TokenBasis;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The user's own figures by model: how fast complete replies were whose tokens the provider counted. */
final class MeasuredQuery {
    /** Of each model, the latest. */
    static final int MOST = 200;

    private MeasuredQuery() {}

    /** @param model null for every model */
    static Map<String, Measured> run(Connection connection, String account, String model, Instant since)
            throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT request.* FROM request JOIN (
                  SELECT id AS latest, row_number() OVER (PARTITION BY model ORDER BY started_ms DESC, id DESC) AS place
                  FROM request
                  WHERE account = ? AND started_ms >= ? AND (? IS NULL OR model = ?)
                    AND outcome = ? AND token_basis = ? AND output_tps > 0)
                ON id = latest WHERE place <= ?""")) {
            Sql.bind(query, account, since.toEpochMilli(), model, model, word(Outcome.COMPLETE),
                    word(TokenBasis.USAGE), MOST);
            var found = new HashMap<String, Runs>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    if (!Checksum.believable(LedgerRow.TABLE, rows)) {
                        continue;
                    }
                    var runs = found.computeIfAbsent(rows.getString("model"), _ -> new Runs());
                    runs.last = Math.max(runs.last, rows.getLong("started_ms"));
                    runs.tps.add(rows.getDouble("output_tps"));
                    double ttft = rows.getLong("ttft_us") / 1_000.0;
                    if (!rows.wasNull()) {
                        runs.ttftMs.add(ttft);
                    }
                }
            }
            var measured = new HashMap<String, Measured>();
            found.forEach((id, runs) -> measured.put(id, runs.measured()));
            return measured;
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static final class Runs {
        private final List<Double> ttftMs = new ArrayList<>();
        private final List<Double> tps = new ArrayList<>();
        private long last;

        Measured measured() {
            return new Measured(tps.size(), median(ttftMs), median(tps), Instant.ofEpochMilli(last));
        }

        private static Double median(List<Double> values) {
            if (values.isEmpty()) {
                return null;
            }
            values.sort(null);
            int middle = values.size() / 2;
            return values.size() % 2 == 1
                    ? values.get(middle)
                    : Double.valueOf((values.get(middle - 1) + values.get(middle)) / 2);
        }
    }
}

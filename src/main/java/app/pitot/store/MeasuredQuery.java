package app.pitot.store;

import app.pitot.api.Outcome;
import app.pitot.catalogue.ModelEntry.Measured;
import app.pitot.speed.TokenBasis;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
                    if (Checksum.believable(LedgerRow.TABLE, rows)) {
                        add(RowValues.of(rows), found);
                    }
                }
            }
            addOld(connection, account, model, since, found);
            var measured = new HashMap<String, Measured>();
            found.forEach((id, runs) -> measured.put(id, runs.measured()));
            return measured;
        }
    }

    /** For models of which there are not enough. */
    private static void addOld(Connection connection, String account, String model, Instant since,
            Map<String, Runs> found) throws SQLException {
        OldDays.Wanted lacking = models -> models.stream().anyMatch(each -> isWanted(found, each));
        OldDays.of(connection, account, model).read(since.toEpochMilli(), Long.MAX_VALUE, lacking, (row, _) -> {
            var tps = row.real("output_tps");
            if (account.equals(row.text("account")) && (model == null || model.equals(row.text("model")))
                    && isWanted(found, row.text("model")) && word(Outcome.COMPLETE).equals(row.text("outcome"))
                    && word(TokenBasis.USAGE).equals(row.text("token_basis")) && tps != null && tps > 0) {
                add(row, found);
            }
            return true;
        });
    }

    private static boolean isWanted(Map<String, Runs> found, String model) {
        return !found.containsKey(model) || found.get(model).tps.size() < MOST;
    }

    private static void add(RowValues row, Map<String, Runs> found) throws SQLException {
        var runs = found.computeIfAbsent(row.text("model"), _ -> new Runs());
        // One that is just being archived is in both places.
        if (runs.ids.add(row.text("id"))) {
            runs.last = Math.max(runs.last, row.number("started_ms"));
            runs.tps.add(row.real("output_tps"));
            if (row.whole("ttft_us") != null) {
                runs.ttftMs.add(row.number("ttft_us") / 1_000.0);
            }
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static final class Runs {
        private final List<Double> ttftMs = new ArrayList<>();
        private final List<Double> tps = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
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

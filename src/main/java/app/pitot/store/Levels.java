package app.pitot.store;

import app.pitot.exchange.ExchangeResult;
import app.pitot.provider.Catalogue;
import app.pitot.quota.KeptLevel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where windows stood after the newest reply of each account and model. */
final class Levels {
    private static final CheckedTable TABLE = new CheckedTable("level", "id", "account", "model", "at_ms", "windows");

    private Levels() {}

    /** Keeps those of a reply that had ended at {@code endedMs}, unless newer ones are there. A simulator forgets its own. */
    static void keep(Connection connection, ExchangeResult result, long endedMs) throws SQLException {
        var account = result.spec().account();
        if (result.quota() == null || result.quota().windows().isEmpty() || result.reservation() == null
                || account.provider().id().equals(Catalogue.SIMULATOR)) {
            return;
        }
        var id = account.id() + "\n" + result.spec().model().id();
        var newer = TABLE.find(connection, "WHERE id = ?", (row, good) -> good && row.getLong("at_ms") > endedMs, id);
        if (!newer.contains(true)) {
            TABLE.put(connection, true, id, account.id(), result.spec().model().id(), endedMs,
                    LevelsJson.write(result.quota().windows()));
        }
    }

    /** The newest of each window of an account, of models as {@link PastUseQuery} chooses them. */
    static List<KeptLevel> of(Connection connection, String account, String model) throws SQLException {
        var newest = new HashMap<List<Object>, KeptLevel>();
        for (var row : TABLE.find(connection, "WHERE account = ? ORDER BY at_ms", Levels::row, account)) {
            if (matches(model, row.getKey())) {
                row.getValue().forEach(
                        level -> newest.put(List.of(level.state().metric(), level.state().period()), level));
            }
        }
        return List.copyOf(newest.values());
    }

    private static Map.Entry<String, List<KeptLevel>> row(ResultSet row, boolean good) throws SQLException {
        var at = Instant.ofEpochMilli(row.getLong("at_ms"));
        var levels = new ArrayList<KeptLevel>();
        if (good) {
            LevelsJson.read(row.getString("windows")).forEach(state -> levels.add(new KeptLevel(at, state)));
        }
        return Map.entry(Stored.there(row, "model"), levels);
    }

    private static boolean matches(String wanted, String model) {
        return wanted == null || wanted.equals(model) || wanted.startsWith(":") && model.endsWith(wanted);
    }
}

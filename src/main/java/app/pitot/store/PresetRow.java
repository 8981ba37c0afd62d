package app.pitot.store;

import app.pitot.history.Preset;
import app.pitot.history.json.SetupJson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** One row of {@code preset}. A damaged one is left out: it holds nothing that can be shown as doubtful. */
record PresetRow(String name, String setup) {
    private static final CheckedTable TABLE = new CheckedTable("preset", "name", "setup");

    static List<Preset> all(Connection connection) throws SQLException {
        return find(connection, "ORDER BY name").stream()
                .map(row -> new Preset(row.name(), SetupJson.read(Stored.json(row.setup())))).toList();
    }

    /** Null if there is none that is good. */
    static PresetRow byName(Connection connection, String name) throws SQLException {
        var found = find(connection, "WHERE name = ?", Stored.text(name));
        return found.isEmpty() ? null : found.getFirst();
    }

    void write(Connection connection) throws SQLException {
        TABLE.put(connection, true, name, setup);
    }

    private static List<PresetRow> find(Connection connection, String where, Object... parameters)
            throws SQLException {
        return TABLE.find(connection, where, PresetRow::read, parameters).stream().filter(row -> row != null).toList();
    }

    private static PresetRow read(ResultSet rows, boolean good) throws SQLException {
        return good ? new PresetRow(rows.getString("name"), rows.getString("setup")) : null;
    }
}

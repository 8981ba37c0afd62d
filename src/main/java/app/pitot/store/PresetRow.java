package app.pitot.store;

import app.pitot.history.Preset;
import app.pitot.history.json.SetupJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One row of {@code preset}. A damaged one is left out: it holds nothing that can be shown as doubtful. */
record PresetRow(String name, String setup) {
    static List<Preset> all(Connection connection) throws SQLException {
        return find(connection, "ORDER BY name").stream()
                .map(row -> new Preset(row.name(), SetupJson.read(Stored.json(row.setup())))).toList();
    }

    /** Null if there is none that is good. */
    static PresetRow byName(Connection connection, String name) throws SQLException {
        var found = find(connection, "WHERE name = ?", Stored.text(name));
        return found.isEmpty() ? null : found.getFirst();
    }

    private static List<PresetRow> find(Connection connection, String where, Object... parameters)
            throws SQLException {
        try (var select = connection.prepareStatement("SELECT name, setup, checksum FROM preset " + where)) {
            Sql.bind(select, parameters);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<PresetRow>();
                while (rows.next()) {
                    var row = new PresetRow(rows.getString(1), rows.getString(2));
                    if (RowSum.of(row.name, row.setup) == rows.getLong(3)) {
                        found.add(row);
                    }
                }
                return found;
            }
        }
    }
}

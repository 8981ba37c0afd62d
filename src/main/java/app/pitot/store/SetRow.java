package app.pitot.store;

import app.pitot.base.Texts;
import app.pitot.compare.SavedSet;
import app.pitot.compare.json.ComparisonJson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The table {@code saved_set}. */
final class SetRow {
    private static final CheckedTable TABLE = new CheckedTable("saved_set", "id", "name", "setup", "changed_us");

    private SetRow() {}

    static List<SavedSet> all(Connection connection) throws SQLException {
        return ComparisonRow.there(connection) ? TABLE.find(connection, "ORDER BY name", SetRow::read) : List.of();
    }

    static void write(Connection connection, SavedSet set) throws SQLException {
        TABLE.put(connection, true, Stored.text(set.id()), Stored.text(set.name()),
                Stored.json(ComparisonJson.setup(set.setup())), Stored.micros(set.changedAt()));
    }

    static void remove(Connection connection, String id) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM saved_set WHERE id = ?")) {
            Sql.bind(delete, Stored.text(id));
            delete.executeUpdate();
        }
    }

    /** What is damaged says so in its name: it may hold a prompt that stands nowhere else. */
    private static SavedSet read(ResultSet row, boolean good) throws SQLException {
        var name = Stored.there(row, "name");
        return new SavedSet(Stored.there(row, "id"), good ? name : Texts.get("compare.kept.damaged", name),
                ComparisonJson.setup(Stored.json(row.getString("setup"))), Stored.instant(row.getLong("changed_us")));
    }
}

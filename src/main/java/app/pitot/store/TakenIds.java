package app.pitot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which ids stand for something already. */
final class TakenIds {
    private TakenIds() {}

    static Set<String> of(Connection connection, Collection<String> ids) throws SQLException {
        var found = new HashSet<String>();
        try (var select = connection.prepareStatement("""
                SELECT EXISTS (SELECT 1 FROM conversation WHERE id = ?1)
                  OR EXISTS (SELECT 1 FROM message WHERE id = ?1)""")) {
            for (var id : ids) {
                select.setString(1, Stored.text(id));
                try (var rows = select.executeQuery()) {
                    if (rows.getBoolean(1)) {
                        found.add(id);
                    }
                }
            }
        }
        return found;
    }
}

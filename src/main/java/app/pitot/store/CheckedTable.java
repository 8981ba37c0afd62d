package app.pitot.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A table whose rows are written with their checksum and read with a look at it. */
final class CheckedTable {
    private final String name;
    private final List<String> columns;
    private final String insert;

    /** @param columns all but the checksum; the first is the key */
    CheckedTable(String name, String... columns) {
        this.name = name;
        this.columns = List.of(columns);
        this.insert = " INTO " + name + " (" + String.join(", ", columns) + ", " + Checksum.COLUMN + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.length + 1, "?")) + ")";
    }

    /** How many columns there are but the checksum. */
    int width() {
        return columns.size();
    }

    /** Makes one of what a row has. */
    interface Reader<T> {
        /** @param good false if the row is not what was written */
        T read(ResultSet row, boolean good) throws SQLException;
    }

    /** @param where the rest of the statement, with as many parameters as {@code parameters} */
    <T> List<T> find(Connection connection, String where, Reader<T> reader, Object... parameters)
            throws SQLException {
        try (var select = connection.prepareStatement("SELECT * FROM " + name + " " + where)) {
            Sql.bind(select, parameters);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reader.read(rows, Checksum.good(name, rows)));
                }
                return found;
            }
        }
    }

    /**
     * Takes the place of the row with the same key, if there is one.
     *
     * @param good false for what was read damaged: it must not be good when it is written again
     */
    void put(Connection connection, boolean good, Object... values) throws SQLException {
        write(connection, "INSERT OR REPLACE", good, values);
    }

    /** Leaves the row with the same key alone, if there is one. */
    void add(Connection connection, Object... values) throws SQLException {
        write(connection, "INSERT OR IGNORE", true, values);
    }

    private void write(Connection connection, String how, boolean good, Object... values) throws SQLException {
        var all = Arrays.copyOf(values, values.length + 1);
        long sum = Checksum.of(name, columns, values);
        all[values.length] = good ? sum : sum ^ 1;
        try (var statement = connection.prepareStatement(how + insert)) {
            Sql.bind(statement, all);
            statement.executeUpdate();
        }
    }
}

package app.pitot.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** Small helpers over JDBC. */
final class Sql {
    private Sql() {}

    /** Opens a file for reading and writing, whatever characters are in its path; makes it if it is not there. */
    static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
    }

    /**
     * Opens a file that nothing is to change.
     *
     * @param alone true if nobody else has it open, so that SQLite needs no side files
     */
    static Connection openToRead(Path file, boolean alone) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file.toUri() + (alone ? "?immutable=1" : "?mode=ro"));
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row. */
    static int number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    /** The first column of all rows. */
    static List<String> texts(Connection connection, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** The tables that hold rows of ours, those of the full-text index apart. */
    static List<String> tables(Connection connection) throws SQLException {
        return texts(connection, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                + " AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name");
    }

    /** A name of a table or column as it stands in a statement. */
    static String name(String raw) {
        return '"' + raw.replace("\"", "\"\"") + '"';
    }

    /** Undoes an open transaction after {@code cause}, which keeps whatever goes wrong here. */
    static void rollBack(Connection connection, SQLException cause) {
        try {
            run(connection, "ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Sets parameters from 1 on; null, String, Integer, Long, Double, Boolean and byte[]. */
    static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case String text -> statement.setString(i + 1, text);
                case Integer number -> statement.setInt(i + 1, number);
                case Long number -> statement.setLong(i + 1, number);
                case Double number -> statement.setDouble(i + 1, number);
                case Boolean flag -> statement.setInt(i + 1, flag ? 1 : 0);
                case byte[] blob -> statement.setBytes(i + 1, blob);
                default -> throw new IllegalArgumentException(values[i].getClass().getName());
            }
        }
    }
}

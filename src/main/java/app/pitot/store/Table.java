package app.pitot.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as rows are brought back into it.
 *
 * @param columns in the order in which rows store them
 * @param number the column that is the row's number, or -1
 * @param numbered false if its rows have no numbers at all
 * @param summed true if its rows have checksums
 */
record Table(String name, List<String> columns, int number, boolean numbered, boolean summed) {
    static List<Table> all(Connection connection) throws SQLException {
        var found = new ArrayList<Table>();
        for (var name : Sql.tables(connection)) {
            found.add(of(connection, name));
        }
        return found;
    }

    private static Table of(Connection connection, String name) throws SQLException {
        var columns = new ArrayList<String>();
        int number = -1;
        int keys = 0;
        try (var query = connection.prepareStatement("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    if (rows.getInt(3) > 0) {
                        keys++;
                        number = "INTEGER".equalsIgnoreCase(rows.getString(2)) ? columns.size() : number;
                    }
                    columns.add(rows.getString(1));
                }
            }
        }
        boolean numbered = Sql.texts(connection, "SELECT name FROM pragma_table_list WHERE wr = 1").stream()
                .noneMatch(name::equals);
        return new Table(name, List.copyOf(columns), numbered && keys == 1 ? number : -1, numbered,
                columns.contains(Checksum.COLUMN));
    }

    /** The row's number first, then all columns. */
    String select() {
        return "SELECT " + (numbered ? "rowid" : "0") + " AS \"\", * FROM " + Sql.name(name);
    }

    /** As rows lie in the file, or backwards. */
    String order(String direction) {
        return numbered
                ? "rowid " + direction
                : String.join(", ", columns.stream().map(each -> Sql.name(each) + " " + direction).toList());
    }

    /** True if rows have a number that is in no column. */
    boolean hidden() {
        return numbered && number < 0;
    }

    /** Takes {@link #bind}'s values; does nothing where such a row is already, or where it cannot be one. */
    PreparedStatement insert(Connection into, boolean sameNumber) throws SQLException {
        boolean extra = sameNumber && hidden();
        var names = new ArrayList<>(columns.stream().map(Sql::name).toList());
        if (extra) {
            names.addFirst("rowid");
        }
        return into.prepareStatement("INSERT OR IGNORE INTO " + Sql.name(name) + " (" + String.join(", ", names)
                + ") VALUES (" + String.join(", ", names.stream().map(_ -> "?").toList()) + ")");
    }

    void bind(PreparedStatement insert, boolean sameNumber, long rowid, List<Object> values) throws SQLException {
        var all = new ArrayList<>(values);
        if (sameNumber && hidden()) {
            all.addFirst(rowid);
        }
        Sql.bind(insert, all.toArray());
    }

    /** The values of a row found outside of any table, if it is one of this table and good; else null. */
    List<Object> recognise(long rowid, List<Object> found) {
        int at = columns.indexOf(Checksum.COLUMN);
        if (at < 0 || !numbered || found.size() > columns.size() || found.size() <= at
                || !(found.get(at) instanceof Long checksum)) {
            return null;
        }
        var values = new ArrayList<>(found);
        while (values.size() < columns.size()) {
            // Columns that came later are missing in older rows.
            values.add(null);
        }
        if (number >= 0 && values.get(number) == null) {
            values.set(number, rowid);
        }
        return checksum == Checksum.of(name, columns, values.toArray()) ? values : null;
    }
}

package app.pitot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The row on which a result stands, read once, with a look at its checksum. Not thread-safe. */
final class TableRow implements RowValues {
    private final ResultSet rows;
    private final RowCheck check;
    private final Map<String, Integer> places = new HashMap<>();
    private Object[] values;

    /** @param rows with all columns of {@code table} under their own names */
    TableRow(String table, ResultSet rows) throws SQLException {
        this.rows = rows;
        this.check = new RowCheck(table, rows);
        var columns = rows.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            places.put(columns.getColumnLabel(i), i);
        }
    }

    /** Moves to the next row; false if there is none. */
    boolean next() throws SQLException {
        boolean there = rows.next();
        values = there ? check.values() : null;
        return there;
    }

    @Override
    public Object get(String column) {
        var place = places.get(column);
        return place == null ? null : RowValues.plain(values[place]);
    }

    /** False if the row is not what was written; true where rows have no checksums yet. */
    boolean believable() {
        return check.believable(values);
    }
}

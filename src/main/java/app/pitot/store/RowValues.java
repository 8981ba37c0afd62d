package app.pitot.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What a row holds, by the names of its columns, whether it stands in a table or in a sheet of the archive. */
@FunctionalInterface
interface RowValues {
    /** Null, Long, Double, String or byte[]. */
    Object get(String column) throws SQLException;

    /** Of the row that {@code row} stands on, until it moves on. */
    static RowValues of(ResultSet row) {
        return column -> plain(row.getObject(column));
    }

    /** As the driver gives it, but whole numbers always as Long. */
    static Object plain(Object value) {
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }

    /** Null for what is no number. */
    default Long whole(String column) throws SQLException {
        return get(column) instanceof Number number ? Long.valueOf(number.longValue()) : null;
    }

    /** 0 for what is no number. */
    default long number(String column) throws SQLException {
        return get(column) instanceof Number number ? number.longValue() : 0;
    }

    /** Null for what is no number. */
    default Double real(String column) throws SQLException {
        return get(column) instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    }

    /** A damaged row may lack what the schema says is always there: then an empty text. */
    default String there(String column) throws SQLException {
        var found = text(column);
        return found == null ? "" : found;
    }

    /** Null for what is no text. */
    default String text(String column) throws SQLException {
        return get(column) instanceof String text ? text : null;
    }
}

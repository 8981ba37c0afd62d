package app.pitot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads rows of sums as they are, without taking their spreads apart. Not thread-safe. */
final class UseRows {
    private final RowCheck check;
    private final Map<UseKey, UseKey> keys;
    private final int at;
    private final int account;
    private final int model;
    private final int provider;
    private final int limitedBy;
    private final int ttft;
    private final int speed;
    private final int[] counts = new int[Count.number()];
    private Object[] values;

    /**
     * @param rows with all columns of {@code table}
     * @param keys so that there is one of each
     */
    UseRows(String table, ResultSet rows, Map<UseKey, UseKey> keys) throws SQLException {
        this.check = new RowCheck(table, rows);
        this.keys = keys;
        var places = new HashMap<String, Integer>();
        var columns = rows.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            places.put(columns.getColumnLabel(i), i);
        }
        at = places.get("at_ms");
        account = places.get("account");
        model = places.get("model");
        provider = places.get("provider");
        limitedBy = places.get("limited_by");
        ttft = places.get("ttft");
        speed = places.get("speed");
        for (var count : Count.values()) {
            counts[count.ordinal()] = places.get(count.column());
        }
    }

    /** Reads the row on which the result stands; false if it is not what was written. */
    boolean read() throws SQLException {
        values = check.values();
        return check.good(values);
    }

    /** Where the stretch of the row that was read begins. */
    long at() {
        return number(at);
    }

    /** What the row that was read, a good one, says. */
    Use use() {
        var key = keys.computeIfAbsent(
                new UseKey((String) values[provider], (String) values[account], (String) values[model]), each -> each);
        var counted = new long[counts.length];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = number(counts[i]);
        }
        return new Use(key, counted, LimitedBy.read((String) values[limitedBy]), (byte[]) values[ttft],
                (byte[]) values[speed]);
    }

    private long number(int column) {
        return ((Number) values[column]).longValue();
    }
}

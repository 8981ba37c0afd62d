package app.pitot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is known of the days of UTC: how many requests each has, and its hours where all of them are there and good. Of one
 * snapshot of the database; not thread-safe.
 */
final class UsageDays {
    static final long HOUR = 3_600_000;
    static final long DAY = 24 * HOUR;

    private final Connection connection;
    private final SlotCache cache;
    private final Map<UseKey, UseKey> keys = new HashMap<>();
    private final TreeMap<Long, Long> rows = new TreeMap<>();

    /** @param until exclusive */
    UsageDays(Connection connection, SlotCache cache, long from, long until) throws SQLException {
        this.connection = connection;
        this.cache = cache;
        try (var select = connection.prepareStatement("SELECT at_ms, sum(requests + damaged) FROM usage_day"
                + " WHERE at_ms >= ? AND at_ms < ? GROUP BY at_ms")) {
            Sql.bind(select, begin(from), until);
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    rows.put(found.getLong(1), found.getLong(2));
                }
            }
        }
    }

    /**
     * The sums of a day's hours.
     *
     * @param known false if some are missing or damaged
     */
    record Hours(boolean known, NavigableMap<Long, List<Use>> uses) {
        private static final Hours UNKNOWN = new Hours(false, new TreeMap<>());
    }

    static long begin(long ms) {
        return Math.floorDiv(ms, DAY) * DAY;
    }

    /** Days with requests and how many rows of the ledger they have. */
    NavigableMap<Long, Long> rows() {
        return rows;
    }

    /** How many rows each day that meets a stretch has: if this has not changed, neither have they. */
    List<Long> version(long from, long until) {
        var version = new ArrayList<Long>();
        for (long day = begin(from); day < until; day += DAY) {
            version.add(rows.getOrDefault(day, 0L));
        }
        return version;
    }

    /**
     * Where hours begin to be kept; what is before is known by days alone.
     *
     * @return where a day of UTC begins; {@code MIN_VALUE} if there is nothing before
     */
    long hoursFrom() throws SQLException {
        if (rows.isEmpty()) {
            return Long.MIN_VALUE;
        }
        long first;
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT min(at_ms) FROM usage_hour")) {
            first = begin(found.getLong(1));
            if (found.wasNull()) {
                return rows.lastKey() + DAY;
            }
        }
        long from = first < rows.firstKey() || hours(first).known() || missingInMiddle(first) ? first : first + DAY;
        return rows.firstKey() < from ? from : Long.MIN_VALUE;
    }

    /** True if it is not for their age that hours of the first day are unknown. */
    private boolean missingInMiddle(long first) {
        return rows.headMap(first).isEmpty();
    }

    Hours hours(long day) throws SQLException {
        return cache.hours(day, rows.getOrDefault(day, 0L), () -> load(day));
    }

    private Hours load(long day) throws SQLException {
        var uses = new TreeMap<Long, List<Use>>();
        long counted = 0;
        try (var select = connection.prepareStatement(
                "SELECT * FROM usage_hour WHERE at_ms >= ? AND at_ms < ? ORDER BY at_ms, account, model")) {
            Sql.bind(select, day, day + DAY);
            try (var found = select.executeQuery()) {
                var reader = new UseRows("usage_hour", found, keys);
                while (found.next()) {
                    if (!reader.read()) {
                        return Hours.UNKNOWN;
                    }
                    var use = reader.use();
                    counted += use.rows();
                    uses.computeIfAbsent(reader.at(), _ -> new ArrayList<>()).add(use);
                }
            }
        }
        return counted == rows.getOrDefault(day, 0L) ? new Hours(true, uses) : Hours.UNKNOWN;
    }

    /** A whole day of UTC by its own sums; null if one is damaged. */
    List<Use> day(long day) throws SQLException {
        try (var select = connection.prepareStatement("SELECT * FROM usage_day WHERE at_ms = ?")) {
            Sql.bind(select, day);
            try (var found = select.executeQuery()) {
                var uses = new ArrayList<Use>();
                var reader = new UseRows("usage_day", found, keys);
                while (found.next()) {
                    if (!reader.read()) {
                        return null;
                    }
                    uses.add(reader.use());
                }
                return uses;
            }
        }
    }

    /** The one of its kind. */
    UseKey key(UseKey key) {
        return keys.computeIfAbsent(key, each -> each);
    }
}

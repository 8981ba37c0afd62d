package app.pitot.store;

import app.pitot.usage.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Sums up hours and days of a zone: from the hours of UTC where these are good, else request by request. Not thread-safe. */
final class SlotReader {
    private static final long HOUR = UsageDays.HOUR;

    private final Connection connection;
    private final UsageDays days;
    private final SlotClock clock;
    private final WeekClock week;
    private long lost;

    SlotReader(Connection connection, UsageDays days, Step step, ZoneId zone) {
        this.connection = connection;
        this.days = days;
        this.clock = new SlotClock(step, zone);
        this.week = new WeekClock(zone);
    }

    /**
     * The hours or days in a stretch, of which the first and the last are perhaps not whole; those without requests left out.
     *
     * @param floor none is said to begin before it
     */
    List<SlotUse> read(long from, long until, long floor) throws SQLException {
        var slots = new ArrayList<SlotUse>();
        for (long at = from; at < until;) {
            long end = Math.min(until, clock.until(at));
            var sums = new SlotSums(Math.max(clock.from(at), floor), clock.until(at), week);
            add(at, end, sums);
            var slot = sums.done();
            if (!slot.parts().isEmpty()) {
                slots.add(slot);
            }
            at = end;
        }
        return slots;
    }

    /** A whole day of UTC as a slot of its own. */
    SlotUse utcDay(long day) throws SQLException {
        var sums = new SlotSums(day, day + UsageDays.DAY, week);
        var uses = days.day(day);
        if (uses == null) {
            rows(day, day + UsageDays.DAY, sums);
        } else {
            uses.forEach(use -> sums.add(-1, use));
        }
        return sums.done();
    }

    /** The part of a day of UTC whose hours are not kept. */
    SlotUse rest(long from, long until) throws SQLException {
        var sums = new SlotSums(from, until, week);
        rows(from, until, sums);
        return sums.done();
    }

    private void add(long from, long until, SlotSums into) throws SQLException {
        for (long at = from; at < until;) {
            long day = UsageDays.begin(at);
            long end = Math.min(until, day + UsageDays.DAY);
            if (days.rows().getOrDefault(day, 0L) > 0) {
                var hours = days.hours(day);
                if (hours.known()) {
                    hours(hours, at, end, into);
                } else {
                    rows(at, end, into);
                }
            }
            at = end;
        }
    }

    private void hours(UsageDays.Hours hours, long from, long until, SlotSums into) throws SQLException {
        for (var each : hours.uses().subMap(Math.floorDiv(from, HOUR) * HOUR, true, until, false).entrySet()) {
            long at = each.getKey();
            if (at >= from && at + HOUR <= until || whole(at, from, until)) {
                // In a zone off the hour, where most of the hour is, of what lies in the stretch.
                long when = Math.clamp(at + HOUR / 2, from, until - 1);
                each.getValue().forEach(use -> into.add(when, use));
            } else {
                rows(Math.max(at, from), Math.min(at + HOUR, until), into);
            }
        }
    }

    /** True if all of the hour's requests are in the stretch, though the hour is not. */
    private boolean whole(long hour, long from, long until) throws SQLException {
        return !any(hour, Math.min(hour + HOUR, from)) && !any(Math.max(hour, until), hour + HOUR);
    }

    /** True if a request began then. */
    boolean any(long from, long until) throws SQLException {
        if (from >= until) {
            return false;
        }
        try (var select = connection
                .prepareStatement("SELECT 1 FROM request WHERE started_ms >= ? AND started_ms < ? LIMIT 1")) {
            Sql.bind(select, from, until);
            try (var found = select.executeQuery()) {
                if (found.next()) {
                    return true;
                }
            }
        }
        return Archive.count(connection, from, until, false) > 0;
    }

    private void rows(long from, long until, SlotSums into) throws SQLException {
        LedgerRows.read(connection, new LedgerRows.Range(from, until, false), "ended_ms IS NOT NULL", List.of(),
                new LedgerRows.Sink() {
                    @Override
                    public boolean row(RowValues row, boolean good) throws SQLException {
                        into.add(days.key(UseKey.of(row)), row, good);
                        return true;
                    }

                    @Override
                    public void lost(int requests) {
                        lost += requests;
                    }
                });
    }

    /** Requests that were asked for and are in sheets of the archive that are not what was written. */
    long lost() {
        return lost;
    }
}

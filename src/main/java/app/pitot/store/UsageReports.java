package app.pitot.store;

import app.pitot.usage.Step;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Answers what is asked about past requests. Safe from any thread. */
final class UsageReports {
    private final SlotCache cache = new SlotCache();

    UsageReport run(Connection connection, UsageQuery query) throws SQLException {
        return RollUps.asked(connection) ? new Run(connection, query).run() : RawReport.run(connection, query);
    }

    /** One report. */
    private final class Run {
        private final Connection connection;
        private final UsageQuery query;
        private final ReportBuilder builder;
        private final SlotLens lens;
        private final UsageDays days;
        private final SlotReader reader;
        private final long from;
        private final long until;

        Run(Connection connection, UsageQuery query) throws SQLException {
            this.connection = connection;
            this.query = query;
            this.builder = new ReportBuilder(query);
            this.lens = SlotLens.of(query);
            this.from = Stored.millis(query.from());
            this.until = Stored.millis(query.until());
            this.days = new UsageDays(connection, cache, from - UsageDays.DAY, until + UsageDays.DAY);
            this.reader = new SlotReader(connection, days, query.step(), query.zone());
        }

        UsageReport run() throws SQLException {
            var notes = new UsageNotes(connection, query);
            if (!days.rows().isEmpty()) {
                long first = Math.max(from, days.rows().firstKey());
                long last = Math.min(until, days.rows().lastKey() + UsageDays.DAY);
                long hoursFrom = Math.min(days.hoursFrom(), last);
                if (hoursFrom > first && first < last) {
                    utcDays(first, hoursFrom);
                    notes.utcDays(hoursFrom);
                }
                localDays(Math.max(first, hoursFrom), last, hoursFrom);
            }
            return builder.build(notes.all(builder, reader.lost()), notes.oldest());
        }

        private void utcDays(long first, long last) throws SQLException {
            for (long day : days.rows().subMap(UsageDays.begin(first), last).keySet()) {
                long end = day + UsageDays.DAY;
                if (day >= first && end <= last) {
                    cache.get(new SlotCache.Day(null, Step.DAY, day), days.version(day, end), lens,
                            () -> List.of(reader.utcDay(day))).forEach(builder::add);
                } else {
                    builder.add(lens.view(reader.rest(Math.max(day, first), Math.min(end, last))));
                }
            }
        }

        private void localDays(long first, long last, long floor) throws SQLException {
            var clock = new SlotClock(Step.DAY, query.zone());
            for (long at = first; at < last;) {
                long begin = clock.from(at);
                long end = clock.until(at);
                var next = days.rows().ceilingKey(UsageDays.begin(begin));
                if (next == null) {
                    return;
                }
                if (next < end) {
                    day(begin, end, floor).forEach(builder::add);
                }
                at = Math.max(end, next);
            }
        }

        private List<SlotView> day(long begin, long end, long floor) throws SQLException {
            if (begin >= floor && !reader.any(begin, from) && !reader.any(until, end)) {
                return cache.get(new SlotCache.Day(query.zone(), query.step(), begin), days.version(begin, end), lens,
                        () -> reader.read(begin, end, begin));
            }
            return reader.read(Math.max(Math.max(begin, from), floor), Math.min(end, until), floor).stream()
                    .map(lens::view).toList();
        }
    }
}

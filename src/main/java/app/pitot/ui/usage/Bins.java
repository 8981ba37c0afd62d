package app.pitot.ui.usage;

import app.pitot.usage.Step;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Key;
import app.pitot.usage.UsageReport.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The slots of a report on an axis without gaps: those in which nothing happened too.
 *
 * @param list in the order of time, at least one
 * @param days that each of them is long: several where there are too many to be told apart; 0 if they are hours
 */
record Bins(List<Bin> list, int days, ZoneId zone) {
    private static final int MOST = 400;
    private static final int[] LENGTHS = {1, 7, 28, 91, 364, 3_640};

    /** @param until exclusive */
    record Bin(Instant from, Instant until, Totals total, Map<Key, Totals> groups) {
        boolean quiet() {
            return total.requests() == 0;
        }
    }

    Bins {
        list = List.copyOf(list);
    }

    static Bins of(UsageReport report) {
        var query = report.query();
        var first = report.slots().isEmpty() ? null : report.slots().getFirst().from();
        var from = !query.from().equals(Instant.EPOCH)
                ? query.from()
                : first == null || first.isAfter(query.until()) ? query.until().minus(Duration.ofHours(1)) : first;
        var edges = new ArrayList<Instant>();
        int days = 0;
        if (query.step() == Step.HOUR) {
            for (var at = from; at.isBefore(query.until()); at = at.plus(Duration.ofHours(1))) {
                edges.add(at);
            }
        } else {
            var day = from.atZone(query.zone()).toLocalDate();
            var end = query.until().minusNanos(1).atZone(query.zone()).toLocalDate().plusDays(1);
            days = length(ChronoUnit.DAYS.between(day, end));
            for (; day.isBefore(end); day = day.plusDays(days)) {
                edges.add(day.atStartOfDay(query.zone()).toInstant());
            }
        }
        return new Bins(filled(edges, query.until(), report.slots()), days, query.zone());
    }

    private static int length(long days) {
        for (int each : LENGTHS) {
            if (days <= (long) MOST * each) {
                return each;
            }
        }
        return LENGTHS[LENGTHS.length - 1];
    }

    private static List<Bin> filled(List<Instant> edges, Instant until, List<Slot> slots) {
        var bins = new ArrayList<Bin>();
        int next = 0;
        for (int i = 0; i < edges.size(); i++) {
            boolean last = i + 1 == edges.size();
            var end = last ? until : edges.get(i + 1);
            var total = Totals.NOTHING;
            var groups = new HashMap<Key, Totals>();
            // Slots of days as UTC has them may begin before the axis or end after it: nothing of them is lost.
            for (; next < slots.size() && (last || slots.get(next).from().isBefore(end)); next++) {
                total = Sums.of(total, slots.get(next).total());
                slots.get(next).groups().forEach((key, totals) -> groups.merge(key, totals, Sums::of));
            }
            bins.add(new Bin(edges.get(i), end, total, groups));
        }
        return bins;
    }

    int size() {
        return list.size();
    }

    Bin get(int index) {
        return list.get(index);
    }

    /** Index of the one that holds {@code at}; -1 if none does. */
    int at(Instant at) {
        for (int i = 0; at != null && i < list.size(); i++) {
            if (!at.isBefore(list.get(i).from()) && at.isBefore(list.get(i).until())) {
                return i;
            }
        }
        return -1;
    }

    /** Its first day. */
    LocalDate day(int index) {
        return list.get(index).from().atZone(zone).toLocalDate();
    }
}

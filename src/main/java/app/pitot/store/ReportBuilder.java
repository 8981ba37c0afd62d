package app.pitot.store;

import app.pitot.provider.Catalogue;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Group;
import app.pitot.usage.UsageReport.Key;
import app.pitot.usage.UsageReport.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts an answer together. Not thread-safe. */
final class ReportBuilder {
    private final UsageQuery query;
    private final TreeMap<Long, Part> parts = new TreeMap<>();
    private final HeatMap heat;
    private final long[] counts = new long[Count.number()];

    ReportBuilder(UsageQuery query) {
        this.query = query;
        this.heat = new HeatMap(query.zone());
    }

    /** One hour or day. */
    private record Part(long until, Map<Key, Sums> sums) {}

    HeatMap heat() {
        return heat;
    }

    /** True if the query asks for these. */
    boolean asks(UseKey key) {
        return (query.accounts().isEmpty() || query.accounts().contains(key.account()))
                && (query.models().isEmpty() || query.models().contains(key.model()))
                && (query.simulated() || !Catalogue.SIMULATOR.equals(key.provider()));
    }

    /** The sums of whatever {@code key} belongs to in the hour or day from {@code from} on, to add to. */
    Sums sums(long from, long until, UseKey key) {
        return parts.computeIfAbsent(from, _ -> new Part(until, new HashMap<>())).sums()
                .computeIfAbsent(key.by(query.by()), _ -> Sums.none(key.provider()));
    }

    /** Adds what the query asks for. */
    void add(SlotUse slot) {
        for (var part : slot.parts()) {
            var use = part.use();
            if (asks(use.key())) {
                count(Count.DAMAGED, use.counted(Count.DAMAGED));
                count(Count.JUMPS, use.counted(Count.JUMPS));
                if (use.counted(Count.REQUESTS) > 0) {
                    sums(slot.from(), slot.until(), use.key()).add(use);
                }
                var hours = part.hours();
                for (int i = 0; i < hours.at().length; i++) {
                    heat.addTo(hours.at()[i], hours.requests()[i], hours.tokens()[i]);
                }
            }
        }
    }

    void count(Count what, long more) {
        counts[what.ordinal()] += more;
    }

    /** Of what concerns no figure: DAMAGED and JUMPS. */
    long counted(Count what) {
        return counts[what.ordinal()];
    }

    UsageReport build(List<UsageNote> notes, Instant oldest) {
        var groups = new HashMap<Key, Sums>();
        var slots = new ArrayList<Slot>();
        parts.forEach((from, part) -> {
            var all = Sums.none(null);
            var each = new HashMap<Key, Totals>();
            part.sums().forEach((key, sums) -> {
                all.add(sums);
                groups.computeIfAbsent(key, _ -> Sums.none(key.provider())).add(sums);
                each.put(key, sums.totals());
            });
            slots.add(new Slot(Instant.ofEpochMilli(from), Instant.ofEpochMilli(part.until()), all.totals(), each));
        });
        var total = Sums.none(null);
        groups.values().forEach(total::add);
        return new UsageReport(query, total.totals(), sorted(groups), slots, heat.hours(), notes, oldest);
    }

    private static List<Group> sorted(Map<Key, Sums> groups) {
        var sorted = new ArrayList<Group>();
        groups.forEach((key, sums) -> sorted.add(new Group(key, sums.totals())));
        sorted.sort(Comparator.comparingLong((Group group) -> -group.totals().tokens())
                .thenComparing(group -> group.key().toString()));
        return sorted;
    }
}

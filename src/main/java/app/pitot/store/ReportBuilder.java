package app.pitot.store;

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

/** Puts an answer together, slot by slot in the order of time. Not thread-safe. */
final class ReportBuilder {
    private final UsageQuery query;
    private final Map<Key, Sums> groups = new HashMap<>();
    private final List<Slot> slots = new ArrayList<>();
    private final HeatMap heat = new HeatMap();
    private long damaged;
    private long jumps;

    ReportBuilder(UsageQuery query) {
        this.query = query;
    }

    void add(SlotView view) {
        damaged += view.damaged();
        jumps += view.jumps();
        if (view.slot() != null) {
            slots.add(view.slot());
            view.groups().forEach(
                    each -> groups.computeIfAbsent(each.key(), _ -> Sums.none()).add(each.use()));
            heat.add(view.hours());
        }
    }

    /** Rows that are not what was written. */
    long damaged() {
        return damaged;
    }

    /** Requests that a clock was set under. */
    long jumps() {
        return jumps;
    }

    UsageReport build(List<UsageNote> notes, Instant oldest) {
        var total = Sums.none();
        groups.values().forEach(total::add);
        return new UsageReport(query, total.totals(), sorted(groups), slots, heat.week(), notes, oldest);
    }

    private static List<Group> sorted(Map<Key, Sums> groups) {
        var sorted = new ArrayList<Group>();
        groups.forEach((key, sums) -> sorted.add(new Group(key, sums.totals())));
        sorted.sort(Comparator.comparingLong((Group group) -> -group.totals().tokens())
                .thenComparing(group -> group.key().toString()));
        return sorted;
    }
}

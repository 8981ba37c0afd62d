package app.pitot.store;

import app.pitot.provider.Catalogue;
import app.pitot.store.SlotUse.Hours;
import app.pitot.store.SlotView.Grouped;
import app.pitot.usage.Grouping;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport.Key;
import app.pitot.usage.UsageReport.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Set;

/** What a query tells apart, and what it leaves out. */
record SlotLens(Grouping by, Set<String> accounts, Set<String> models, boolean simulated) {
    static SlotLens of(UsageQuery query) {
        return new SlotLens(query.by(), query.accounts(), query.models(), query.simulated());
    }

    /** True if the query asks for these. */
    boolean asks(UseKey key) {
        return (accounts.isEmpty() || accounts.contains(key.account()))
                && (models.isEmpty() || models.contains(key.model()))
                && (simulated || !Catalogue.SIMULATOR.equals(key.provider()));
    }

    SlotView view(SlotUse slot) {
        var groups = new HashMap<Key, Sums>();
        var heat = new HeatMap();
        long damaged = 0;
        long jumps = 0;
        for (var part : slot.parts()) {
            var use = part.use();
            if (!asks(use.key())) {
                continue;
            }
            damaged += use.counted(Count.DAMAGED);
            jumps += use.counted(Count.JUMPS);
            if (use.counted(Count.REQUESTS) > 0) {
                groups.computeIfAbsent(use.key().by(by), _ -> Sums.none()).add(use);
                heat.add(part.hours());
            }
        }
        var all = Sums.none();
        var each = new HashMap<Key, Totals>();
        var grouped = new ArrayList<Grouped>();
        groups.forEach((key, sums) -> {
            all.add(sums);
            each.put(key, sums.totals());
            grouped.add(new Grouped(key, sums.use(null)));
        });
        return new SlotView(groups.isEmpty()
                ? null
                : new Slot(Instant.ofEpochMilli(slot.from()), Instant.ofEpochMilli(slot.until()), all.totals(), each),
                grouped, heat.hours(), damaged, jumps);
    }
}

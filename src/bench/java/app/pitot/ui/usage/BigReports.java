package app.pitot.ui.usage;

import app.pitot.usage.Quartiles;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Group;
import app.pitot.usage.UsageReport.HourOfWeek;
import app.pitot.usage.UsageReport.Key;
import app.pitot.usage.UsageReport.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Reports of many groups, each of which was used on each day. */
final class BigReports {
    private static final int HOURS = 168;

    private BigReports() {}

    static UsageReport of(UsageQuery query, int groups) {
        var random = new Random(3);
        var slots = new ArrayList<Slot>();
        var sums = new HashMap<Key, Totals>();
        var all = Totals.NOTHING;
        for (var day = query.from().atZone(query.zone()); day.toInstant().isBefore(query.until()); day = day
                .plusDays(1)) {
            var each = new HashMap<Key, Totals>();
            for (int i = 0; i < groups; i++) {
                each.put(new Key("p" + i % 5, "a" + i % 9, "model-with-a-long-name-" + i), totals(random, i));
            }
            each.forEach((key, totals) -> sums.merge(key, totals, Sums::of));
            var sum = each.values().stream().reduce(Totals.NOTHING, Sums::of);
            all = Sums.of(all, sum);
            slots.add(new Slot(day.toInstant(), day.plusDays(1).toInstant(), sum, each));
        }
        var told = sums.entrySet().stream().map(each -> new Group(each.getKey(), each.getValue()))
                .sorted((a, b) -> Long.compare(b.totals().tokens(), a.totals().tokens())).toList();
        var hours = new ArrayList<HourOfWeek>();
        for (int i = 0; i < HOURS; i++) {
            hours.add(new HourOfWeek(i / 24 + 1, i % 24, 1 + random.nextInt(90), 1 + random.nextInt(90_000)));
        }
        return new UsageReport(query, all, told, slots, hours, List.of(), query.from());
    }

    private static Totals totals(Random random, int group) {
        long requests = 5 + random.nextInt(200) / (group + 1);
        return new Totals(requests + 2, requests + 2, requests, 0, 0, 2, 2, 0, 0, 400 * requests, 300 * requests, 9, 9,
                group % 2, 0, 700 * requests, 90 * requests, requests, Map.of("requests/minute", 1L, "tokens/day", 1L),
                new Quartiles(requests, 90, 120 + random.nextInt(60), 220),
                new Quartiles(requests, 800, 1_000 + random.nextInt(900), 2_200));
    }
}

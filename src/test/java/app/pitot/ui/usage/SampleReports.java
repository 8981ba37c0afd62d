package app.pitot.ui.usage;

import app.pitot.usage.Grouping;
import app.pitot.usage.Quartiles;
import app.pitot.usage.Span;
import app.pitot.usage.Step;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Group;
import app.pitot.usage.UsageReport.HourOfWeek;
import app.pitot.usage.UsageReport.Key;
import app.pitot.usage.UsageReport.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Reports as a ledger would give them. */
final class SampleReports {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant NOW = Instant.parse("2026-04-14T12:05:00Z");
    static final String ACCOUNT = "3f2a9c1d-0000-4000-8000-000000000001";
    static final Names NAMES = new Names(Map.of(ACCOUNT, "Work"),
            Map.of("cerebras", "Cerebras", "groq", "Groq", "openrouter", "OpenRouter", "simulator", "Simulator"));
    private static final String[] PROVIDERS = {"cerebras", "groq", "openrouter"};
    private static final String[] MODELS = {"gpt-oss-120b", "llama3.1-8b", "qwen-3-32b", "llama-3.3-70b"};

    private SampleReports() {}

    static UsageQuery query(Span span, Grouping by) {
        return new UsageQuery(span.begin(NOW, BERLIN), span.end(NOW, BERLIN), span.step(), by, BERLIN, Set.of(),
                Set.of(), false);
    }

    static Key model(int index) {
        return new Key(PROVIDERS[index % PROVIDERS.length], ACCOUNT,
                MODELS[index % MODELS.length] + (index < MODELS.length ? "" : "-" + index));
    }

    private static Key key(int index, Grouping by) {
        var model = model(index);
        return switch (by) {
            case MODEL -> model;
            case PROVIDER -> new Key(model.provider(), null, null);
            case ACCOUNT -> index % 2 == 0
                    ? new Key("cerebras", ACCOUNT, null)
                    : new Key("groq", "9b1d77aa-0000-4000-8000-000000000002", null);
        };
    }

    /** Of {@code requests} that all were complete: 100 tokens in, 50 out, and a cost from listed prices. */
    static Totals plain(long requests) {
        return new Totals(requests, requests, requests, 0, 0, 0, 0, 0, 0, 100 * requests, 50 * requests, 0, 0, 0, 0,
                1_000 * requests, 0, requests, Map.of(), null, null);
    }

    /** So many groups over a span, at working hours more than at night; always the same. */
    static UsageReport busy(Span span, int groups) {
        return busy(query(span, Grouping.MODEL), groups, NOW);
    }

    static UsageReport busy(UsageQuery query, int groups, Instant until) {
        var random = new Random(7);
        var slots = new ArrayList<Slot>();
        var sums = new HashMap<Key, Totals>();
        var total = Totals.NOTHING;
        var at = query.from();
        while (at.isBefore(query.until()) && at.isBefore(until)) {
            var local = at.atZone(query.zone());
            var end = query.step() == Step.HOUR ? at.plus(Duration.ofHours(1)) : local.plusDays(1).toInstant();
            boolean quiet = query.step() == Step.HOUR
                    ? local.getHour() < 7 || local.getHour() > 21
                    : local.getDayOfWeek().getValue() == 7;
            if (!quiet) {
                var each = new HashMap<Key, Totals>();
                for (int i = 0; i < groups; i++) {
                    if (random.nextDouble() < 0.9) {
                        each.merge(key(i, query.by()), some(random, 1.0 / (i + 1)), Sums::of);
                    }
                }
                var sum = each.values().stream().reduce(Totals.NOTHING, Sums::of);
                each.forEach((key, totals) -> sums.merge(key, totals, Sums::of));
                slots.add(new Slot(at, end, sum, each));
                total = Sums.of(total, sum);
            }
            at = end;
        }
        return new UsageReport(query, total, groups(sums), slots, hours(random), notes(at), query.from());
    }

    private static List<UsageNote> notes(Instant at) {
        return List.of(new UsageNote.Open(2), new UsageNote.PriceChanged("groq", "llama3.1-8b",
                at.minus(Duration.ofDays(2)), new java.math.BigDecimal("0.05"), new java.math.BigDecimal("0.08")));
    }

    static List<Group> groups(Map<Key, Totals> sums) {
        return sums.entrySet().stream().map(each -> new Group(each.getKey(), each.getValue()))
                .sorted((a, b) -> Long.compare(b.totals().tokens(), a.totals().tokens())).toList();
    }

    private static List<HourOfWeek> hours(Random random) {
        var hours = new ArrayList<HourOfWeek>();
        for (int day = 1; day <= 6; day++) {
            for (int hour = 7; hour < 22; hour++) {
                long requests = random.nextInt(day == 6 ? 4 : 30);
                if (requests > 0) {
                    hours.add(new HourOfWeek(day, hour, requests, requests * (300 + random.nextInt(900))));
                }
            }
        }
        return hours;
    }

    private static Totals some(Random random, double scale) {
        long complete = Math.max(1, Math.round((20 + random.nextInt(60)) * scale));
        long limited = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
        long day = limited > 1 ? 1 : 0;
        long failed = random.nextInt(9) == 0 ? 1 : 0;
        long stopped = random.nextInt(5) == 0 ? 1 : 0;
        long requests = complete + limited + failed + stopped;
        long in = complete * (300 + random.nextInt(200));
        long out = complete * (200 + random.nextInt(400));
        var windows = new HashMap<String, Long>();
        if (limited > 0) {
            windows.put("requests/minute", limited - day);
            if (day > 0) {
                windows.put("tokens/day", day);
            }
        }
        double ttft = 120 + random.nextInt(90);
        double speed = 900 + random.nextInt(1_400);
        return new Totals(requests, requests, complete, 0, stopped, limited, limited, 0, failed, in, out, out / 4,
                in / 5,
                random.nextInt(3) == 0 ? 1 : 0, 0, (in + 3 * out) / 4, random.nextInt(2) == 0 ? (in + 3 * out) / 9 : 0,
                Math.max(0, complete - random.nextInt(2)), windows,
                new Quartiles(complete, ttft * 0.8, ttft, ttft * 1.4),
                new Quartiles(complete, speed * 0.7, speed, speed * 1.2));
    }
}

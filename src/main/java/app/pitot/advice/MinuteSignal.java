package app.pitot.advice;

import app.pitot.advice.Evidence.Nothing.Why;
import app.pitot.advice.Signal.Kind;
import app.pitot.advice.Signal.Remedy;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether steady traffic meets the limit on requests a minute. */
final class MinuteSignal {
    private static final double NEARLY = 0.8;
    private static final int OFTEN = 3;
    private static final int DAYS = 2;
    private static final long MINUTE_SECONDS = 60;
    private static final long DAY_SECONDS = 86_400;
    private static final String WINDOW = "requests/minute";

    private final Past past;
    private final Terms terms;

    MinuteSignal(Past past, Terms terms) {
        this.past = past;
        this.terms = terms;
    }

    Signal signal() {
        if (terms.plan() == null) {
            return Signal.unknown(Kind.MINUTE, Why.NO_PLAN);
        }
        if (past.total().sent() < Advisor.ENOUGH) {
            return Signal.unknown(Kind.MINUTE, Why.FEW_REQUESTS);
        }
        return past.rows().stream().filter(row -> row.sent() && row.good() && !odd(row) && terms.covers(row.model()))
                .collect(Collectors.groupingBy(row -> terms.pool(row.model()), TreeMap::new, Collectors.toList()))
                .entrySet().stream().map(pool -> judged(pool.getKey(), pool.getValue()))
                .filter(each -> each != null)
                .max(Comparator.comparing(Signal::verdict).thenComparing(Signal::weight))
                .orElseGet(() -> new Signal(Kind.MINUTE, Verdict.FINE, 0, new Evidence.Nothing(Why.NO_LIMIT), List.of(),
                        null));
    }

    /** True if it ends before it begins: the clock was set in between, so nobody knows in which minute it was. */
    static boolean odd(RequestRow row) {
        return row.endedAt() != null && row.endedAt().isBefore(row.startedAt());
    }

    private Signal judged(String pool, List<RequestRow> rows) {
        var limit = terms.of(rows.getFirst().model()).limits().stream().filter(
                each -> each.metric() == Metric.REQUESTS && each.period() == Period.MINUTE).findFirst().orElse(null);
        if (limit == null) {
            return null;
        }
        var minutes = rows.stream().collect(Collectors.groupingBy(
                row -> Math.floorDiv(row.startedAt().getEpochSecond(), MINUTE_SECONDS), TreeMap::new,
                Collectors.counting()));
        var busiest = minutes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        var full = minutes.entrySet().stream().filter(each -> each.getValue() >= limit.value()).map(Map.Entry::getKey)
                .toList();
        int days = (int) full.stream().map(minute -> Math.floorDiv(minute * MINUTE_SECONDS, DAY_SECONDS)).distinct()
                .count();
        int near = (int) minutes.values().stream().filter(count -> count >= limit.value() * NEARLY).count();
        long refused = rows.stream().filter(row -> WINDOW.equals(row.limitedBy())).count();
        var at = Instant.ofEpochSecond(busiest.getKey() * MINUTE_SECONDS);
        var evidence = new Evidence.Minutes(limit, pool.isEmpty() ? null : pool, busiest.getValue(), at, full.size(),
                days, near, refused, rows.size(), past.whole());
        boolean steady = full.size() >= OFTEN && days >= DAYS || refused > rows.size() * Advisor.LIMITED_SHARE;
        var verdict = steady
                ? Verdict.CHANGE
                : !full.isEmpty() || refused > 0 || near >= OFTEN ? Verdict.WATCH : Verdict.FINE;
        var models = rows.stream().map(RequestRow::model).collect(Collectors.toSet());
        return new Signal(Kind.MINUTE, verdict, full.size() + weight(busiest.getValue(), limit), evidence,
                verdict == Verdict.FINE ? List.of() : remedies(pool), behind(at, models));
    }

    private static double weight(long busiest, Limit limit) {
        return (double) busiest / limit.value();
    }

    private static List<Remedy> remedies(String pool) {
        var remedies = new ArrayList<>(List.of(Remedy.PACE));
        if (!pool.isEmpty()) {
            remedies.add(Remedy.OTHER_MODEL);
        }
        remedies.add(Remedy.OTHER_PLAN);
        return remedies;
    }

    private RequestFilter behind(Instant minute, Set<String> models) {
        return new RequestFilter(minute, minute.plus(Duration.ofMinutes(1)), Set.of(), Set.of(past.accountId()),
                Set.of(),
                models, "", null);
    }
}

package app.pitot.advice;

import app.pitot.advice.Evidence.DayUse;
import app.pitot.advice.Evidence.Nothing.Why;
import app.pitot.advice.Signal.Kind;
import app.pitot.advice.Signal.Remedy;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether days are as large as the plan's day, or become so. */
final class DaySignal {
    private static final double REACHED = 0.95;
    private static final int OFTEN = 3;
    private static final int DAYS_FOR_TREND = 4;
    private static final int AHEAD = 14;
    /** Far below it, a trend says little of two weeks. */
    private static final double WORTH_A_TREND = 0.4;
    private static final int RECENT = 3;
    private static final double NEARLY = 0.8;

    private final Past past;
    private final Terms terms;
    private final LocalDate today;

    DaySignal(Past past, Terms terms, Instant now) {
        this.past = past;
        this.terms = terms;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    Signal signal() {
        if (terms.plan() == null) {
            return Signal.unknown(Kind.DAY, Why.NO_PLAN);
        }
        var found = pools().entrySet().stream().flatMap(pool -> limits(pool.getValue()).stream()
                .map(limit -> judged(limit, pool.getKey(), pool.getValue()))).max(Comparator
                        .comparing(Signal::verdict).thenComparing(Signal::weight));
        if (found.isPresent()) {
            return found.get();
        }
        return past.total().sent() == 0
                ? Signal.unknown(Kind.DAY, Why.FEW_REQUESTS)
                : new Signal(Kind.DAY, Verdict.FINE, 0, new Evidence.Nothing(Why.NO_LIMIT), List.of(), null);
    }

    /** The models that were asked, by whose limits they draw on. */
    private Map<String, List<String>> pools() {
        return past.days().groups().stream().map(group -> group.key().model()).filter(terms::covers)
                .collect(Collectors.groupingBy(terms::pool, TreeMap::new, Collectors.toList()));
    }

    private List<Limit> limits(List<String> models) {
        return terms.of(models.getFirst()).limits().stream()
                .filter(limit -> limit.period() == Period.DAY && limit.metric() != Metric.USD).toList();
    }

    private Signal judged(Limit limit, String pool, List<String> models) {
        var days = days(limit.metric(), models);
        var ended = days.stream().filter(DayUse::over).toList();
        int reached = (int) days.stream().filter(day -> day.used() >= limit.value() * REACHED).count();
        var crosses = reached > 0 ? null : crosses(limit, ended);
        double recent = ended.stream().skip(Math.max(0, ended.size() - RECENT)).mapToLong(DayUse::used).average()
                .orElse(0);
        long most = days.stream().mapToLong(DayUse::used).max().orElse(0);
        boolean often = reached >= OFTEN || reached >= 2 && reached * 2 >= days.size();
        var verdict = often
                ? Verdict.CHANGE
                : reached > 0 || crosses != null || recent >= limit.value() * NEARLY ? Verdict.WATCH : Verdict.FINE;
        var evidence = new Evidence.Days(limit, pool.isEmpty() ? null : pool, days, reached, crosses);
        return new Signal(Kind.DAY, verdict, reached + (double) most / limit.value(), evidence,
                verdict == Verdict.FINE ? List.of() : remedies(pool), behind(days, models));
    }

    private static List<Remedy> remedies(String pool) {
        var remedies = new ArrayList<>(List.of(Remedy.SHORTEN, Remedy.WAIT_FOR_RESET));
        if (!pool.isEmpty()) {
            remedies.add(Remedy.OTHER_MODEL);
        }
        remedies.add(Remedy.OTHER_PLAN);
        return remedies;
    }

    private List<DayUse> days(Metric metric, List<String> models) {
        var used = new TreeMap<LocalDate, Long>();
        for (var slot : past.days().slots()) {
            long sum = slot.groups().entrySet().stream().filter(group -> models.contains(group.getKey().model()))
                    .mapToLong(group -> used(metric, group.getValue())).sum();
            used.merge(LocalDate.ofInstant(slot.from(), ZoneOffset.UTC), sum, Long::sum);
        }
        return used.entrySet().stream().filter(day -> day.getValue() > 0)
                .map(day -> new DayUse(day.getKey(), day.getValue(), day.getKey().isBefore(today))).toList();
    }

    private static long used(Metric metric, Totals totals) {
        return switch (metric) {
            case REQUESTS -> totals.sent();
            case UNCACHED_TOKENS -> Math.max(0, totals.tokens() - totals.cachedTokens());
            case TOKENS, USD -> totals.tokens();
        };
    }

    /** By the median of all slopes between two days, which one odd day does not move; days without use count as such. */
    private LocalDate crosses(Limit limit, List<DayUse> ended) {
        if (ended.isEmpty()) {
            return null;
        }
        var byDay = new HashMap<LocalDate, Long>();
        ended.forEach(day -> byDay.put(day.day(), day.used()));
        var first = ended.getFirst().day();
        int length = (int) (today.toEpochDay() - first.toEpochDay());
        if (length < DAYS_FOR_TREND) {
            return null;
        }
        var values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = byDay.getOrDefault(first.plusDays(i), 0L);
        }
        double slope = slope(values);
        var levels = new double[length];
        for (int i = 0; i < length; i++) {
            levels[i] = values[i] - slope * i;
        }
        double level = median(levels);
        if (slope <= 0 || level + slope * (length - 1) < limit.value() * WORTH_A_TREND) {
            return null;
        }
        int at = (int) Math.max(length, Math.ceil((limit.value() - level) / slope));
        return at < length + AHEAD ? first.plusDays(at) : null;
    }

    private static double slope(double[] values) {
        var slopes = new ArrayList<Double>();
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                slopes.add((values[j] - values[i]) / (j - i));
            }
        }
        return median(slopes.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private RequestFilter behind(List<DayUse> days, List<String> models) {
        return days.stream().max(Comparator.comparingLong(DayUse::used)).map(day -> new RequestFilter(
                day.day().atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), Set.of(), Set.of(past.accountId()),
                Set.of(), Set.copyOf(models), "", null)).orElse(null);
    }
}

package app.pitot.quota;

import app.pitot.api.LimitReading;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a provider does with its buckets, in a few lines and with an input estimate of its own. */
final class ReferenceProvider {
    private final Map<Limit, Double> left = new LinkedHashMap<>();
    private final ManualTime time;
    private long at;
    private long day;

    ReferenceProvider(Plan plan, ManualTime time) {
        this.time = time;
        plan.limits().forEach(limit -> left.put(limit, (double) limit.value()));
        at = time.clocks().nanos();
        day = time.now().toEpochMilli() / 86_400_000;
    }

    /** True if admitted: {@code tokens} and one request are then set aside. */
    boolean admit(long tokens) {
        refill();
        for (var each : left.entrySet()) {
            if (each.getValue() < amount(each.getKey(), tokens)) {
                return false;
            }
        }
        left.replaceAll((limit, level) -> level - amount(limit, tokens));
        return true;
    }

    void settle(long reserved, long used, long cached) {
        refill();
        left.replaceAll((limit, level) -> limit.metric() == Metric.REQUESTS
                ? level
                : Math.min(limit.value(),
                        level + reserved - (limit.metric() == Metric.TOKENS ? used : used - cached)));
    }

    /** Another client of the same organisation. */
    void others(long tokens) {
        refill();
        left.replaceAll((limit, level) -> level - amount(limit, tokens));
    }

    List<LimitReading> headers() {
        refill();
        var readings = new ArrayList<LimitReading>();
        left.forEach((limit, level) -> readings.add(new LimitReading(
                limit.metric() == Metric.REQUESTS ? Metric.REQUESTS : Metric.TOKENS, limit.period(), limit.value(),
                (long) Math.floor(level + 1e-6), null)));
        return readings;
    }

    long left(Metric metric, app.pitot.provider.Period period) {
        refill();
        return left.entrySet().stream()
                .filter(each -> each.getKey().metric() == metric && each.getKey().period() == period)
                .map(each -> (long) Math.floor(each.getValue() + 1e-6)).findFirst().orElseThrow();
    }

    private void refill() {
        var now = time.clocks().nanos();
        var today = time.now().toEpochMilli() / 86_400_000;
        left.replaceAll((limit, level) -> {
            if (limit.refill() == Refill.FIXED) {
                return today > day ? (double) limit.value() : level;
            }
            return Math.min(limit.value(),
                    level + (double) limit.value() / limit.period().length().toNanos() * (now - at));
        });
        at = now;
        day = today;
    }

    private static long amount(Limit limit, long tokens) {
        return limit.metric() == Metric.REQUESTS ? 1 : tokens;
    }
}

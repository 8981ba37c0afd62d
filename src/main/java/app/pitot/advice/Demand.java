package app.pitot.advice;

import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.RequestRow;
import app.pitot.usage.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests that were wanted at one time.
 *
 * @param requests how many; a part of one where only hours are known
 * @param prompt tokens of each
 * @param cached of the prompt's
 * @param aside tokens that each must find free
 */
record Demand(Instant at, String model, double requests, double prompt, double cached, double completion,
        double aside) {
    private static final int PARTS = 60;
    private static final Duration PART = Duration.ofMinutes(1);

    double tokens() {
        return prompt + completion;
    }

    /** Each exchange once, however often it was tried; those that never got through with the usual size of their model. */
    static List<Demand> ofRows(Past past) {
        var usual = new HashMap<String, double[]>();
        past.days().groups().forEach(group -> usual.merge(group.key().model(), mean(group.totals()), (a, _) -> a));
        var exchanges = new LinkedHashMap<String, List<RequestRow>>();
        past.rows().stream().filter(row -> row.sent() && row.good() && row.outcome() != null)
                .forEach(row -> exchanges.computeIfAbsent(row.exchange(), _ -> new ArrayList<>()).add(row));
        return exchanges.values().stream().map(rows -> of(rows, usual))
                .sorted(Comparator.comparing(Demand::at)).toList();
    }

    private static Demand of(List<RequestRow> rows, Map<String, double[]> usual) {
        var first = rows.getFirst();
        var last = rows.getLast();
        var mean = usual.getOrDefault(last.model(), new double[3]);
        boolean tooLong = last.status() == Status.TOO_LONG;
        boolean refused = last.status() == Status.LIMITED || last.status() == Status.REFUSED;
        double prompt = last.promptTokens() != null
                ? last.promptTokens()
                : tooLong ? last.reservedTokens() : refused ? mean[0] : 0;
        double completion = last.completionTokens() != null ? last.completionTokens() : refused ? mean[1] : 0;
        double cached = last.cachedTokens() == null ? 0 : Math.min(last.cachedTokens(), prompt);
        return new Demand(first.startedAt(), last.model(), 1, prompt, cached, completion,
                Math.max(prompt + completion, last.reservedTokens()));
    }

    /** Spread evenly over each hour, as nobody knows better. */
    static List<Demand> ofHours(Past past) {
        var all = new ArrayList<Demand>();
        for (var slot : past.hours().slots()) {
            for (int part = 0; part < PARTS; part++) {
                var at = slot.from().plus(PART.multipliedBy(part));
                slot.groups().forEach((key, totals) -> {
                    var mean = mean(totals);
                    double requests = (double) (totals.taken() + totals.limited()) / PARTS;
                    if (requests > 0) {
                        all.add(new Demand(at, key.model(), requests, mean[0], mean[2], mean[1], mean[0] + mean[1]));
                    }
                });
            }
        }
        return all;
    }

    /** Prompt, completion and cached tokens of a request of known size. */
    private static double[] mean(Totals totals) {
        double known = Math.max(1, totals.taken() - totals.unknown());
        return new double[]{totals.promptTokens() / known, totals.completionTokens() / known,
            totals.cachedTokens() / known};
    }
}

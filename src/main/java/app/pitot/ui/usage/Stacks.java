package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.ui.usage.Fill.Pattern;
import app.pitot.ui.usage.Fill.Tone;
import app.pitot.usage.Grouping;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What of a report is stacked over time. */
final class Stacks {
    private final Bins bins;

    Stacks(Bins bins) {
        this.bins = bins;
    }

    /**
     * Tokens of each group, the one with the most at the bottom.
     *
     * @param colours by {@link Names#colour}, of those groups that are told apart; the others are one
     */
    Stack tokens(UsageReport report, Grouping by, Names names, Map<String, Integer> colours) {
        var layers = new ArrayList<Layer>();
        var others = new ArrayList<Key>();
        for (var group : report.groups()) {
            var colour = colours.get(Names.colour(by, group.key()));
            if (colour == null) {
                others.add(group.key());
            } else if (group.totals().tokens() > 0) {
                layers.add(of(names.of(by, group.key()), Fill.series(colour), List.of(group.key()), group.key()));
            }
        }
        if (!others.isEmpty()) {
            layers.add(of(Texts.get("usage.group.others", others.size()), Fill.OTHERS, others, null));
        }
        return new Stack(Unit.TOKENS, layers);
    }

    private Layer of(String name, Fill fill, List<Key> keys, Key key) {
        var values = new double[bins.size()];
        var estimated = new boolean[bins.size()];
        for (int i = 0; i < values.length; i++) {
            var groups = bins.get(i).groups();
            for (var each : keys) {
                var totals = groups.get(each);
                if (totals != null) {
                    values[i] += totals.tokens();
                    estimated[i] |= totals.estimated() > 0;
                }
            }
        }
        return new Layer(name, fill, values, estimated, key, Set.of());
    }

    /** Requests by how they ended; refusals by the window that refused. */
    Stack results() {
        var layers = new ArrayList<Layer>();
        add(layers, "usage.result.complete", Fill.of(Tone.ACCENT, Pattern.SOLID), Totals::complete, Status.COMPLETE);
        add(layers, "usage.result.stopped", Fill.of(Tone.QUIET, Pattern.SOLID), Totals::stopped, Status.STOPPED);
        add(layers, "usage.result.truncated", Fill.of(Tone.QUIET, Pattern.RISING), Totals::truncated,
                Status.TRUNCATED);
        add(layers, "usage.result.failed", Fill.of(Tone.BAD, Pattern.SOLID), Totals::failed, Status.FAILED);
        add(layers, "usage.result.refused", Fill.of(Tone.BAD, Pattern.RISING), Refusals::otherwise, Status.REFUSED,
                Status.TOO_LONG);
        int next = 0;
        for (var window : windows()) {
            var fill = Fill.of(Tone.WARN, Pattern.values()[next++ % Pattern.values().length]);
            layers.add(count(Texts.get("usage.result.limited", Refusals.window(window)), fill,
                    totals -> Refusals.by(totals, window), Set.of(Status.LIMITED)));
        }
        layers.removeIf(layer -> layer.sum() == 0);
        return new Stack(Unit.REQUESTS, layers);
    }

    private List<String> windows() {
        var windows = new LinkedHashMap<String, Long>();
        bins.list().forEach(bin -> Refusals.byWindow(bin.total())
                .forEach((window, count) -> windows.merge(window, count, Long::sum)));
        return windows.keySet().stream().sorted().toList();
    }

    private void add(List<Layer> layers, String key, Fill fill, ToLongFunction<Totals> count, Status... statuses) {
        layers.add(count(Texts.get(key), fill, count, Set.of(statuses)));
    }

    private Layer count(String name, Fill fill, ToLongFunction<Totals> count, Set<Status> statuses) {
        return layer(name, fill, count, _ -> false, statuses);
    }

    /** Cost by who said it. */
    Stack cost() {
        var layers = new ArrayList<Layer>();
        layers.add(layer(Texts.get("usage.cost.reported"), Fill.of(Tone.ACCENT, Pattern.SOLID),
                Totals::reportedMicros, _ -> false, Set.of()));
        layers.add(layer(Texts.get("usage.cost.listed"), Fill.of(Tone.PALE, Pattern.RISING),
                totals -> totals.costMicros() - totals.reportedMicros(), _ -> true, Set.of()));
        layers.removeIf(layer -> layer.sum() == 0);
        return new Stack(Unit.MONEY, layers);
    }

    private Layer layer(String name, Fill fill, ToLongFunction<Totals> amount, Predicate<Totals> estimated,
            Set<Status> statuses) {
        var values = new double[bins.size()];
        var estimates = new boolean[bins.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, amount.applyAsLong(bins.get(i).total()));
            estimates[i] = values[i] > 0 && estimated.test(bins.get(i).total());
        }
        return new Layer(name, fill, values, estimates, null, statuses);
    }
}

package app.pitot.compare;

import app.pitot.api.Outcome;
import app.pitot.compare.Analysis.Fairness;
import app.pitot.compare.Analysis.Flag;
import app.pitot.speed.SpeedFlag;
import app.pitot.statistics.Quantiles;
import app.pitot.statistics.Series;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What makes a comparison unfair or hard to read. */
final class Fair {
    private static final double SHORTER = 0.8;
    private static final double ERROR = 0.05;

    private final Comparison comparison;
    private final Measure measure;
    private final Values values;
    private final List<Fairness> found = new ArrayList<>();

    private Fair(Comparison comparison, Measure measure, Values values) {
        this.comparison = comparison;
        this.measure = measure;
        this.values = values;
    }

    /** In the order of {@link Flag}. */
    static List<Fairness> flags(Comparison comparison, Measure measure, Values values,
            List<Analyst.Compared> pairs) {
        var fair = new Fair(comparison, measure, values);
        fair.replies();
        fair.ways();
        fair.rounds(pairs);
        fair.found.sort((one, other) -> one.flag().compareTo(other.flag()));
        return fair.found;
    }

    private void replies() {
        length();
        count(Flag.CUT, whole(s -> s.speed().flags().contains(SpeedFlag.CUT_AT_LIMIT)));
        count(Flag.TRUNCATED, s -> s.outcome() == Outcome.TRUNCATED || s.outcome() == Outcome.STOPPED);
        asked();
        count(Flag.FAILED, s -> s.outcome() == Outcome.REFUSED || s.outcome() == Outcome.FAILED);
        if (Values.waits(measure)) {
            count(Flag.CACHED, whole(Values::cached));
        } else {
            count(Flag.FEW_TOKENS, whole(s -> s.speed().flags().contains(SpeedFlag.SMALL_SAMPLE)));
        }
        if (measure != Measure.TOTAL && measure != Measure.END_TO_END_SPEED) {
            count(Flag.BURST, whole(this::burst));
        }
        var thinking = lanes(whole(Fair::thinks));
        if (!thinking.equals(answering())) {
            add(Flag.REASONING, thinking, null);
        }
        add(Flag.ESTIMATED, IntStream.range(0, values.lanes()).filter(values::estimated).boxed()
                .collect(Collectors.toSet()), null);
    }

    private void ways() {
        add(Flag.SERVED, IntStream.range(0, values.lanes())
                .filter(lane -> served(lane).size() > 1).boxed().collect(Collectors.toSet()), null);
        if (Values.waits(measure)) {
            var cold = lanes(whole(s -> !s.speed().reused()));
            add(Flag.CONNECTION, lanes(whole(s -> s.speed().reused())).isEmpty() ? Set.of() : cold, null);
        }
        add(Flag.PROTOCOL, others(lane -> values.samples(lane).stream().map(Sample::protocol)
                .filter(Objects::nonNull).findFirst().orElse(null)), null);
        add(Flag.PARAMETERS, others(lane -> comparison.lanes().get(lane).parameters()), null);
        if (comparison.mode() == Mode.RACE) {
            add(Flag.SHARED_CLIENT, IntStream.range(0, values.lanes()).boxed().collect(Collectors.toSet()), null);
        }
    }

    /** Of each kind the pair that shows it most; among many pairs some drift by chance. */
    private void rounds(List<Analyst.Compared> pairs) {
        var strongest = new EnumMap<Flag, Fairness>(Flag.class);
        for (var pair : pairs) {
            var ratio = pair.ratio();
            if (ratio == null || pair.pair().interval() == null) {
                continue;
            }
            var lanes = Set.of(pair.pair().a(), pair.pair().b());
            var drift = ratio.drift();
            if (Series.driftByChance(drift, ratio.rounds()) <= ERROR / pairs.size()) {
                strongest.merge(Flag.DRIFT, new Fairness(Flag.DRIFT, lanes, drift), Fair::stronger);
            }
            if (ratio.fromBlocks()) {
                strongest.merge(Flag.CORRELATED, new Fairness(Flag.CORRELATED, lanes, ratio.alikeness()),
                        Fair::stronger);
            }
        }
        found.addAll(strongest.values());
    }

    private static Fairness stronger(Fairness one, Fairness other) {
        return Math.abs(other.figure()) > Math.abs(one.figure()) ? other : one;
    }

    private void asked() {
        var again = comparison.samples().stream().filter(Sample::again).toList();
        add(Flag.AGAIN, again.stream().map(Sample::lane).collect(Collectors.toSet()), (double) again.size());
    }

    /** By the text of the answers; by all text where a lane kept none. */
    private void length() {
        var lengths = lengths(s -> (double) s.answer().codePointCount(0, s.answer().length()));
        if (lengths.containsValue(0.0)) {
            lengths = lengths(s -> (double) s.speed().textBytes());
        }
        var longest = lengths.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var shorter = new TreeSet<Integer>();
        var shortest = longest;
        for (var lane : lengths.entrySet()) {
            if (lane.getValue() < SHORTER * longest) {
                shorter.add(lane.getKey());
                shortest = Math.min(shortest, lane.getValue());
            }
        }
        add(Flag.LENGTH, shorter, shorter.isEmpty() ? null : 100 * (1 - shortest / longest));
    }

    private Map<Integer, Double> lengths(Function<Sample, Double> length) {
        var medians = new TreeMap<Integer, Double>();
        for (var lane : answering()) {
            medians.put(lane, Quantiles.median(values.samples(lane).stream().filter(Sample::counts).map(length)
                    .mapToDouble(Double::doubleValue).toArray()));
        }
        return medians;
    }

    private Set<Integer> answering() {
        return lanes(Sample::counts);
    }

    private boolean burst(Sample sample) {
        var flags = sample.speed().flags();
        return flags.contains(SpeedFlag.BUFFERED)
                || !Values.waits(measure) && flags.contains(SpeedFlag.ARRIVED_AT_ONCE);
    }

    private static boolean thinks(Sample sample) {
        var usage = sample.usage();
        return !sample.reasoning().isBlank()
                || usage != null && usage.reasoningTokens() != null && usage.reasoningTokens() > 0;
    }

    private Set<String> served(int lane) {
        return values.samples(lane).stream().filter(Sample::counts).map(s -> s.served().by()).filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The lanes that differ from what most have, or from the first of those that are equally many. */
    private Set<Integer> others(Function<Integer, Object> of) {
        var byValue = new LinkedHashMap<Object, Set<Integer>>();
        for (var lane = 0; lane < values.lanes(); lane++) {
            var value = of.apply(lane);
            if (value != null) {
                byValue.computeIfAbsent(value, _ -> new HashSet<>()).add(lane);
            }
        }
        var most = byValue.values().stream().mapToInt(Set::size).max().orElse(0);
        var usual = byValue.values().stream().filter(lanes -> lanes.size() == most).findFirst().orElse(Set.of());
        return byValue.values().stream().filter(lanes -> lanes != usual).flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static Predicate<Sample> whole(Predicate<Sample> test) {
        return test.and(Sample::counts);
    }

    private Set<Integer> lanes(Predicate<Sample> test) {
        return IntStream.range(0, values.lanes()).filter(lane -> values.samples(lane).stream().anyMatch(test)).boxed()
                .collect(Collectors.toSet());
    }

    private void count(Flag flag, Predicate<Sample> test) {
        var lanes = lanes(test);
        add(flag, lanes, (double) lanes.stream().flatMap(lane -> values.samples(lane).stream()).filter(test).count());
    }

    private void add(Flag flag, Set<Integer> lanes, Double figure) {
        if (!lanes.isEmpty()) {
            found.add(new Fairness(flag, lanes, figure));
        }
    }
}

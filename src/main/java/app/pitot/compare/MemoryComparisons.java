package app.pitot.compare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Keeps sets and results until the app ends: for tests, and where there is no disk. */
public final class MemoryComparisons implements Comparisons {
    private final Map<String, SavedSet> sets = new LinkedHashMap<>();
    private final Map<String, Comparison> runs = new LinkedHashMap<>();

    @Override
    public synchronized List<SavedSet> sets() {
        return sets.values().stream().sorted(Comparator.comparing(SavedSet::name)).toList();
    }

    @Override
    public synchronized void save(SavedSet set) {
        sets.put(set.id(), set);
    }

    @Override
    public synchronized void forget(String setId) {
        sets.remove(setId);
    }

    @Override
    public synchronized void begin(Comparison head) {
        runs.put(head.id(), head);
    }

    @Override
    public synchronized void add(String comparisonId, Sample sample) {
        change(comparisonId, run -> {
            var samples = new ArrayList<>(run.samples());
            samples.add(sample);
            return with(run, run.endedAt(), run.state(), samples);
        });
    }

    @Override
    public synchronized void end(String comparisonId, Comparison.State state, Instant at) {
        change(comparisonId, run -> with(run, at, state, run.samples()));
    }

    @Override
    public synchronized void vote(String comparisonId, Vote vote) {
        change(comparisonId, run -> run.with(vote));
    }

    @Override
    public synchronized List<Comparison> past(String setId, int most) {
        return runs.values().stream().filter(run -> setId == null || setId.equals(run.setId()))
                .sorted(Comparator.comparing(Comparison::startedAt).reversed()).limit(most)
                .map(run -> with(run, run.endedAt(), run.state(), List.of())).toList();
    }

    @Override
    public synchronized Comparison read(String comparisonId) {
        return runs.get(comparisonId);
    }

    @Override
    public synchronized void remove(String comparisonId) {
        runs.remove(comparisonId);
    }

    private void change(String id, UnaryOperator<Comparison> change) {
        runs.computeIfPresent(id, (_, run) -> change.apply(run));
    }

    private static Comparison with(Comparison run, Instant endedAt, Comparison.State state, List<Sample> samples) {
        return new Comparison(run.id(), run.setId(), run.name(), run.startedAt(), endedAt, run.appVersion(),
                run.setup(), run.promptHash(), run.lanes(), run.seed(), state, samples, run.votes());
    }
}

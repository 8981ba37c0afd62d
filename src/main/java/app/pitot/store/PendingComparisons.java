package app.pitot.store;

import app.pitot.compare.Comparison;
import app.pitot.compare.Sample;
import app.pitot.compare.SavedSet;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How changes of comparisons that the disk has not taken yet are laid over what was read. */
final class PendingComparisons {
    private PendingComparisons() {}

    /** A run as it is known, its samples by the ids of their rows. */
    record Run(Comparison head, Map<String, Sample> samples) {
        Comparison whole() {
            return with(head, head.state(), head.endedAt(), List.copyOf(samples.values()));
        }
    }

    /** By name. */
    static List<SavedSet> sets(Collection<SavedSet> disk, List<ComparisonChange> waiting) {
        var found = new LinkedHashMap<String, SavedSet>();
        disk.forEach(each -> found.put(each.id(), each));
        for (var change : waiting) {
            if (change instanceof ComparisonChange.SaveSet save) {
                found.put(save.set().id(), save.set());
            } else if (change instanceof ComparisonChange.ForgetSet forget) {
                found.remove(forget.id());
            }
        }
        return found.values().stream().sorted(Comparator.comparing(SavedSet::name)).toList();
    }

    /** The newest first. @param setId null for all */
    static List<Comparison> heads(String setId, int most, Collection<Comparison> disk,
            List<ComparisonChange> waiting) {
        var runs = new LinkedHashMap<String, Run>();
        disk.forEach(each -> runs.put(each.id(), new Run(each, new LinkedHashMap<>())));
        lay(runs, waiting);
        return runs.values().stream().map(Run::head).filter(each -> setId == null || setId.equals(each.setId()))
                .sorted(Comparator.comparing(Comparison::startedAt).reversed()).limit(most).toList();
    }

    /** @param disk null if it is not there; null likewise if it is nowhere */
    static Comparison run(String id, Run disk, List<ComparisonChange> waiting) {
        var runs = new LinkedHashMap<String, Run>();
        if (disk != null) {
            runs.put(id, disk);
        }
        lay(runs, waiting);
        var found = runs.get(id);
        return found == null ? null : found.whole();
    }

    private static void lay(Map<String, Run> runs, List<ComparisonChange> waiting) {
        for (var change : waiting) {
            switch (change) {
                case ComparisonChange.Begin begin ->
                    runs.putIfAbsent(begin.head().id(), new Run(begin.head(), new LinkedHashMap<>()));
                case ComparisonChange.Add add -> runs.computeIfPresent(add.comparison(), (_, run) -> {
                    run.samples().putIfAbsent(add.id(), add.sample());
                    return run;
                });
                case ComparisonChange.End end -> runs.computeIfPresent(end.comparison(),
                        (_, run) -> new Run(with(run.head(), end.state(), end.at(), List.of()), run.samples()));
                case ComparisonChange.KeepVote keep -> runs.computeIfPresent(keep.comparison(),
                        (_, run) -> new Run(run.head().with(keep.vote()), run.samples()));
                case ComparisonChange.Remove remove -> runs.remove(remove.comparison());
                default -> {
                    // Of sets.
                }
            }
        }
    }

    private static Comparison with(Comparison run, Comparison.State state, Instant endedAt, List<Sample> samples) {
        return new Comparison(run.id(), run.setId(), run.name(), run.startedAt(), endedAt, run.appVersion(),
                run.setup(), run.promptHash(), run.lanes(), run.seed(), state, samples,
                run.votes());
    }
}

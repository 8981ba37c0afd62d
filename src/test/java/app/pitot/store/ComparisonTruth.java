package app.pitot.store;

import app.pitot.compare.Comparison;
import app.pitot.compare.FullRuns;
import app.pitot.compare.Sample;
import app.pitot.compare.SavedSet;
import app.pitot.compare.json.ComparisonJson;
import app.pitot.compare.json.SampleJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Comparisons as they were written, to be told from what a harmed file shows. */
final class ComparisonTruth {
    private static final int RUNS = 8;
    private static final int SAMPLES = 8;

    private final Map<String, String> heads = new HashMap<>();
    private final Map<String, String> samples = new HashMap<>();
    private final Map<String, SavedSet> sets = new HashMap<>();
    long shown;

    /** Writes so many runs and a set, the first {@code begun} of them being there already. */
    void fill(SqliteComparisons kept, int begun) {
        for (int n = begun; n < begun + RUNS; n++) {
            var head = FullRuns.head("k" + n, "s" + n, Rows.NOW.plusSeconds(n));
            heads.put(head.id(), words(head));
            kept.begin(head);
            for (int i = 0; i < SAMPLES; i++) {
                var sample = FullRuns.sample("k" + n + "-" + i, i % 2, i, new Random(n));
                samples.put(sample.exchangeId(), SampleJson.write(sample).toString());
                kept.add(head.id(), sample);
            }
            kept.end(head.id(), Comparison.State.DONE, Rows.NOW);
            var set = new SavedSet("s" + n, "Set " + n, FullRuns.setup("What is " + n + "?"), Rows.NOW);
            sets.put(set.id(), set);
            kept.save(set);
        }
    }

    /** What is not as it was written and does not say so. */
    List<String> wrong(SqliteComparisons kept) {
        var wrong = new ArrayList<String>();
        for (var set : kept.sets()) {
            if (!set.name().startsWith("Damaged") && !set.equals(sets.get(set.id()))) {
                wrong.add("a set: " + set);
            }
        }
        for (var head : kept.past(null, 10 * RUNS)) {
            if (!damaged(head) && !words(head).equals(heads.get(head.id()))) {
                wrong.add("a run: " + words(head));
            }
            var run = kept.read(head.id());
            for (var sample : run == null ? List.<Sample>of() : run.samples()) {
                shown++;
                if (!SampleJson.write(sample).toString().equals(samples.get(sample.exchangeId()))) {
                    wrong.add("a sample: " + sample.exchangeId());
                }
            }
        }
        return wrong;
    }

    private static boolean damaged(Comparison run) {
        return run.name() != null && run.name().startsWith("Damaged");
    }

    /** A log that breaks off earlier leaves a run without its end. */
    private static String words(Comparison run) {
        var node = ComparisonJson.write(run);
        node.remove(List.of("state", "endedAt"));
        return node.toString();
    }
}

package app.pitot.ui.compare.past;

import app.pitot.api.ChatParameters;
import app.pitot.compare.Comparison;
import app.pitot.compare.LaneFacts;
import app.pitot.compare.Runs;
import app.pitot.compare.Runs.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs of a set week after week, of which one lane becomes slower, and a race without a set. */
final class PastRuns {
    private PastRuns() {}

    static List<Comparison> weeks() {
        var runs = new ArrayList<Comparison>();
        for (int week = 0; week < 3; week++) {
            var lanes = new ArrayList<Truth>(Runs.three());
            var slower = lanes.get(1);
            lanes.set(1, Truth.of(slower.provider(), slower.model(), slower.ttftMs(), week < 2 ? 985 : 840));
            runs.add(as(Runs.rounds(12, lanes), "week-" + week, "set-1", Duration.ofDays(7L * week),
                    Comparison.State.DONE));
        }
        runs.add(as(Runs.race(Runs.three()), "alone", null, Duration.ofDays(9), Comparison.State.RUNNING));
        return runs;
    }

    /** Its first lane was asked with another temperature. */
    static Comparison hotter(Comparison run) {
        var lanes = new ArrayList<>(run.lanes());
        var first = lanes.getFirst();
        lanes.set(0, new LaneFacts(first.accountId(), first.accountName(), first.provider(), first.providerId(),
                first.baseUrl(), first.modelId(), ChatParameters.of(1.5, null)));
        return new Comparison(run.id(), run.setId(), run.name(), run.startedAt(), run.endedAt(), run.appVersion(),
                run.setup(), run.promptHash(), lanes, run.seed(), run.state(), run.samples());
    }

    private static Comparison as(Comparison run, String id, String setId, Duration later, Comparison.State state) {
        Instant at = run.startedAt().plus(later);
        return new Comparison(id, setId, setId == null ? null : run.name(), at,
                state == Comparison.State.RUNNING ? null : at.plusSeconds(72), run.appVersion(), run.setup(),
                run.promptHash(), run.lanes(), run.seed(), state, run.samples());
    }
}

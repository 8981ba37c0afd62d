package app.pitot.ui.compare;

import app.pitot.base.Texts;
import app.pitot.compare.Estimate;
import app.pitot.ui.chat.PreFlightLine;
import java.util.List;

/** Says in each lane what keeps it from running. */
final class LaneProblems {
    private LaneProblems() {}

    /** @param estimate null if nothing is known yet */
    static void show(List<LaneModel> lanes, Estimate estimate) {
        for (int at = 0; at < lanes.size(); at++) {
            lanes.get(at).problem(words(lanes.get(at), at, estimate));
        }
    }

    private static String words(LaneModel lane, int at, Estimate estimate) {
        if (lane.orphaned()) {
            return Texts.get("compare.lane.gone");
        }
        var problems = lane.parameters().problems().get();
        if (!problems.isEmpty()) {
            return problems.getFirst().sentence();
        }
        return estimate == null
                ? ""
                : estimate.problems().stream().filter(problem -> problem.lane() == at).findFirst()
                        .map(problem -> PreFlightLine.of(problem.preFlight(),
                                lane.parameters().maxTokens().get() != null))
                        .map(line -> line.verdict() + ": " + line.detail()).orElse("");
    }
}

package app.pitot.compare;

import app.pitot.compare.Comparer.Run;
import app.pitot.compare.RunningComparison.Progress;
import app.pitot.quota.WindowLabels;
import app.pitot.compare.RunningComparison.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** How far a comparison is, and how long the rest will take. Safe from any thread. */
final class Outlook {
    private static final double NANOS_PER_MS = 1e6;
    /** Worked out again after so long, though nothing has ended meanwhile. */
    private static final double STALE_MS = 2_000;
    /** By how much of the difference to what was said before a new figure moves it. */
    private static final double WEIGHT = 0.4;

    private final Tools tools;
    private final Run run;
    private final Course course;
    private final List<int[]> orders;
    private final int first;
    private final Map<Integer, Load> expected = new HashMap<>();
    /** By lane: how long until it is asked next, as of {@link #workedAt}. */
    private final Map<Integer, Double> turnMs = new HashMap<>();
    private Double left;
    private long leftAt;
    private long workedAt;
    private int leftFor = -1;
    private boolean wasPaused;

    Outlook(Tools tools, Run run, Course course, List<int[]> orders) {
        this.tools = tools;
        this.run = run;
        this.course = course;
        this.orders = orders;
        this.first = run.setup().warmUp() && run.mode() == Mode.ROUNDS ? 0 : 1;
    }

    Progress progress() {
        var snapshot = course.glance();
        var rounds = run.mode() == Mode.RACE ? 1 : run.setup().rounds();
        var wait = snapshot.hold();
        return new Progress(snapshot.round(), rounds, snapshot.landed(), snapshot.landed() + left(snapshot).size(),
                leftMs(snapshot), wait == null ? 0 : wait.leftMs(), wait == null ? -1 : wait.lane(),
                name(wait), snapshot.paused());
    }

    /**
     * By lane, when it is asked next; null for one that is asked now or not any more, and in a race. As of the last
     * {@link #progress}.
     */
    List<Turn> turns() {
        var now = course.glance();
        var turns = new ArrayList<Turn>(Collections.nCopies(run.lanes().size(), null));
        if (run.mode() == Mode.RACE) {
            return turns;
        }
        var left = left(now);
        for (var lane = 0; lane < turns.size(); lane++) {
            var at = left.indexOf(lane);
            var asked = now.lanes().get(lane).admittedMs() != null || now.hold() != null && now.hold().lane() == lane;
            if (at >= 0 && !asked) {
                turns.set(lane, new Turn(Math.max(1, at), turnMs(lane, now.paused())));
            }
        }
        return turns;
    }

    private synchronized Double turnMs(int lane, boolean paused) {
        var then = turnMs.get(lane);
        return then == null
                ? null
                : paused ? then : (Double) Math.max(0, then - (tools.clocks().nanos() - workedAt) / NANOS_PER_MS);
    }

    static String name(Glance.Wait wait) {
        return wait == null || wait.window() == null
                ? null
                : WindowLabels.shortName(wait.window().metric(), wait.window().period());
    }

    private synchronized Double leftMs(Glance now) {
        if (now.over()) {
            return 0.0;
        }
        var nanos = tools.clocks().nanos();
        if (left != null && !wasPaused) {
            // In a pause nothing comes nearer.
            left = Math.max(0, left - (nanos - leftAt) / NANOS_PER_MS);
        }
        leftAt = nanos;
        wasPaused = now.paused();
        var stale = (nanos - workedAt) / NANOS_PER_MS >= STALE_MS && !now.paused();
        if (leftFor != now.landed() || stale) {
            var fresh = work(now);
            left = left == null || fresh == null ? fresh : (Double) (left + WEIGHT * (fresh - left));
            workedAt = nanos;
            leftFor = now.landed();
        }
        return left;
    }

    private Double work(Glance now) {
        var taking = run.lanes().stream().filter(lane -> now.lanes().get(lane.index()).takesPart()).toList();
        var loads = new ArrayList<Load>();
        var begun = new HashSet<Integer>();
        for (var lane : left(now)) {
            var its = now.lanes().get(lane);
            var load = its.load(expected.computeIfAbsent(lane, this::expected));
            var underWay = begun.add(lane) && its.admittedMs() != null;
            loads.add(underWay ? load.underWay(Math.max(0, load.tookMs() - its.admittedMs())) : load);
        }
        if (run.mode() == Mode.RACE) {
            return new Rehearsal(tools.exchanges(), taking).atOnce(loads);
        }
        var left = left(now);
        turnMs.clear();
        for (var lane : begun) {
            turnMs.put(lane, new Rehearsal(tools.exchanges(), taking).inTurn(loads.subList(0, left.indexOf(lane))));
        }
        return new Rehearsal(tools.exchanges(), taking).inTurn(loads);
    }

    private Load expected(int index) {
        var lane = run.lanes().get(index);
        var exchanges = tools.exchanges();
        return Expected.load(exchanges, lane, exchanges.preFlight(Question.sample(lane, run.setup())));
    }

    /** The lanes of the requests that are still to come or to end, in their order. */
    private List<Integer> left(Glance now) {
        var left = new ArrayList<Integer>();
        if (now.over()) {
            return left;
        }
        for (var i = 0; i < orders.size(); i++) {
            for (var lane : orders.get(i)) {
                var its = now.lanes().get(lane);
                if (its.takesPart() && its.round() < first + i && now.round() <= first + i) {
                    left.add(lane);
                }
            }
        }
        return left;
    }
}

package app.pitot.compare;

import app.pitot.exchange.RunningExchange;
import app.pitot.statistics.PairedRatio;
import java.util.List;

/** One request at a time, in another order each round. */
final class Rounds implements Conduct {
    private static final double SHORTLY_MS = 700;
    private static final long SHORTEST_NAP_MS = 20;
    private static final long LONGEST_NAP_MS = 200;

    private final Stage stage;
    private final Course course;
    private final List<int[]> orders;
    private final int first;
    private boolean wasPrecise;

    /** @param orders the first for the round that is thrown away, if there is one */
    Rounds(Stage stage, List<int[]> orders) {
        this.stage = stage;
        this.course = stage.course();
        this.orders = orders;
        this.first = stage.run().setup().warmUp() ? 0 : 1;
    }

    @Override
    public void run() throws InterruptedException {
        for (var i = 0; i < orders.size() && !precise(first + i); i++) {
            course.round(first + i);
            var place = 0;
            for (var lane : orders.get(i)) {
                if (!course.goesOn()) {
                    return;
                }
                place += one(stage.run().lanes().get(lane), first + i, place) ? 1 : 0;
            }
        }
    }

    /**
     * True if {@code round} and those after it would not make the answer clearer, and are not wanted then. One look alone stops
     * too often where the rounds are alike by chance: two in a row must say so.
     */
    private boolean precise(int round) {
        if (!stage.run().setup().untilPrecise() || round <= PairedRatio.FEWEST_ROUNDS) {
            return false;
        }
        var before = wasPrecise;
        wasPrecise = Analyst.precise(Analyst.analyse(course.soFar(), Measure.OUTPUT_SPEED), course::takesPart);
        return before && wasPrecise;
    }

    /** True if something was sent. */
    private boolean one(Lane lane, int round, int place) throws InterruptedException {
        while (course.goesOn() && course.takesPart(lane.index())) {
            var spec = stage.ask(lane);
            var parting = stage.allowed().forbids(spec);
            if (parting != null) {
                course.part(lane.index(), parting);
                return false;
            }
            stage.warm(lane);
            var trip = new Trip(stage.tools().clocks());
            var running = stage.start(lane, spec, trip);
            keepWarm(lane, running);
            var result = Stage.await(running);
            if (stage.counts(result, lane)) {
                stage.landed(result, trip, lane, round, place);
                return true;
            }
            // Taken back before it left: by a pause, or because its lane is out.
        }
        return false;
    }

    /** While it waits for its windows, whoever is at the other end may close the connection: it is proven shortly before. */
    private void keepWarm(Lane lane, RunningExchange running) throws InterruptedException {
        for (var waits = running.waiting(); waits != null; waits = running.waiting()) {
            var early = waits.leftMs() - SHORTLY_MS;
            if (early <= 0) {
                stage.warm(lane);
            }
            if (Stage.ended(running, Math.clamp((long) early, SHORTEST_NAP_MS, LONGEST_NAP_MS))) {
                return;
            }
        }
    }
}

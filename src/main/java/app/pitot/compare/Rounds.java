package app.pitot.compare;

import java.util.List;

/** One request at a time, in another order each round. */
final class Rounds implements Conduct {
    private final Stage stage;
    private final Course course;
    private final List<int[]> orders;
    private final int first;

    /** @param orders the first for the round that is thrown away, if there is one */
    Rounds(Stage stage, List<int[]> orders) {
        this.stage = stage;
        this.course = stage.course();
        this.orders = orders;
        this.first = stage.run().setup().warmUp() ? 0 : 1;
    }

    @Override
    public void run() throws InterruptedException {
        for (var i = 0; i < orders.size(); i++) {
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

    /** True if something was sent. */
    private boolean one(Lane lane, int round, int place) throws InterruptedException {
        while (course.goesOn() && course.takesPart(lane.index())) {
            var trip = new Trip(lane, stage.tools().clocks(), stage.warming());
            var running = stage.start(lane, trip);
            if (running == null) {
                return false;
            }
            var result = Stage.await(running);
            if (stage.counts(result, trip, lane)) {
                stage.landed(result, trip, lane, round, place);
                return true;
            }
            // Taken back before it left: by a pause, or because its lane is out.
        }
        return false;
    }
}

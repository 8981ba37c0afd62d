package app.pitot.compare;

import app.pitot.exchange.ExchangeResult;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** All lanes at once: each waits until all are admitted, opens its connection, and waits until all have. */
final class Race implements Conduct {
    private final Stage stage;
    private final StartLine admitted;
    private final StartLine ready;
    private final BlockingQueue<Landing> landings = new LinkedBlockingQueue<>();

    private record Landing(Lane lane, Starter trip, ExchangeResult result) {}

    Race(Stage stage) {
        this.stage = stage;
        admitted = new StartLine(stage.run().lanes().size());
        ready = new StartLine(stage.run().lanes().size());
    }

    private final class Starter extends Trip {
        private final int lane;

        private Starter(Lane lane) {
            super(lane, stage.tools().clocks(), stage.warming());
            this.lane = lane.index();
        }

        @Override
        public void admitted() throws InterruptedException {
            super.admitted();
            if (stage.course().goesOn()) {
                admitted.arrive(lane);
            }
        }

        @Override
        public void ready() throws InterruptedException {
            warm();
            ready.arrive(lane);
            leave();
        }
    }

    @Override
    public void run() throws InterruptedException {
        stage.course().round(1);
        var running = 0;
        for (var lane : stage.run().lanes()) {
            running += stage.course().goesOn() && started(lane) ? 1 : 0;
        }
        for (var i = 0; i < running; i++) {
            var landing = landings.take();
            if (stage.counts(landing.result(), landing.trip(), landing.lane())) {
                stage.landed(landing.result(), landing.trip(), landing.lane(), 1, 0);
            }
        }
    }

    private boolean started(Lane lane) {
        var trip = new Starter(lane);
        var exchange = stage.course().takesPart(lane.index()) ? stage.start(lane, trip) : null;
        if (exchange == null) {
            parted(lane.index());
            return false;
        }
        exchange.result().thenAccept(result -> {
            parted(lane.index());
            landings.add(new Landing(lane, trip, result));
        });
        return true;
    }

    @Override
    public void parted(int lane) {
        admitted.leave(lane);
        ready.leave(lane);
    }
}

package app.pitot.compare;

import app.pitot.compare.Together.Entrant;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * All lanes at once: once the windows have room for all together, each waits until all are admitted, opens its connection, and
 * waits until all have.
 */
final class Race implements Conduct {
    private static final long SHORTEST_NAP_MS = 5;
    private static final long LONGEST_NAP_MS = 200;
    /** A window that has just got enough has it at the provider a little later: requests take time to get there. */
    private static final long SPARE_MS = 250;

    private final Stage stage;
    private final Together together;
    private final StartLine admitted;
    private final StartLine ready;
    private final BlockingQueue<Landing> landings = new LinkedBlockingQueue<>();

    private record Landing(Lane lane, Starter trip, ExchangeResult result) {}

    Race(Stage stage) {
        this.stage = stage;
        together = new Together(stage.tools().exchanges());
        admitted = new StartLine(stage.run().lanes().size());
        ready = new StartLine(stage.run().lanes().size());
    }

    private final class Starter extends Trip {
        private final Lane lane;

        private Starter(Lane lane) {
            super(stage.tools().clocks());
            this.lane = lane;
        }

        @Override
        public void admitted() throws InterruptedException {
            super.admitted();
            stage.course().awaitResumed(lane.index());
            admitted.arrive(lane.index());
        }

        @Override
        public void ready() throws InterruptedException {
            stage.warm(lane);
            ready.arrive(lane.index());
        }
    }

    private record Entry(Entrant entrant, ExchangeSpec spec, Starter starter) {}

    @Override
    public void run() throws InterruptedException {
        stage.course().round(1);
        var entries = awaitRoom(entries());
        entries.forEach(this::start);
        for (var i = 0; i < entries.size(); i++) {
            var landing = landings.take();
            if (stage.counts(landing.result(), landing.lane())) {
                stage.landed(landing.result(), landing.trip(), landing.lane(), 1, 0);
            }
        }
    }

    /** The lanes that may be asked, all together. */
    private List<Entry> entries() {
        var exchanges = stage.tools().exchanges();
        var entries = new ArrayList<Entry>();
        var wanted = new ArrayList<Allowed.Wanted>();
        for (var lane : stage.run().lanes()) {
            var spec = stage.ask(lane);
            var parting = stage.allowed().forbids(spec, wanted);
            if (parting != null) {
                stage.course().part(lane.index(), parting);
            } else {
                var pool = exchanges.pool(lane.account(), lane.model());
                entries.add(new Entry(new Entrant(lane, pool, exchanges.preFlight(spec)), spec, new Starter(lane)));
            }
        }
        together.tooMany(entrants(entries)).forEach(
                one -> stage.course().part(one.entrant().lane().index(), Parting.tooMany(one)));
        return entries;
    }

    /** Those of {@code all} that still take part once the windows have room for them; none if nothing more is to be sent. */
    private List<Entry> awaitRoom(List<Entry> all) throws InterruptedException {
        var waited = false;
        while (stage.course().goesOn()) {
            var entries = all.stream().filter(each -> stage.course().takesPart(index(each))).toList();
            var held = together.held(entrants(entries));
            stage.course().holds(held);
            if (held == null && !waited) {
                return entries;
            }
            stage.course().nap(held == null
                    ? SPARE_MS
                    : Math.clamp((long) held.waitMs(), SHORTEST_NAP_MS, LONGEST_NAP_MS));
            waited = held != null;
        }
        return List.of();
    }

    private static List<Entrant> entrants(List<Entry> entries) {
        return entries.stream().map(Entry::entrant).toList();
    }

    private static int index(Entry entry) {
        return entry.entrant().lane().index();
    }

    private void start(Entry entry) {
        var lane = entry.entrant().lane();
        stage.start(lane, entry.spec(), entry.starter()).result().thenAccept(result -> {
            parted(lane.index());
            landings.add(new Landing(lane, entry.starter(), result));
        });
    }

    @Override
    public void parted(int lane) {
        admitted.leave(lane);
        ready.leave(lane);
    }
}

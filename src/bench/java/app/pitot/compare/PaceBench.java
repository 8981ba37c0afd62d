package app.pitot.compare;

import app.pitot.api.ChatParameters;
import app.pitot.api.OkHttpChatClient;
import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.base.Ticker;
import app.pitot.compare.Comparer.Run;
import app.pitot.exchange.Accounts;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.Ledger;
import app.pitot.exchange.WarmUp;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A comparison of 24 requests under two plans, with all of their minute left and with none of it. Each simulator is a process
 * of its own. Beside it the same requests at the pace that the requests of a minute allow, and one after the other as fast as
 * they are answered. What is possible is worked out from the simulator's own books and the requests' own lengths.
 */
public final class PaceBench {
    private static final ModelInfo MODEL = ModelInfo.ofId("gpt-oss-120b");
    private static final List<String> PLANS = List.of("cerebras-free-2026-04", "cerebras-trial-2026-09");
    /** With the one that is thrown away 24 requests of two lanes. */
    private static final int ROUNDS = 11;
    private static final int REQUESTS = 24;
    private static final int SPEED = 2_000;
    private static final Integer CAP = 1_024;
    private static final String PROMPT = "Write 300 tokens about the speed of answers";
    private static final double LEAST_SHARE = 0.95;
    private static final double NOTICEABLE_MS = 100;

    private PaceBench() {}

    /**
     * @param seconds until the last has ended
     * @param least the same at the earliest possible
     * @param bound true if a limit kept any of them
     */
    private record Outcomes(int answered, int refused, double seconds, double least, boolean bound) {
        double share() {
            return least / seconds;
        }
    }

    public static void main(String[] args) throws Exception {
        System.out.println("| Plan | The minute before | Control: refused, took | One after the other: refused "
                + "| Comparison: refused | said before | took | possible | share of the possible |");
        System.out.println("|---|---|---|---:|---:|---:|---:|---:|---:|");
        var good = true;
        // A reply that waits for our own classes comes late; one simulator after the other, so that each has time to warm up.
        WarmUp.run(new OkHttpChatClient(Clocks.system()));
        var rows = new ArrayList<Row>();
        for (var plan : PLANS) {
            for (var used : new boolean[]{false, true}) {
                rows.add(new Row(plan, used, new Subject(plan), new Subject(plan), new Subject(plan)));
            }
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = rows.stream().map(row -> threads.submit((Callable<Boolean>) row::run)).toList();
            for (var each : running) {
                good &= each.get();
            }
        }
        if (!good) {
            System.out.println("Refused, or too slow.");
            System.exit(1);
        }
    }

    /** One plan in one state, three times. */
    private record Row(String plan, boolean used, Subject ours, Subject control, Subject quick) {
        boolean run() throws Exception {
            try (ours; control; quick; var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var each : List.of(control, quick, ours)) {
                    each.prepare(used);
                }
                var paced = threads.submit(() -> control.paced(pace(plan)));
                var fast = threads.submit(() -> quick.paced(0));
                var said = ours.comparer.estimate(ours.run()).tookMs();
                var found = ours.compare();
                System.out.printf(Locale.ROOT,
                        "| %s | %s | %d, %.1f s | %d | %d | %.1f s | %.1f s | %.1f s | %.1f %% |%n",
                        plan, used ? "used up" : "untouched", paced.get().refused(), paced.get().seconds(),
                        fast.get().refused(), found.refused(), said / 1_000, found.seconds(), found.least(),
                        found.share() * 100);
                return found.refused() == 0 && found.answered() == REQUESTS
                        && (found.share() >= LEAST_SHARE || !found.bound());
            }
        }
    }

    private static double pace(String plan) {
        return Catalogue.shipped().plan(plan).orElseThrow().forModel(MODEL.id()).limits().stream()
                .filter(limit -> limit.metric() == Metric.REQUESTS && limit.period() == Period.MINUTE)
                .mapToDouble(limit -> 60.0 / limit.value()).max().orElse(0);
    }

    /** An account with a simulator of its own. */
    private static final class Subject implements AutoCloseable {
        private final OwnSimulator simulator;
        private final OkHttpChatClient client = new OkHttpChatClient(Clocks.system());
        private final ExchangeEngine engine = new ExchangeEngine(Clocks.system(), client, Ledger.none());
        private final ExchangeComparer comparer = new ExchangeComparer(engine, client, Clocks.system(),
                new MemoryComparisons(), "bench");
        private final Account account;
        private List<Tank> windows;

        Subject(String plan) throws IOException {
            simulator = new OwnSimulator(plan, SPEED);
            account = Accounts.simulator(simulator.base(), Catalogue.shipped().plan(plan).orElseThrow());
        }

        void prepare(boolean used) throws Exception {
            while (used && send().outcome() == Outcome.COMPLETE) {
                // Until the minute is used up.
            }
        }

        /** One every so often, or as soon as the one before has ended. */
        Outcomes paced(double seconds) throws Exception {
            var begun = Ticker.system().nanos();
            var refused = 0;
            for (var i = 0; i < REQUESTS; i++) {
                var due = (long) (begun + i * seconds * 1e9 - Ticker.system().nanos());
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due));
                refused += send().outcome() == Outcome.REFUSED ? 1 : 0;
            }
            return new Outcomes(REQUESTS - refused, refused, (Ticker.system().nanos() - begun) / 1e9, 0, true);
        }

        Run run() {
            var lanes = List.of(lane(0, 0.0), lane(1, 1.0));
            var setups = lanes.stream().map(lane -> new LaneSetup(account.id(), MODEL.id(), lane.parameters()))
                    .toList();
            return new Run(null, null, new ComparisonSetup(Mode.ROUNDS, "", PROMPT, setups, ROUNDS, true, true),
                    lanes);
        }

        private Lane lane(int index, double temperature) {
            return new Lane(index, account, MODEL, ChatParameters.of(temperature, CAP));
        }

        ExchangeResult send() throws Exception {
            return engine.start(Question.of(lane(0, 0), run().setup(), Nonces.sample())).result().get();
        }

        Outcomes compare() throws Exception {
            windows = simulator.windows(MODEL.id());
            var begun = Ticker.system().nanos();
            var all = comparer.start(run(), false).result().get();
            var seconds = (Ticker.system().nanos() - begun) / 1e9;
            var refused = (int) all.samples().stream().filter(each -> each.outcome() == Outcome.REFUSED).count();
            var answered = (int) all.samples().stream()
                    .filter(each -> each.outcome() == Outcome.COMPLETE).count();
            all.samples().stream().filter(each -> each.error() != null).forEach(each -> System.out.println(
                    each.round() + "/" + each.place() + " held " + each.heldMs() + " ms: " + each.error()));
            return new Outcomes(answered, refused, seconds, possible(all) / 1_000,
                    all.samples().stream().anyMatch(each -> each.heldMs() > NOTICEABLE_MS));
        }

        /** As if every request had left the moment that the simulator would let it in. */
        private double possible(Comparison all) {
            var loads = all.samples().stream().map(sample -> {
                var input = sample.usage() == null ? 0 : sample.usage().promptTokens();
                return new Load("pool", 1, input + CAP,
                        input + (sample.usage() == null ? 0 : sample.usage().completionTokens()),
                        sample.speed().totalMs() == null ? 0 : sample.speed().totalMs(), null);
            }).toList();
            return new Rehearsal("pool", windows).inTurn(loads);
        }

        @Override
        public void close() throws IOException {
            client.close();
            simulator.close();
        }
    }
}

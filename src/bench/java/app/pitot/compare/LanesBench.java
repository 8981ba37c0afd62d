package app.pitot.compare;

import app.pitot.api.ChatParameters;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.base.Ticker;
import app.pitot.compare.Comparer.Run;
import app.pitot.exchange.Accounts;
import app.pitot.exchange.Departure;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Exchanges;
import app.pitot.exchange.Ledger;
import app.pitot.exchange.PassedOn;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.Sending;
import app.pitot.exchange.TextTap;
import app.pitot.exchange.WarmUp;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/**
 * Races of one, two, four and eight lanes at a known speed, through the comparer and without a window: how true each lane's
 * speed is, and how near to each other the lanes leave. The simulator is a process of its own.
 */
public final class LanesBench {
    private static final ModelInfo MODEL = ModelInfo.ofId("llama3.1-8b");
    private static final int SPEED = 3_000;
    private static final int RACES = 7;
    private static final double MOST_ERROR = 1;

    private LanesBench() {}

    public static void main(String[] args) throws Exception {
        var good = true;
        var client = new OkHttpChatClient(Clocks.system());
        WarmUp.run(client);
        System.out
                .println("| lanes | races | speed error: median, largest lane of a race in the middle, largest of all "
                        + "| first to last of the lanes to leave: median, largest |");
        System.out.println("|---:|---:|---:|---:|");
        try (var simulator = new OwnSimulator("custom", SPEED)) {
            var account = Accounts.simulator(simulator.base(), Catalogue.shipped().plan("custom").orElseThrow());
            var exchanges = new Timed(new ExchangeEngine(Clocks.system(), client, Ledger.none()));
            var comparer = new ExchangeComparer(exchanges, client, Clocks.system(), new MemoryComparisons(), "bench");
            for (var lanes : new int[]{1, 2, 4, 8}) {
                good &= row(comparer, exchanges, account, lanes);
            }
        }
        estimates(client);
        client.close();
        if (!good) {
            System.out.println("Further off than " + MOST_ERROR + " %.");
            System.exit(1);
        }
    }

    /** How long it takes to say what a comparison would need, under a plan with many windows. */
    private static void estimates(OkHttpChatClient client) {
        var plan = Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow();
        var account = Accounts.simulator("http://127.0.0.1:9/v1", plan);
        var comparer = new ExchangeComparer(new ExchangeEngine(Clocks.system(), client, Ledger.none()), client,
                Clocks.system(), new MemoryComparisons(), "bench");
        System.out.println("\n| lanes | rounds | prompt, characters | estimate: median, p95 |\n|---:|---:|---:|---:|");
        for (var rounds : new int[]{12, 300}) {
            for (var characters : new int[]{400, 20_000}) {
                var run = run(account, 8, "wind ".repeat(characters / 5), Mode.ROUNDS, rounds);
                var took = new ArrayList<Double>();
                for (var i = 0; i < 2_000; i++) {
                    var begun = Ticker.system().nanos();
                    comparer.estimate(run);
                    took.add((Ticker.system().nanos() - begun) / 1e3);
                }
                var sorted = took.subList(took.size() / 2, took.size()).stream().sorted().toList();
                System.out.printf(Locale.ROOT, "| 8 | %d | %d | %.0f µs, %.0f µs |%n", rounds, characters,
                        median(sorted), sorted.get(sorted.size() * 95 / 100));
            }
        }
    }

    private static boolean row(ExchangeComparer comparer, Timed exchanges, Account account, int lanes)
            throws Exception {
        var errors = new ArrayList<Double>();
        var largest = new ArrayList<Double>();
        var spreads = new ArrayList<Double>();
        race(comparer, account, lanes);
        for (var i = 0; i < RACES; i++) {
            exchanges.left().clear();
            var race = race(comparer, account, lanes).samples().stream()
                    .map(sample -> Math.abs(sample.speed().outputTokensPerSecond() / SPEED - 1) * 100).toList();
            errors.addAll(race);
            largest.add(race.stream().max(Double::compare).orElseThrow());
            var left = exchanges.left().stream().sorted().toList();
            spreads.add((left.getLast() - left.getFirst()) / 1e6);
        }
        System.out.printf(Locale.ROOT, "| %d | %d | %.2f %%, %.2f %%, %.2f %% | %.2f ms, %.2f ms |%n", lanes, RACES,
                median(errors), median(largest), largest.stream().max(Double::compare).orElseThrow(),
                median(spreads), spreads.stream().max(Double::compare).orElseThrow());
        return median(largest) <= MOST_ERROR;
    }

    private static Comparison race(ExchangeComparer comparer, Account account, int count) throws Exception {
        var run = run(account, count, "Write 6000 tokens, please", Mode.RACE, 1);
        var all = comparer.start(run, false).result().get();
        if (!all.samples().stream().allMatch(Sample::counts) || all.samples().size() != count) {
            throw new IllegalStateException("a lane did not end: " + all.state());
        }
        return all;
    }

    private static Run run(Account account, int count, String prompt, Mode mode, int rounds) {
        var lanes = IntStream.range(0, count)
                .mapToObj(i -> new Lane(i, account, MODEL, ChatParameters.NONE)).toList();
        var setups = lanes.stream().map(lane -> new LaneSetup(account.id(), MODEL.id(), lane.parameters())).toList();
        return new Run(null, null, new ComparisonSetup(mode, "", prompt, setups, rounds, true, true), lanes);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** The real ones; notes when each request leaves. */
    private static final class Timed extends PassedOn {
        private final List<Long> left = new CopyOnWriteArrayList<>();

        Timed(Exchanges inner) {
            super(inner);
        }

        List<Long> left() {
            return left;
        }

        @Override
        public RunningExchange start(ExchangeSpec spec, String id, TextTap tap, Sending how) {
            return inner.start(spec, id, tap, how.on(how.line(), new Departure() {
                @Override
                public void admitted() throws InterruptedException {
                    how.departure().admitted();
                }

                @Override
                public void ready() throws InterruptedException {
                    how.departure().ready();
                    left.add(Ticker.system().nanos());
                }
            }));
        }
    }
}

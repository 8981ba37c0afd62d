package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Plan;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.simulator.SimulatorState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulator keeps its own books with code of its own: after every reply the gauges must show the same. */
@Timeout(60)
class GaugesTest {
    private final SteppedClocks time = new SteppedClocks();

    static Stream<Plan> plans() {
        return Catalogue.shipped().plans(Catalogue.SIMULATOR).stream().filter(plan -> !plan.limits().isEmpty());
    }

    private static TreeMap<String, Long> shown(QuotaSnapshot snapshot) {
        var remaining = new TreeMap<String, Long>();
        snapshot.windows()
                .forEach(window -> remaining.put(window.metric() + "/" + window.period(), window.remaining()));
        return remaining;
    }

    private static TreeMap<String, Long> kept(SimulatorState state) {
        var remaining = new TreeMap<String, Long>();
        state.limits().forEach(limit -> remaining.put(limit.limit().metric() + "/" + limit.limit().period(),
                limit.remainingFloor()));
        return remaining;
    }

    private static void assertEqual(Bench bench) {
        assertThat(shown(bench.engine.quota(bench.account, Bench.MODEL))).isEqualTo(kept(bench.server.state()));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void equalAfterEveryReply(Plan plan) throws Exception {
        var random = new Random(11);
        try (var bench = new Bench(plan, time.clocks(), Ledger.none(), config -> config)) {
            assertEqual(bench);
            for (int i = 0; i < 25; i++) {
                var prompt = "word ".repeat(1 + random.nextInt(200)) + i;
                var cap = random.nextInt(4) == 0 ? null : 1 + random.nextInt(900);
                var result = Bench.await(bench.engine.start(bench.spec(prompt, cap)));
                assertThat(result.outcome()).isIn(Outcome.COMPLETE, Outcome.REFUSED);
                assertEqual(bench);
                time.advance(Duration.ofMillis(random.nextInt(20_000)));
                assertEqual(bench);
            }
            assertThat(bench.server.state().admitted()).isPositive();
        }
    }

    @RepeatedTest(15)
    void equalAfterParallelReplies() throws Exception {
        try (var bench = new Bench(Bench.FREE, time.clocks(), Ledger.none(), config -> config)) {
            for (int round = 0; round < 3; round++) {
                var running = new ArrayList<RunningExchange>();
                for (int i = 0; i < 6; i++) {
                    running.add(bench.engine.start(bench.spec("Tell me about wind " + i, 100 + i)));
                }
                for (var each : running) {
                    assertThat(Bench.await(each).outcome()).isEqualTo(Outcome.COMPLETE);
                }
                assertEqual(bench);
                time.advance(Duration.ofSeconds(3));
            }
        }
    }

    /** Limits belong to the organisation: what another program used before shows with the first header, whatever the cap. */
    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource(nullValues = "none", value = {"none, none", "none, 500", "500, none",
        "500, 500", "3000, 40"})
    void equalAfterAnotherProgramUsedTheQuota(Integer others, Integer ours) throws Exception {
        try (var bench = new Bench(Bench.FREE, time.clocks(), Ledger.none(), config -> config)) {
            var other = new ExchangeEngine(time.clocks(), bench.client, Ledger.none());
            for (int i = 0; i < 2; i++) {
                Bench.await(other.start(bench.spec("Tell me about wind", others)));
            }
            Bench.await(bench.engine.start(bench.spec("Tell me about tubes", ours)));
            assertClose(bench, 0);
            Bench.await(other.start(bench.spec("Tell me about wind again", others)));
            Bench.await(bench.engine.start(bench.spec("Tell me more", ours)));
            assertClose(bench, 64);
        }
    }

    private static void assertClose(Bench bench, long tokens) {
        var shown = shown(bench.engine.quota(bench.account, Bench.MODEL));
        kept(bench.server.state()).forEach((window, truth) -> assertThat(Math.abs(shown.get(window) - truth)).as(window)
                .isLessThanOrEqualTo(window.startsWith("REQUESTS") ? 0 : tokens + 16));
    }

    @Test
    void equalAfterRefusalByQuota() throws Exception {
        try (var bench = new Bench(Bench.FREE, time.clocks(), Ledger.none(), config -> config)) {
            ExchangeResult result;
            do {
                result = Bench.await(bench.engine.start(bench.spec("Tell me about wind", 8_000)));
                assertEqual(bench);
            } while (result.outcome() == Outcome.COMPLETE);
            assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(result.error().kind()).isEqualTo(ErrorKind.RATE_LIMIT);
            assertThat(bench.server.state().refused()).isEqualTo(1);
            time.advance(Duration.ofSeconds(10));
            assertEqual(bench);
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"401", "402", "404", "413", "500", "503", "429-queue",
        "cut", "end", "error", "error:after-0", "no-usage", "malformed", "burst", "html:502", "html:200"})
    void equalAfterEveryFault(String fault) throws Exception {
        try (var bench = new Bench(Bench.FREE, time.clocks(), Ledger.none(), config -> config)) {
            for (int i = 0; i < 3; i++) {
                Bench.await(bench.engine.start(bench.spec("/fault " + fault + "\nTell me about wind", 500)));
                settled(bench);
                assertEqual(bench);
                time.advance(Duration.ofSeconds(1));
            }
        }
    }

    /** The simulator may notice a connection that it cut itself a little after the client did. */
    private static void settled(Bench bench) throws InterruptedException {
        for (int i = 0; i < 500 && bench.server.state().inFlight() > 0; i++) {
            Thread.sleep(10);
        }
    }
}

package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.quota.PreFlight;
import app.pitot.speed.TokenBasis;
import app.pitot.store.SqliteLedger;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ExchangeEngineTest {
    @TempDir
    Path temp;

    @Test
    void streamsToTheEnd() throws Exception {
        try (var bench = Bench.real(config -> config.withSpeed(3_000.0).withTtftMs(20))) {
            var running = bench.engine.start(bench.spec("Write 1500 tokens about wind", null));
            var answer = new StringBuilder();
            var reasoning = new StringBuilder();
            var phases = new ArrayList<Phase>();
            while (!running.result().isDone()) {
                running.drain(answer, reasoning);
                if (phases.isEmpty() || phases.getLast() != running.phase()) {
                    phases.add(running.phase());
                }
                Thread.onSpinWait();
            }
            running.drain(answer, reasoning);
            var result = Bench.await(running);
            assertThat(result.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(result.error()).isNull();
            assertThat(answer).hasToString(result.answer());
            assertThat(reasoning).hasToString(result.reasoning());
            assertThat(result.answer()).isNotBlank();
            assertThat(phases).contains(Phase.WRITING);
            assertThat(running.phase()).isEqualTo(Phase.ENDED);
            var truth = bench.server.state().recent().getLast();
            assertThat(result.usage().promptTokens()).isEqualTo(truth.promptTokens());
            assertThat(result.usage().completionTokens()).isEqualTo(truth.completionTokens());
            assertThat(result.speed().basis()).isEqualTo(TokenBasis.USAGE);
            assertThat(result.speed().live()).isFalse();
            assertThat(running.speed()).isEqualTo(result.speed());
            assertThat(result.speed().outputTokensPerSecond()).isPositive();
        }
    }

    @Test
    void learnsHowLargePromptsAre() throws Exception {
        try (var bench = Bench.real(config -> config)) {
            var spec = bench.spec("How does a wing make lift, in words for a child of ten years?", 200);
            for (int i = 0; i < 5; i++) {
                Bench.await(bench.engine.start(spec));
            }
            var truth = bench.server.state().recent().getLast().promptTokens();
            assertThat(bench.engine.preFlight(spec).inputTokens()).isBetween(truth - 3L, truth + 3L);
        }
    }

    @Test
    void preFlightAgreesWithTheProvider() throws Exception {
        try (var bench = Bench.real(config -> config)) {
            var fits = bench.spec("Short", 100);
            assertThat(bench.engine.preFlight(fits).verdict()).isEqualTo(PreFlight.Verdict.FITS);
            var over = bench.spec("Short", 9_000);
            assertThat(bench.engine.preFlight(over).verdict()).isEqualTo(PreFlight.Verdict.OVER_CONTEXT);
            var result = Bench.await(bench.engine.start(over));
            assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(result.error().kind()).isEqualTo(ErrorKind.CONTEXT_LENGTH);
        }
    }

    @Test
    void stopKeepsTheTextAndTheCharge() throws Exception {
        try (var bench = Bench.real(config -> config.withSpeed(200.0))) {
            var running = bench.engine.start(bench.spec("Tell me about wind", 4_000));
            while (running.phase() == Phase.CONNECTING || running.phase() == Phase.WAITING) {
                Thread.sleep(2);
            }
            running.stop();
            running.stop();
            var result = Bench.await(running);
            assertThat(result.outcome()).isEqualTo(Outcome.STOPPED);
            assertThat(result.error()).isNull();
            assertThat(result.answer() + result.reasoning()).isNotEmpty();
            assertThat(result.reservation().outputTokens()).isEqualTo(4_000);
            var tokens = result.quota().windows().stream().filter(window -> window.limit() == 60_000).findFirst();
            assertThat(tokens.orElseThrow().remaining()).isLessThan(57_000);
        }
    }

    @Test
    void stopAtOnceSendsNothingOrLittleAndEnds() throws Exception {
        try (var bench = Bench.real(config -> config)) {
            for (int i = 0; i < 20; i++) {
                var running = bench.engine.start(bench.spec("Tell me about wind", 50));
                running.stop();
                assertThat(Bench.await(running).outcome()).isIn(Outcome.STOPPED, Outcome.COMPLETE);
            }
        }
    }

    @Test
    void nothingIsChargedForWhatNeverLeft() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (var bench = Bench.real(config -> config)) {
            var account = Accounts.simulator("http://127.0.0.1:" + port + "/v1", Bench.FREE);
            var result = Bench.await(bench.engine.start(Bench.spec(account, "Hello", 100)));
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(result.error().kind()).isEqualTo(ErrorKind.CONNECTION_REFUSED);
            assertThat(result.reservation()).isNull();
            assertThat(result.quota().windows())
                    .allSatisfy(window -> assertThat(window.remaining()).isEqualTo(window.limit()));
        }
    }

    @Test
    void anAbsentKeySendsNothing() throws Exception {
        try (var bench = Bench.real(config -> config)) {
            var account = Accounts.custom(bench.server.baseUrl().toString(), "NOT_SET", null, _ -> null);
            var result = Bench.await(bench.engine.start(Bench.spec(account, "Hello", 100)));
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(result.error().kind()).isEqualTo(ErrorKind.BAD_KEY);
            assertThat(result.error().message()).contains("NOT_SET");
            assertThat(bench.server.state().admitted()).isZero();
        }
    }

    @Test
    void windowsOfAnUnknownEndpointComeFromItsHeaders() throws Exception {
        try (var bench = Bench.real(config -> config)) {
            var account = Accounts.custom(bench.server.baseUrl().toString(), null, null);
            assertThat(bench.engine.quota(account, Bench.MODEL).windows()).isEmpty();
            var result = Bench.await(bench.engine.start(Bench.spec(account, "Hello", 100)));
            assertThat(result.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(result.quota().windows()).isNotEmpty();
        }
    }

    @Test
    void todaysUseIsRestoredFromTheLedger() throws Exception {
        var problems = new CopyOnWriteArrayList<>();
        var plan = Bench.FREE;
        try (var bench = Bench.real(config -> config)) {
            var account = Accounts.custom(bench.server.baseUrl().toString(), null, plan);
            try (var ledger = new SqliteLedger(temp, Clocks.system(), problems::add)) {
                var engine = new ExchangeEngine(Clocks.system(), bench.client, ledger);
                for (int i = 0; i < 3; i++) {
                    Bench.await(engine.start(Bench.spec(account, "Hello " + i, 100)));
                }
            }
            try (var ledger = new SqliteLedger(temp, Clocks.system(), problems::add)) {
                var engine = new ExchangeEngine(Clocks.system(), bench.client, ledger);
                var result = Bench.await(engine.start(Bench.spec(account, "Hello again", 100)));
                assertThat(result.quota().day().requests()).isEqualTo(4);
                assertThat(result.quota().day().used()).isEqualTo(bench.server.state().tokensToday());
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void aRequestIsNotTakenForEarlierUseOfItself() throws Exception {
        var now = java.time.Instant.parse("2026-11-20T10:00:00.123456Z");
        try (var bench = Bench.real(config -> config)) {
            var account = Accounts.custom(bench.server.baseUrl().toString(), null, Bench.FREE);
            var clocks = new Clocks(System::nanoTime, () -> now);
            // As the ledger gives it back: without what is finer than a millisecond.
            var ledger = new Ledger() {
                @Override
                public void begin(Attempt attempt, ExchangeSpec spec, java.time.Instant at, long reservedTokens) {}

                @Override
                public void end(Attempt attempt, ExchangeResult result, boolean last) {}

                @Override
                public void close() {}

                @Override
                public List<app.pitot.quota.PastUse> since(String accountId, String model, java.time.Instant since) {
                    return List.of(new app.pitot.quota.PastUse(java.time.Instant.parse("2026-11-20T10:00:00.123Z"), 100,
                            0, false));
                }
            };
            var result = Bench.await(new ExchangeEngine(clocks, bench.client, ledger)
                    .start(Bench.spec(account, "Hello", 100)));
            assertThat(result.quota().day().requests()).isEqualTo(1);
        }
    }

    @Test
    void theSimulatorsUseBeginsWithTheProcess() throws Exception {
        var asked = new ArrayList<String>();
        try (var bench = Bench.real(config -> config)) {
            var engine = new ExchangeEngine(Clocks.system(), bench.client, new RecordingLedger(asked));
            Bench.await(engine.start(bench.spec("Hello", 100)));
            assertThat(asked).extracting(entry -> entry.split(" ")[0]).containsExactly("begin", "end");
        }
    }

    @Test
    void eachRequestHasItsOwnId() throws Exception {
        try (var bench = Bench.real(config -> config)) {
            var ids = List.of(bench.engine.start(bench.spec("a", 10)), bench.engine.start(bench.spec("a", 10)));
            assertThat(ids.get(0).id()).isNotEqualTo(ids.get(1).id());
            assertThat(Bench.await(ids.get(0)).id()).isEqualTo(ids.get(0).id());
        }
    }
}

package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import app.pitot.quota.WindowState;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.store.SqliteLedger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs of the app on one ledger, over real HTTP. */
class SharingTest {
    private static final Clocks CLOCKS = Clocks.system();
    /** The machine may be busy with other things. */
    private static final long PATIENCE_MS = 60_000;
    private static final long A_WHILE_MS = 1_000;
    /** So that the other run hears of a request before it ends. */
    private static final int LONG_MS = 8_000;
    private static final Plan PLAN = new Plan("shared", "shared", "custom", LocalDate.parse("2026-11-01"), "",
            List.of(new Limit(Metric.TOKENS, Period.DAY, 10_000_000, Refill.FIXED)), null, 0, "");

    @TempDir
    private Path folder;

    private OkHttpChatClient client;
    private SimulatorServer server;
    private SqliteLedger here;
    private SqliteLedger there;
    private ExchangeEngine one;
    private ExchangeEngine other;
    private Account account;

    @BeforeEach
    void open() throws Exception {
        open(300);
    }

    /** @param ttftMs how long a request is in flight at least */
    private void open(int ttftMs) throws Exception {
        server = SimulatorServer.start(SimulatorConfig.of(PLAN).withSpeed(200_000.0).withTtftMs(ttftMs));
        account = new Account("custom:test", Catalogue.shipped().provider("custom"), server.baseUrl().toString(), PLAN,
                KeySource.none(), "none");
        client = new OkHttpChatClient(CLOCKS);
        here = new SqliteLedger(folder, CLOCKS, _ -> {});
        there = new SqliteLedger(folder, CLOCKS, _ -> {});
        one = new ExchangeEngine(CLOCKS, client, here);
        other = new ExchangeEngine(CLOCKS, client, there);
        one.quotaOnceRead(account, Bench.MODEL);
        other.quotaOnceRead(account, Bench.MODEL);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        client.close();
        server.close();
    }

    private WindowState tokens(ExchangeEngine engine) {
        return engine.quota(account, Bench.MODEL).windows().stream().filter(w -> w.metric() == Metric.TOKENS)
                .findFirst().orElseThrow();
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        var begun = System.nanoTime();
        while (!what.getAsBoolean()) {
            assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(PATIENCE_MS);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Test
    void aRequestInFlightElsewhereIsReservedHereAndItsEndIsUsed() throws Exception {
        close();
        open(LONG_MS);
        var running = one.start(Bench.spec(account, "Tell me of pitot tubes.", 500));
        await(() -> tokens(other).reserved() > 0);
        assertThat(running.result()).isNotDone();
        // Each by its own estimate of the prompt.
        assertThat(tokens(other).reserved()).isCloseTo(tokens(one).reserved(), within(100L));
        Bench.await(running);
        await(() -> tokens(other).reserved() == 0);
        assertThat(tokens(other).remaining()).isEqualTo(tokens(one).remaining());
        assertThat(tokens(other).used()).isEqualTo(server.state().tokensToday());
        assertThat(other.quota(account, Bench.MODEL).day().used()).isEqualTo(server.state().tokensToday());
        assertThat(other.quota(account, Bench.MODEL).day().requests()).isEqualTo(1);
    }

    @Test
    void whoeverSendsNothingIsCountedTwice() throws Exception {
        var all = new ArrayList<RunningExchange>();
        for (var i = 0; i < 12; i++) {
            all.add((i % 3 == 0 ? other : one).start(Bench.spec(account, "Question " + i, 50 + i)));
            TimeUnit.MILLISECONDS.sleep(60);
        }
        for (var each : all) {
            Bench.await(each);
        }
        var spent = server.state().tokensToday();
        await(() -> tokens(one).reserved() == 0 && tokens(other).reserved() == 0);
        await(() -> one.quota(account, Bench.MODEL).day().requests() == 12
                && other.quota(account, Bench.MODEL).day().requests() == 12);
        assertThat(tokens(one).used()).isEqualTo(spent);
        assertThat(tokens(other).used()).isEqualTo(spent);
        // A third run, begun only now, reads the same.
        try (var late = new SqliteLedger(folder, CLOCKS, _ -> {})) {
            var third = new ExchangeEngine(CLOCKS, client, late);
            var quota = third.quotaOnceRead(account, Bench.MODEL);
            assertThat(quota.day().used()).isEqualTo(spent);
            assertThat(quota.day().requests()).isEqualTo(12);
        }
    }

    @Test
    void aRunThatBeginsDuringARequestHoldsItAndLetsItGo() throws Exception {
        close();
        open(LONG_MS);
        var running = one.start(Bench.spec(account, "Tell me of pitot tubes.", 500));
        await(() -> tokens(one).reserved() > 0);
        TimeUnit.MILLISECONDS.sleep(200);
        try (var late = new SqliteLedger(folder, CLOCKS, _ -> {})) {
            var third = new ExchangeEngine(CLOCKS, client, late);
            third.quotaOnceRead(account, Bench.MODEL);
            assertThat(running.result()).isNotDone();
            assertThat(tokens(third).reserved()).isCloseTo(tokens(one).reserved(), within(100L));
            Bench.await(running);
            await(() -> tokens(third).reserved() == 0);
            assertThat(tokens(third).used()).isEqualTo(server.state().tokensToday());
        }
    }

    @Test
    void nobodyIsToldWhileNobodyWritesNorOfTheirOwn() throws Exception {
        var told = new AtomicInteger();
        one.onUseElsewhere(_ -> told.incrementAndGet());
        Bench.await(one.start(Bench.spec(account, "Mine.", 50)));
        TimeUnit.MILLISECONDS.sleep(A_WHILE_MS);
        assertThat(told).hasValue(0);
        Bench.await(other.start(Bench.spec(account, "Theirs.", 50)));
        await(() -> told.get() > 0);
    }
}

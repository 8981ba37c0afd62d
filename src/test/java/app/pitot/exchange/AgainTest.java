package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ErrorKind;
import app.pitot.api.OkHttpChatClient;
import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.base.Ticker;
import app.pitot.exchange.Waiting.Cause;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Metric;
import app.pitot.quota.PreFlight;
import app.pitot.simulator.Dialect;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again after which failure, over real HTTP; the waiting runs on a clock that a test moves. */
@Timeout(60)
class AgainTest {
    private static final Instant START = Instant.parse("2026-11-26T10:00:00Z");

    private final List<String> events = new ArrayList<>();
    private final ManualLater later = new ManualLater();
    private final AtomicLong skipped = new AtomicLong();
    private final Clocks clocks = new Clocks(() -> Ticker.system().nanos() + skipped.get(),
            () -> START.plusNanos(skipped.get()));
    private SimulatorServer server;
    private OkHttpChatClient client;
    private ExchangeEngine engine;
    private Account account;

    private void open(Dialect dialect) throws Exception {
        var plan = Catalogue.shipped().plan(dialect.defaultPlan()).orElseThrow();
        server = SimulatorServer.start(SimulatorConfig.of(plan).withDialect(dialect).withSpeed(200_000.0)
                .withTtftMs(0).withClocks(clocks));
        client = new OkHttpChatClient(clocks);
        engine = new ExchangeEngine(
                new Gear(clocks, client, new RecordingLedger(events), later, RandomGenerator.of("L64X128MixRandom")));
        account = new Account("a", Catalogue.shipped().provider(dialect.label()), server.baseUrl().toString(), plan,
                KeySource.none(), "none");
    }

    @AfterEach
    void close() {
        if (server != null) {
            client.close();
            server.close();
        }
    }

    private RunningExchange start(String prompt, Sending how) {
        var model = switch (account.provider().id()) {
            case "groq" -> "openai/gpt-oss-120b";
            case "openrouter" -> "openai/gpt-oss-20b:free";
            default -> "gpt-oss-120b";
        };
        var spec = Bench.spec(account, prompt, 100);
        return engine.start(new ExchangeSpec(account, Bench.model(model), new app.pitot.api.ChatRequest(model,
                spec.request().messages(), null, 100)), java.util.UUID.randomUUID().toString(), TextTap.NONE, how);
    }

    /** Waits until the exchange waits. */
    private Waiting waiting(RunningExchange running) throws Exception {
        while (true) {
            var now = running.waiting();
            if (now != null && (now.cause() == Cause.FIT || now.error() != null)) {
                return now;
            }
            assertThat(running.result()).isNotDone();
            Thread.sleep(1);
        }
    }

    private void pass(double millis) {
        skipped.addAndGet((long) (millis * 1e6));
        later.run();
    }

    private long used() {
        return engine.quota(account, Bench.model("gpt-oss-120b")).windows().stream()
                .filter(window -> window.metric() == Metric.TOKENS)
                .mapToLong(window -> window.limit() - window.remaining()).max().orElseThrow();
    }

    @Test
    void aRefusalForItsQuotaIsSentAgainOnceAfterTheCountdown() throws Exception {
        open(Dialect.GROQ);
        var running = start("/fault 429-tokens@1\nHello", Sending.NOW.again(true));
        var waiting = waiting(running);
        assertThat(running.phase()).isEqualTo(Phase.QUEUED);
        assertThat(waiting.cause()).isEqualTo(Cause.QUOTA);
        assertThat(waiting.attempt()).isEqualTo(2);
        assertThat(waiting.attempts()).isEqualTo(2);
        assertThat(waiting.error().kind()).isEqualTo(ErrorKind.RATE_LIMIT);
        var told = waiting.error().retryAfterSeconds() * 1_000;
        assertThat(waiting.leftMs()).isBetween(told - 500, told + 50);
        pass(told / 2);
        assertThat(running.waiting().leftMs()).isLessThan(told / 2 + 100);
        assertThat(running.phase()).isEqualTo(Phase.QUEUED);
        pass(told / 2 + 100);
        var result = Bench.await(running);
        assertThat(result.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(result.notes()).hasSize(1).first().asString().contains("quota: “").endsWith("”.")
                .doesNotContain(".”");
        assertThat(events).filteredOn(event -> !event.startsWith("since")).extracting(event -> event.split(" ")[0])
                .containsExactly("begin", "end", "begin", "end");
        assertThat(events).contains("end REFUSED", "end COMPLETE");
    }

    @Test
    void aSecondRefusalForItsQuotaEndsIt() throws Exception {
        open(Dialect.GROQ);
        var running = start("/fault 429-tokens\nHello", Sending.NOW.again(true));
        pass(waiting(running).leftMs() + 100);
        var result = Bench.await(running);
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.error().kind()).isEqualTo(ErrorKind.RATE_LIMIT);
        assertThat(events).filteredOn("end REFUSED"::equals).hasSize(2);
    }

    @Test
    void withoutATimeOurOwnWindowsSayWhen() throws Exception {
        open(Dialect.CEREBRAS);
        var running = start("/fault 429-requests@1\nHello", Sending.NOW.again(true));
        var waiting = waiting(running);
        assertThat(waiting.cause()).isEqualTo(Cause.QUOTA);
        assertThat(waiting.leftMs()).isBetween(0.0, 60_500.0);
        pass(waiting.leftMs() + 2_000);
        pass(60_000);
        assertThat(Bench.await(running).outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void aDayIsNotWaitedForUnlessWished() throws Exception {
        open(Dialect.GROQ);
        var result = Bench.await(start("/fault 429-day\nHello", Sending.NOW.again(true)));
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(events).filteredOn(event -> event.startsWith("begin")).hasSize(1);
    }

    @Test
    void aDayIsWaitedForIfItMayTakeAsLongAsItHasTo() throws Exception {
        open(Dialect.GROQ);
        var patient = start("/fault 429-day@1\nHello", Sending.WHEN_FITS.again(true));
        // It may still be on its way into the queue, before it is sent for the first time.
        var waiting = waiting(patient);
        while (waiting.error() == null) {
            Thread.sleep(1);
            waiting = waiting(patient);
        }
        assertThat(waiting.cause()).isEqualTo(Cause.QUOTA);
        assertThat(waiting.attempts()).isEqualTo(2);
        assertThat(waiting.leftMs()).as("longer than anybody waits unasked").isGreaterThan(600_000);
        pass(waiting.leftMs() - 60_000);
        assertThat(patient.phase()).isEqualTo(Phase.QUEUED);
        assertThat(patient.waiting().leftMs()).isBetween(1.0, 60_000.0);
        assertThat(events).filteredOn(event -> event.startsWith("begin")).hasSize(1);
        pass(62_000);
        assertThat(Bench.await(patient).outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(events).filteredOn(event -> event.startsWith("begin")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"503, false, false", "503, , true", "503, true, true", "429, false, false", "429, , true"})
    void whatTheProviderSaysOfSendingAgainIsObeyed(int status, String said, boolean waits) throws Exception {
        open(Dialect.CEREBRAS);
        var asked = new AtomicInteger();
        var refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Retry-After", "1");
            if (said != null) {
                exchange.getResponseHeaders().set("x-should-retry", said);
            }
            var body = "{\"message\":\"Not now.\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        refusing.start();
        try {
            account = new Account("b", account.provider(),
                    "http://127.0.0.1:" + refusing.getAddress().getPort() + "/v1", account.plan(), KeySource.none(),
                    "none");
            var running = start("Hello", Sending.NOW.again(true));
            if (waits) {
                assertThat(waiting(running).attempt()).isEqualTo(2);
                running.stop();
            }
            assertThat(Bench.await(running).outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(asked).hasValue(1);
        } finally {
            refusing.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"CEREBRAS, 429-queue, BUSY, 3", "GROQ, 498, BUSY, 3", "OPENROUTER, 429-queue, BUSY, 3",
        "CEREBRAS, 500, SERVER, 2", "CEREBRAS, 503, SERVER, 2", "GROQ, 503, SERVER, 2"})
    void whatPassesByItselfIsSentAgainAFewTimes(Dialect dialect, String fault, Cause cause, int times)
            throws Exception {
        open(dialect);
        var running = start("/fault " + fault + "\nHello", Sending.NOW.again(true));
        for (int again = 1; again <= times; again++) {
            var waiting = waiting(running);
            assertThat(waiting.cause()).isEqualTo(cause);
            assertThat(waiting.attempt()).isEqualTo(again + 1);
            assertThat(waiting.attempts()).isEqualTo(times + 1);
            assertThat(waiting.leftMs()).isBetween(0.0, 1_250.0 * (1 << again - 1));
            int before = events.size();
            pass(6_000);
            while (events.size() < before + 2) {
                Thread.sleep(1);
            }
        }
        var result = Bench.await(running);
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(events).filteredOn("end REFUSED"::equals).hasSize(times + 1);
        assertThat(server.state().admitted()).isZero();
        if (dialect == Dialect.CEREBRAS) {
            assertThat(used()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"CEREBRAS, 401", "CEREBRAS, 402", "CEREBRAS, 404", "CEREBRAS, 413", "CEREBRAS, cut:300",
        "CEREBRAS, error:300", "OPENROUTER, 402", "CEREBRAS, error-200"})
    void whatCannotHelpOrCameInPartIsNotSentAgain(Dialect dialect, String fault) throws Exception {
        open(dialect);
        var result = Bench.await(start("/fault " + fault + "\nHello", Sending.NOW.again(true)));
        assertThat(result.outcome()).isNotEqualTo(Outcome.COMPLETE);
        assertThat(events).filteredOn(event -> event.startsWith("begin")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"503", "429-tokens", "429-requests", "429-queue"})
    void withoutTheWishNothingIsSentAgain(String fault) throws Exception {
        open(Dialect.CEREBRAS);
        assertThat(Bench.await(start("/fault " + fault + "\nHello", Sending.NOW)).outcome())
                .isEqualTo(Outcome.REFUSED);
        assertThat(events).filteredOn(event -> event.startsWith("begin")).hasSize(1);
    }

    @Test
    void sendNowEndsTheCountdown() throws Exception {
        open(Dialect.GROQ);
        var running = start("/fault 429-tokens@1\nHello", Sending.NOW.again(true));
        waiting(running);
        running.sendNow();
        assertThat(Bench.await(running).outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void cancellingTheCountdownKeepsTheRefusal() throws Exception {
        open(Dialect.GROQ);
        var running = start("/fault 429-tokens\nHello", Sending.NOW.again(true));
        waiting(running);
        running.stop();
        var result = Bench.await(running);
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.error().kind()).isEqualTo(ErrorKind.RATE_LIMIT);
        assertThat(events).filteredOn(event -> event.startsWith("begin")).hasSize(1);
        later.run();
        assertThat(running.phase()).isEqualTo(Phase.ENDED);
    }

    @Test
    void whatWaitsUntilItFitsCanBeTakenBackAndIsNeverSent() throws Exception {
        open(Dialect.CEREBRAS);
        for (int i = 0; i < 30; i++) {
            Bench.await(start("Hello", Sending.NOW));
        }
        var admitted = server.state().admitted();
        var first = start("Hello", Sending.WHEN_FITS.again(true));
        while (first.waiting() == null || first.waiting().window() == null) {
            Thread.sleep(1);
        }
        assertThat(first.phase()).isEqualTo(Phase.QUEUED);
        var second = start("Hello", Sending.WHEN_FITS.again(true));
        while (second.waiting() == null || second.waiting().ahead() != 1) {
            Thread.sleep(1);
        }
        var spec = Bench.spec(account, "Hello", 100);
        var check = engine.preFlight(new ExchangeSpec(account, Bench.model("gpt-oss-120b"),
                new app.pitot.api.ChatRequest("gpt-oss-120b", spec.request().messages(), null, 100)));
        assertThat(check.verdict()).isEqualTo(PreFlight.Verdict.WAIT);
        assertThat(check.ahead()).isEqualTo(2);
        assertThat(check.waitMs()).isGreaterThan(second.waiting().leftMs() + 1_900);
        first.stop();
        var result = Bench.await(first);
        assertThat(result.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(result.reservation()).isNull();
        assertThat(server.state().admitted()).isEqualTo(admitted);
        pass(3_000);
        assertThat(Bench.await(second).outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(server.state().refused()).isZero();
    }

    @Test
    void whatCanNeverFitIsRefusedHereWithTheWindowAndTheFigures() throws Exception {
        open(Dialect.GROQ);
        var spec = new ExchangeSpec(account, Bench.model("openai/gpt-oss-120b"), new app.pitot.api.ChatRequest(
                "openai/gpt-oss-120b", Bench.spec(account, "Hello", 9_000).request().messages(), null, 9_000));
        var result = Bench.await(engine.start(spec, "x", TextTap.NONE, Sending.WHEN_FITS.again(true)));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.error().kind()).isEqualTo(ErrorKind.TOO_LARGE);
        assertThat(result.error().excess().allowed()).isEqualTo(8_000);
        assertThat(server.state().admitted() + server.state().refused()).isZero();
    }

    @Test
    void aClosedPortIsTriedAgain() throws Exception {
        open(Dialect.CEREBRAS);
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        account = new Account("b", account.provider(), "http://127.0.0.1:" + port + "/v1", account.plan(),
                KeySource.none(), "none");
        var running = start("Hello", Sending.NOW.again(true));
        for (int i = 0; i < 2; i++) {
            assertThat(waiting(running).cause()).isEqualTo(Cause.SERVER);
            int before = events.size();
            pass(5_000);
            while (events.size() < before + 2) {
                Thread.sleep(1);
            }
        }
        var result = Bench.await(running);
        assertThat(result.error().kind()).isEqualTo(ErrorKind.CONNECTION_REFUSED);
        assertThat(result.reservation()).isNull();
    }
}

package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.KeyStatus;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Provenance;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.quota.WindowState;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The status of a key is asked for in the wake of replies, seldom, and only where it is told. */
@Timeout(60)
class KeyStatusesTest {
    private static final String REPLY = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hi\"},"
            + "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    private final SteppedClocks time = new SteppedClocks();
    private final AtomicInteger polls = new AtomicInteger();
    private final AtomicInteger replies = new AtomicInteger();
    private volatile int used;
    private volatile String limit = "\"limit\":null";
    private volatile int status = 200;
    private HttpServer server;
    private OkHttpChatClient client;
    private ExchangeEngine engine;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/v1/key", exchange -> {
            polls.incrementAndGet();
            answer(exchange, status, "application/json", "{\"data\":{" + limit + ",\"free_model_daily_requests\":"
                    + "{\"used\":" + used + ",\"limit\":1000,\"remaining\":" + (1000 - used) + "}}}");
        });
        server.createContext("/v1/chat/completions", exchange -> {
            replies.incrementAndGet();
            answer(exchange, 200, "text/event-stream", REPLY);
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        client = new OkHttpChatClient(time.clocks());
        engine = new ExchangeEngine(time.clocks(), client, Ledger.none());
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void theKeysOwnLimitIsAWindowOfMoney() throws Exception {
        limit = "\"limit\":5,\"limit_remaining\":1.25,\"limit_reset\":\"monthly\"";
        var account = account("openrouter", "openrouter-paid", "openrouter:money");
        reply(account, "some/model");
        awaitPolls(1);
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (engine.quota(account, ModelInfo.ofId("some/model")).windows().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertThat(engine.quota(account, ModelInfo.ofId("some/model")).windows()).singleElement().satisfies(w -> {
            assertThat(w.metric()).isEqualTo(Metric.USD);
            assertThat(w.period()).isEqualTo(Period.MONTH);
            assertThat(w.limit()).isEqualTo(5_000_000);
            assertThat(w.remaining()).isEqualTo(1_250_000);
            assertThat(w.source()).isEqualTo(Provenance.REPORTED);
        });
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", type);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Account account(String provider, String plan, String id) {
        var catalogue = Catalogue.shipped();
        return new Account(id, catalogue.provider(provider),
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
                catalogue.plan(plan).orElseThrow(), KeySource.none(), "none");
    }

    private void reply(Account account, String model) throws Exception {
        var request = new ChatRequest(model, List.of(new ChatMessage(ChatMessage.Role.USER, "hello")), null, 10);
        Bench.await(engine.start(new ExchangeSpec(account, ModelInfo.ofId(model), request)));
    }

    private void awaitPolls(int wanted) throws InterruptedException {
        for (int i = 0; i < 500 && polls.get() < wanted; i++) {
            Thread.sleep(10);
        }
        // Long enough for one more to show that should not be there.
        Thread.sleep(150);
        assertThat(polls).hasValue(wanted);
    }

    private WindowState day(Account account, String model) {
        return engine.quota(account, ModelInfo.ofId(model)).windows().stream()
                .filter(each -> each.metric() == Metric.REQUESTS && each.period() == Period.DAY).findFirst()
                .orElse(null);
    }

    @Test
    void fiveRepliesInAMinuteAreOneQuestionAndAnIdleHourIsNone() throws Exception {
        var account = account("openrouter", "openrouter-free", "a");
        assertThat(engine.keyStatus(account)).isNull();
        for (int i = 0; i < 5; i++) {
            reply(account, "m/x:free");
            time.advance(Duration.ofSeconds(10));
        }
        awaitPolls(1);
        assertThat(replies).hasValue(5);
        assertThat(engine.keyStatus(account).status().limit()).isEqualTo(KeyStatus.Cap.UNLIMITED);
        for (int i = 0; i < 60; i++) {
            time.advance(Duration.ofMinutes(1));
            engine.quota(account, ModelInfo.ofId("m/x:free"));
            engine.keyStatus(account);
        }
        awaitPolls(1);
        reply(account, "m/x:free");
        awaitPolls(2);
        reply(account("openrouter", "openrouter-free", "b"), "m/x:free");
        awaitPolls(3);
    }

    @Test
    void nobodyElseIsAsked() throws Exception {
        reply(account("groq", "groq-free-2026-10", "g"), "openai/gpt-oss-120b");
        reply(account("cerebras", "cerebras-trial-2026-09", "c"), "gpt-oss-120b");
        var away = new Account("d", Catalogue.shipped().provider("openrouter"), "http://127.0.0.1:1/v1", null,
                KeySource.none(), "none");
        reply(away, "m/x:free");
        awaitPolls(0);
    }

    @Test
    void theProvidersCountOfFreeRequestsIsShownAsReported() throws Exception {
        var account = account("openrouter", "openrouter-free", "a");
        used = 11;
        reply(account, "m/x:free");
        awaitPolls(1);
        var day = day(account, "m/x:free");
        assertThat(day.limit()).isEqualTo(1000);
        assertThat(day.remaining()).isEqualTo(989);
        assertThat(day.source()).isEqualTo(Provenance.REPORTED);
        reply(account, "m/y:free");
        assertThat(day(account, "m/x:free").remaining()).as("all free models together").isEqualTo(988);
        assertThat(day(account, "m/x:free").source()).isEqualTo(Provenance.PROJECTED);
        reply(account, "m/paid");
        assertThat(day(account, "m/paid")).as("paid models have no such window").isNull();
    }

    @Test
    void aCounterThatLagsDoesNotGiveRequestsBack() throws Exception {
        var account = account("openrouter", "openrouter-free-10credits", "a");
        used = 0;
        for (int i = 0; i < 3; i++) {
            reply(account, "m/x:free");
        }
        awaitPolls(1);
        assertThat(day(account, "m/x:free").remaining()).isEqualTo(997);
        time.advance(Duration.ofSeconds(61));
        used = 0;
        reply(account, "m/x:free");
        awaitPolls(2);
        assertThat(day(account, "m/x:free").remaining()).as("what it did not count in a minute, it does not count")
                .isEqualTo(999);
        time.advance(Duration.ofSeconds(61));
        used = 500;
        reply(account, "m/x:free");
        awaitPolls(3);
        assertThat(day(account, "m/x:free").remaining()).as("others use the key too").isEqualTo(500);
    }

    @Test
    void aRefusedQuestionChangesNothingAndIsNotRepeated() throws Exception {
        var account = account("openrouter", "openrouter-free", "a");
        status = 500;
        for (int i = 0; i < 3; i++) {
            reply(account, "m/x:free");
        }
        awaitPolls(1);
        assertThat(engine.keyStatus(account)).isNull();
        assertThat(day(account, "m/x:free").remaining()).isEqualTo(47);
    }
}

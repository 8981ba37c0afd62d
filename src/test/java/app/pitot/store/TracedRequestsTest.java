package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatMessage.Role;
import app.pitot.api.ChatRequest;
import app.pitot.api.OkHttpChatClient;
import app.pitot.api.Outcome;
import app.pitot.api.Timeouts;
import app.pitot.api.Wire;
import app.pitot.api.WireText;
import app.pitot.base.Clocks;
import app.pitot.exchange.Accounts;
import app.pitot.exchange.Budgets;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Lessons;
import app.pitot.exchange.Sending;
import app.pitot.exchange.TextTap;
import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.Setup;
import app.pitot.keys.KeySource;
import app.pitot.keys.Secret;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Connection;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Provider;
import app.pitot.simulator.Dialect;
import app.pitot.simulator.Fault;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the whole pipeline keeps of its requests: real HTTP, real files. */
@Timeout(120)
class TracedRequestsTest {
    private static final String KEY = "csk-canary4711zyxwvu9876543210";
    private static final String PASS = "pass-canary-4242424242";
    private static final String REPLY = "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\n";

    @TempDir
    Path folder;

    private final List<StoreProblem> problems = new CopyOnWriteArrayList<>();
    private final Clocks clocks = Clocks.system();
    private Database database;
    private SqliteLedger ledger;
    private SqliteTraces traces;
    private SqliteHistory history;
    private OkHttpChatClient client;
    private ExchangeEngine engine;

    @BeforeEach
    void open() {
        database = new Database(folder, clocks, problems::add);
        ledger = new SqliteLedger(database, clocks);
        history = new SqliteHistory(database, clocks);
        traces = new SqliteTraces(folder, clocks, () -> Settings.Bodies.DEFAULT, problems::add);
        history.onForgotten(traces::forget);
        client = new OkHttpChatClient(clocks);
        engine = new ExchangeEngine(clocks, client, ledger, Budgets.none(clocks), Lessons.none(), traces);
    }

    @AfterEach
    void close() {
        client.close();
        history.close();
        traces.close();
        ledger.close();
    }

    private static HttpServer server(com.sun.net.httpserver.HttpHandler handler) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
        server.start();
        return server;
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static KeySource source(String secret) {
        return () -> Optional.of(Secret.of(secret));
    }

    private static Account account(HttpServer server) {
        var headers = List.of(new Connection.ExtraHeader("X-Pass", null, source(PASS)));
        return new Account("custom:a", "a", new Provider("custom", "a", null, "auto"),
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1", null, source(KEY), "key",
                new Connection(headers, null, null, null));
    }

    private ExchangeResult ask(Account account, String id, Sending how) throws Exception {
        var request = new ChatRequest("m", List.of(new ChatMessage(Role.USER, "Say hi 4 times")), null, 50);
        return engine.start(new ExchangeSpec(account, ModelInfo.ofId("m"), request), id, TextTap.NONE, how).result()
                .get(60, TimeUnit.SECONDS);
    }

    private static String text(Wire wire) {
        return new String(wire.body(), StandardCharsets.UTF_8);
    }

    @Test
    void eachAttemptHasItsOwnTrace() throws Exception {
        var count = new AtomicInteger();
        var server = server(exchange -> reply(exchange, count.incrementAndGet() == 1 ? 503 : 200,
                count.get() == 1 ? "{\"error\":{\"message\":\"busy\"}}" : REPLY));
        try {
            var result = ask(account(server), "x", Sending.NOW.again(true));
            assertThat(result.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(traces.find("x").status()).isEqualTo(503);
            assertThat(text(traces.find("x"))).contains("busy");
            String second;
            try (var file = Sql.open(folder.resolve("traces.db"))) {
                second = Sql.texts(file, "SELECT attempt FROM trace WHERE exchange = 'x' AND attempt <> 'x'")
                        .getFirst();
            }
            assertThat(text(traces.find(second))).isEqualTo(REPLY);
            assertThat(traces.kept().count()).isEqualTo(2);
            try (var file = Sql.open(folder.resolve("pitot.db"))) {
                assertThat(Sql.texts(file, "SELECT id FROM request ORDER BY attempt")).contains("x", second);
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void noKeyIsInAnyFileNorInABackupWhateverTheServerEchoes() throws Exception {
        var replies = new AtomicInteger();
        var server = server(exchange -> {
            var headers = exchange.getRequestHeaders();
            var echo = headers.getFirst("Authorization") + " " + headers.getFirst("X-Pass");
            exchange.getResponseHeaders().add("X-Echo", echo);
            reply(exchange, replies.incrementAndGet() % 2 == 0 ? 200 : 400,
                    "data: {\"choices\":[{\"delta\":{\"content\":\"ok\"}}],\"x\":\"" + echo
                            + "\"}\n\n" + REPLY);
        });
        try {
            for (int i = 0; i < 3; i++) {
                ask(account(server), UUID.randomUUID().toString(), Sending.NOW);
            }
            assertThat(traces.kept().count()).isEqualTo(3);
            database.read(file -> new Backups(folder.resolve("pitot.db")).daily(file, LocalDate.of(2026, 11, 27)));
            close();
            int files = 0;
            try (var all = Files.walk(folder)) {
                for (var each : all.filter(Files::isRegularFile).toList()) {
                    var bytes = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
                    assertThat(bytes.contains("canary")).as(each.toString()).isFalse();
                    files++;
                }
            }
            assertThat(files).isGreaterThan(3);
            // What is compressed hides nothing from who unpacks it.
            open();
            try (var file = Sql.open(folder.resolve("traces.db"))) {
                for (var id : Sql.texts(file, "SELECT attempt FROM trace")) {
                    var wire = traces.find(id);
                    var all = wire.url() + wire.sentHeaders() + wire.headers() + text(wire)
                            + new String(wire.sentBody(), StandardCharsets.UTF_8);
                    assertThat(all).doesNotContain("canary").contains("Say hi 4 times", "X-Pass");
                }
            }
            try (var files2 = Files.walk(folder.resolve("backups"))) {
                var backup = files2.filter(each -> each.toString().endsWith(".db")).findFirst().orElseThrow();
                try (var copy = Sql.openToRead(backup, true)) {
                    assertThat(Sql.tables(copy)).contains("request").doesNotContain("trace");
                }
            }
        } finally {
            server.stop(0);
        }
    }

    static List<String> faults() {
        return Arrays.stream(Fault.valid(Dialect.CEREBRAS).split(", ")).map(each -> each.replaceAll("\\[.*", ""))
                .map(each -> each.equals("slow-first-token") ? each + ":300" : each).toList();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatTheSimulatorDoesIsKeptInEachOfItsModes(String spec) throws Exception {
        var plan = Catalogue.shipped().plan("cerebras-free-2026-04").orElseThrow();
        var fault = Fault.parse(spec);
        var waits = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(900));
        try (var server = SimulatorServer
                .start(SimulatorConfig.of(plan).withSpeed(20_000.0).withTtftMs(5).withFault(fault));
                var patient = new OkHttpChatClient(clocks, waits)) {
            var hurried = new ExchangeEngine(clocks, patient, ledger, Budgets.none(clocks), Lessons.none(), traces);
            var account = Accounts.simulator(server.baseUrl().toString(), plan);
            var id = UUID.randomUUID().toString();
            var request = new ChatRequest("gpt-oss-120b",
                    List.of(new ChatMessage(Role.USER, "Write 200 tokens, please")), null, 300);
            var result = hurried.start(new ExchangeSpec(account, ModelInfo.ofId("gpt-oss-120b"), request), id,
                    TextTap.NONE).result().get(60, TimeUnit.SECONDS);
            var wire = traces.find(id);
            assertThat(wire.phases().end()).isNotNull();
            assertThat(new String(wire.sentBody(), StandardCharsets.UTF_8)).contains("Write 200 tokens");
            assertThat(traces.holding("200 TOKENS, please", null, null)).contains(id);
            if (result.error() != null && result.error().httpStatus() != null) {
                assertThat(wire.status()).isEqualTo(result.error().httpStatus());
            }
            if (wire.status() != null && wire.status() == 200) {
                assertThat(WireText.reply(wire.body())).isEqualTo(result.reasoning() + result.answer());
            }
            if (wire.phases().firstToken() != null && result.speed().ttftMs() != null) {
                assertThat((wire.phases().firstToken() - wire.phases().sendStart()) / 1e3)
                        .isEqualTo(result.speed().ttftMs(), Offset.offset(0.01));
            }
        }
        assertThat(problems).isEmpty();
    }

    @RepeatedTest(3)
    void aConversationThatIsDeletedForGoodTakesItsTracesWithIt() throws Exception {
        var server = server(exchange -> reply(exchange, 200, REPLY));
        try {
            for (var id : List.of("kept", "gone")) {
                history.save(Conversation.begin("c-" + id, clocks.now(), Setup.NONE).withTitle("t", true));
                history.add(Message.question("q-" + id, "c-" + id, null, clocks.now(), "Say hi", List.of()));
                history.add(Message.reply("r-" + id, "c-" + id, "q-" + id, clocks.now(), id));
                ask(account(server), id, Sending.NOW);
            }
            history.delete("c-gone");
            assertThat(traces.find("gone")).as("it may still be brought back").isNotNull();
            history.purge("c-gone");
            Database.await(database.after(() -> {}), Duration.ofSeconds(10));
            assertThat(traces.find("gone")).isNull();
            assertThat(traces.find("kept")).isNotNull();
        } finally {
            server.stop(0);
        }
    }
}

package app.pitot.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.KeyCheck.Verdict;
import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.keys.KeySource;
import app.pitot.keys.Secret;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Provider;
import app.pitot.provider.ProviderFacts;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over real HTTP: against the simulator, and against a server that answers what a test says. */
@Timeout(60)
class ProviderKeyCheckTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();

    private final OkHttpChatClient client = new OkHttpChatClient(Clocks.system());
    private final ProviderKeyCheck check = new ProviderKeyCheck(client);
    private final List<String> asked = new ArrayList<>();
    private SimulatorServer simulator;
    private HttpServer server;
    private int status = 200;
    private String body = "{}";

    @BeforeEach
    void start() throws IOException {
        simulator = SimulatorServer
                .start(SimulatorConfig.of(CATALOGUE.plan("cerebras-free-2026-04").orElseThrow()));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        simulator.close();
        server.stop(0);
        client.close();
    }

    private static Account account(String provider, String baseUrl, String key) {
        return new Account("id", CATALOGUE.provider(provider), baseUrl, null,
                key == null ? KeySource.none() : () -> Optional.of(Secret.of(key)), "");
    }

    private Account atSimulator(String key) {
        return account("cerebras", simulator.baseUrl().toString(), key);
    }

    private Account atServer(String provider, String key) {
        return account(provider, "http://127.0.0.1:" + server.getAddress().getPort() + "/v1", key);
    }

    @Test
    void aGoodKeyListsItsModelsForFree() {
        var result = check.check(atSimulator("csk-good"));
        assertThat(result.verdict()).isEqualTo(Verdict.GOOD);
        assertThat(result.models()).isNotEmpty();
        assertThat(result.message()).contains("Cerebras accepts the key", result.models().size() + " models",
                "first reply tells");
        assertThat(simulator.state().admitted()).isZero();
    }

    @Test
    void aKeyWithoutCreditCannotBeToldForFree() {
        assertThat(check.check(atSimulator("broke")).message()).contains("first reply tells");
    }

    @Test
    void aWrongKeyIsRefused() {
        var result = check.check(atSimulator("wrong"));
        assertThat(result.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(result.message()).contains("Cerebras does not accept the key").doesNotContain("..");
    }

    @Test
    void anotherProvidersKeyIsNotSent() {
        var result = check.check(atServer("cerebras", "gsk_canary0123456789"));
        assertThat(result.verdict()).isEqualTo(Verdict.FOREIGN);
        assertThat(result.message()).contains("key of Groq").doesNotContain("canary");
        assertThat(asked).isEmpty();
        body = "{\"data\":[]}";
        assertThat(check.insist(atServer("cerebras", "gsk_canary0123456789")).verdict()).isEqualTo(Verdict.GOOD);
        assertThat(asked).containsExactly("GET /v1/models");
        status = 401;
        assertThat(check.insist(atServer("cerebras", "gsk_canary0123456789")).verdict()).isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void aGatewayOfTheUsersOwnTakesAnyKey() {
        body = "{\"data\":[{\"id\":\"m\"}]}";
        var result = check.check(atServer("custom", "gsk_canary0123456789"));
        assertThat(result.verdict()).isEqualTo(Verdict.GOOD);
        assertThat(result.message()).contains("one model").doesNotContain("first reply");
    }

    @Test
    void openRouterIsAskedForTheKeySinceItsModelsNeedNone() {
        body = "{\"data\":{\"label\":\"x\",\"usage\":1.2}}";
        assertThat(check.check(atServer("openrouter", "sk-or-v1-x")).verdict()).isEqualTo(Verdict.GOOD);
        status = 401;
        body = "{\"error\":{\"message\":\"Missing Authentication header\",\"code\":401}}";
        var result = check.check(atServer("openrouter", "sk-or-v1-x"));
        assertThat(result.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(result.message()).contains("Missing Authentication header.");
        assertThat(asked).containsExactly("GET /v1/key", "GET /v1/key");
    }

    @Test
    void otherAnswersHaveTheirOwnWords() {
        status = 402;
        body = "{\"message\":\"Payment required\",\"code\":\"payment_required\"}";
        assertThat(check.check(atServer("cerebras", "csk-x")).verdict()).isEqualTo(Verdict.NO_CREDIT);
        status = 404;
        body = "";
        var none = check.check(atServer("custom", null));
        assertThat(none.verdict()).isEqualTo(Verdict.UNTOLD);
        assertThat(none.message()).contains("no list").doesNotContain("/v1, as most do");
        var pathless = check.check(account("custom", atServer("custom", null).baseUrl().replace("/v1", "/api"), null));
        assertThat(pathless.message()).contains("does not end in /v1");
        status = 503;
        assertThat(check.check(atServer("cerebras", "csk-x")).verdict()).isEqualTo(Verdict.UNTOLD);
        status = 401;
        var open = check.check(atServer("custom", null));
        assertThat(open.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(open.message()).contains("asks for a key");
        status = 200;
        body = "<html><body>Sign in to the hotel</body></html>";
        assertThat(check.check(atServer("custom", null)).verdict()).isEqualTo(Verdict.UNREACHABLE);
        assertThat(check.check(atServer("openrouter", "sk-or-v1-x")).verdict()).isEqualTo(Verdict.UNREACHABLE);
    }

    @Test
    void nobodyThere() {
        var away = atServer("custom", "x-key");
        server.stop(0);
        var result = check.check(away);
        assertThat(result.verdict()).isEqualTo(Verdict.UNREACHABLE);
        assertThat(result.message()).contains("could not be asked");
    }

    @Test
    void aKeyThatCannotBeHad() {
        var provider = new Provider("custom", "Gate", null, "auto", app.pitot.provider.WireRules.PLAIN,
                ProviderFacts.NONE);
        var account = new Account("id", provider, "http://127.0.0.1:9/v1", null,
                KeySource.environment("NOT_SET", _ -> null), "");
        var result = check.check(account);
        assertThat(result.verdict()).isEqualTo(Verdict.NO_KEY);
        assertThat(result.message()).contains("NOT_SET");
    }
}

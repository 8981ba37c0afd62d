package app.pitot.api;

import static app.pitot.provider.Connection.Proxy.Kind.HTTP;
import static app.pitot.provider.Connection.Proxy.Kind.SOCKS;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.CheckStep.Kind;
import app.pitot.api.CheckStep.State;
import app.pitot.provider.Connection;
import app.pitot.provider.WireRules;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection test, against what endpoints and networks do. */
@Timeout(60)
class CheckTest {
    private static final RawServer.Script LIST = (_, wire) -> wire.reply(200, "application/json",
            "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");
    private static final String HTTPS = "https://localhost:";

    private static List<CheckStep> check(Target target) throws Exception {
        try (var client = Tls.client()) {
            var told = new CopyOnWriteArrayList<CheckStep>();
            var steps = client.check(target, told::add).result().get(30, TimeUnit.SECONDS);
            assertThat(told).as("each once and in order").containsExactlyElementsOf(steps);
            assertThat(steps).extracting(CheckStep::kind).containsExactly(Kind.values());
            for (var step : steps) {
                assertThat(step.detail()).isNotBlank().doesNotContain("canary");
                boolean timed = step.state() == State.OK || step.state() == State.FAILED;
                assertThat(step.nanos() != null).as(step.toString()).isEqualTo(timed);
                assertThat(timed ? step.nanos() : 0).isNotNegative();
            }
            return steps;
        }
    }

    /** The first letters of the states. */
    private static String states(List<CheckStep> steps) {
        return steps.stream().map(step -> step.state().name().substring(0, 1)).collect(Collectors.joining());
    }

    private static String detail(List<CheckStep> steps, Kind kind) {
        return steps.get(kind.ordinal()).detail();
    }

    @Test
    void aSecureServerIsTestedStepByStepForNoTokens() throws Exception {
        try (var server = Tls.server(LIST)) {
            var key = Talk.key();
            var steps = check(Route.DIRECT.trusting(Tls.ROOT_PEM).to(HTTPS + server.port() + "/v1", key));
            assertThat(states(steps)).isEqualTo("OSOOOO");
            assertThat(detail(steps, Kind.DNS)).contains("127.0.0.1");
            assertThat(detail(steps, Kind.TCP)).contains("127.0.0.1", String.valueOf(server.port()));
            assertThat(detail(steps, Kind.TLS)).contains("TLSv1.", "TLS_", "CN=test", "CN=Test root", "until 20");
            assertThat(detail(steps, Kind.HTTP)).contains("200");
            assertThat(detail(steps, Kind.MODELS)).isEqualTo("2 models are offered.");
            assertThat(server.requests).hasSize(1);
            var request = server.requests.getFirst();
            assertThat(request.method() + request.path()).isEqualTo("GET/v1/models");
            assertThat(request.headers()).containsEntry("authorization", "Bearer " + Talk.KEY);
            assertThat(key.bearer()).as("wiped").doesNotContain("canary");
        }
    }

    @Test
    void eachTestOpensAConnectionOfItsOwnAndLeavesNone() throws Exception {
        try (var server = new RawServer((request, wire) -> {
            LIST.answer(request, wire);
            assertThat(wire.closedByPeer(5_000)).isTrue();
        }); var client = Talk.client()) {
            for (int round = 1; round < 3; round++) {
                var steps = client.check(Route.DIRECT.to(server.url()), _ -> {}).result().get();
                assertThat(states(steps)).isEqualTo("SSOSOO");
                assertThat(server.connections).hasValue(round);
            }
            assertThat(server.failures).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"404|{}|SSOSOS|Type the id", "405||SSOSOS|Type the id",
        "200|{\"data\":[]}|SSOSOO|Type the id", "200|<html>login</html>|SSOSOF|login", "200||SSOSOF|sent nothing",
        "401|{\"message\":\"Wrong API Key csk-canary4711abcdef\"}|SSOSFN|Not tried",
        "403|<html>blocked</html>|SSOSFN|Not tried", "500||SSOSFN|Not tried", "302||SSOSFN|Not tried",
        "200|{\"code\":401,\"message\":\"bad key\"}|SSOSOF|bad key"})
    void whatTheServerAnswersDecidesTheLastSteps(int status, String body, String states, String words)
            throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(status, "text/html", body == null ? "" : body))) {
            var steps = check(Route.DIRECT.to(server.url()));
            assertThat(states(steps)).isEqualTo(states);
            assertThat(detail(steps, Kind.MODELS)).contains(words);
            assertThat(detail(steps, Kind.HTTP)).contains(String.valueOf(status));
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void failuresStopTheTestWhereTheyHappen() throws Exception {
        int free;
        try (var closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = closed.getLocalPort();
        }
        var unknown = check(Route.DIRECT.to("https://nowhere.invalid/v1"));
        assertThat(states(unknown)).isEqualTo("FNNNNN");
        assertThat(detail(unknown, Kind.DNS)).contains("nowhere.invalid");
        var dead = check(Route.DIRECT.to("http://127.0.0.1:" + free + "/v1"));
        assertThat(states(dead)).isEqualTo("SSFNNN");
        assertThat(detail(dead, Kind.TCP)).contains("refused");
        try (var server = Tls.server(LIST);
                var plain = new RawServer((_, wire) -> wire.send("220 hello\r\n\r\n").finish())) {
            var distrusted = check(Route.DIRECT.to(HTTPS + server.port() + "/v1"));
            assertThat(states(distrusted)).isEqualTo("OSOFNN");
            assertThat(detail(distrusted, Kind.TLS)).contains("not signed by anyone");
            assertThat(states(check(Route.DIRECT.to(plain.url())))).isEqualTo("SSOSFN");
            assertThat(states(check(Route.DIRECT.to("https://127.0.0.1:" + plain.port() + "/v1")))).isEqualTo("SSOFNN");
        }
        var impossible = check(Route.DIRECT.with("Host", "x").to("http://127.0.0.1:1/v1"));
        assertThat(states(impossible)).isEqualTo("FNNNNN");
    }

    @Test
    void aBlackHoleAndASilentServerEndInTime() throws Exception {
        try (var full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                var silent = new RawServer((_, wire) -> wire.closedByPeer(20_000))) {
            var short1 = Duration.ofMillis(300);
            var waits = new Connection.Waits(short1, short1, short1);
            long start = System.nanoTime();
            // Accepts no TLS handshake: the kernel takes the connection, nobody answers.
            var hole = check(
                    new Target("https://127.0.0.1:" + full.getLocalPort() + "/v1", "auto", WireRules.PLAIN, null,
                            List.of(), null, null, null, waits));
            assertThat(states(hole)).isEqualTo("SSOFNN");
            var mute = check(
                    new Target(silent.url(), "auto", WireRules.PLAIN, null, List.of(), null, null, null, waits));
            assertThat(states(mute)).isEqualTo("SSOSFN");
            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        }
    }

    @Test
    void proxiesAreAStepOfTheirOwn() throws Exception {
        try (var secured = Tls.server(LIST);
                var plain = new RawServer(LIST);
                var http = new HttpProxy("me:right");
                var socks = new SocksProxy("me:right")) {
            var https = HTTPS + secured.port() + "/v1";
            for (var kind : Connection.Proxy.Kind.values()) {
                int port = kind == HTTP ? http.port() : socks.port();
                var right = Route.DIRECT.via(kind, port, "me", "right").trusting(Tls.ROOT_PEM);
                var wrong = Route.DIRECT.via(kind, port, "me", "canary-wrong").trusting(Tls.ROOT_PEM);
                var good = check(right.to(https));
                assertThat(states(good)).as(kind.name()).isEqualTo("SOSOOO");
                assertThat(detail(good, Kind.PROXY)).contains("127.0.0.1:" + port);
                assertThat(states(check(right.to(plain.url())))).as(kind.name()).isEqualTo("SOSSOO");
                assertThat(states(check(wrong.to(https)))).as(kind.name()).isEqualTo("SFNNNN");
                assertThat(states(check(wrong.to(plain.url())))).startsWith("SF").endsWith("NN");
            }
        }
        assertThat(states(check(Route.DIRECT.via(SOCKS, 1, null, null).to("https://p.invalid/v1"))))
                .isEqualTo("SFNNNN");
    }

    @Test
    void aTestCanBeStopped() throws Exception {
        try (var silent = new RawServer((_, wire) -> wire.closedByPeer(20_000)); var client = Talk.client()) {
            var running = client.check(Talk.target(silent.url(), "auto", Talk.key()), _ -> {});
            while (silent.requests.isEmpty()) {
                Thread.sleep(5);
            }
            running.stop();
            var steps = running.result().get(5, TimeUnit.SECONDS);
            assertThat(states(steps)).isEqualTo("SSOSNN");
        }
    }
}

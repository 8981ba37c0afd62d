package app.pitot.api;

import static app.pitot.api.Talk.content;
import static app.pitot.api.Talk.finish;
import static app.pitot.provider.Connection.Proxy.Kind.HTTP;
import static app.pitot.provider.Connection.Proxy.Kind.SOCKS;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Connection.Proxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies of both kinds, with and without a password, to plain and to secure servers. */
@Timeout(60)
class ProxyTest {
    private static final String PASSWORD = "Pr0xy-canary-ä";
    private static final RawServer.Script ANSWER = (_, wire) -> wire.reply(200, "text/event-stream",
            content("hello") + finish("stop"));

    private static TestProxy proxy(Proxy.Kind kind, String login) throws IOException {
        return kind == HTTP ? new HttpProxy(login) : new SocksProxy(login);
    }

    private static String secure(RawServer server) {
        return "https://localhost:" + server.port() + "/v1";
    }

    @ParameterizedTest
    @EnumSource(Proxy.Kind.class)
    void aPlainServerIsReachedAndItsNameIsLookedUpByTheProxy(Proxy.Kind kind) throws Exception {
        try (var server = new RawServer(ANSWER); var proxy = proxy(kind, null)) {
            var url = "http://nowhere.invalid:" + server.port() + "/v1";
            var end = Route.DIRECT.via(kind, proxy.port(), null, null).talk(url);
            assertThat(end.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(proxy.asked).containsExactly("nowhere.invalid:" + server.port());
            assertThat(server.requests.getFirst().headers()).containsEntry("authorization", "Bearer " + Talk.KEY)
                    .doesNotContainKey("proxy-authorization");
        }
    }

    @ParameterizedTest
    @EnumSource(Proxy.Kind.class)
    void aSecureServerIsReachedSoThatNeitherSecretGetsToTheOther(Proxy.Kind kind) throws Exception {
        try (var server = Tls.server(ANSWER); var proxy = proxy(kind, "me:" + PASSWORD)) {
            var end = Route.DIRECT.via(kind, proxy.port(), "me", PASSWORD).trusting(Tls.ROOT_PEM).talk(secure(server));
            assertThat(end.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(proxy.logins).containsExactly("me:" + PASSWORD);
            assertThat(proxy.seen()).doesNotContain(Talk.KEY, "Authorization: Bearer", "/v1/chat");
            assertThat(server.requests).hasSize(1);
            var got = server.requests.getFirst();
            assertThat(got.headers().toString() + got.body()).contains(Talk.KEY).doesNotContain("canary-ä",
                    "proxy-auth", Ways.basic("me", Route.secret(PASSWORD)));
        }
    }

    @Test
    void aTunnelSaysWhoAsksAndNothingOfTheRequest() throws Exception {
        try (var server = Tls.server(ANSWER); var proxy = new HttpProxy(null)) {
            Route.DIRECT.via(HTTP, proxy.port(), null, null).trusting(Tls.ROOT_PEM).with("X-Team", "secret-team")
                    .talk(secure(server));
            assertThat(proxy.requests).hasSize(1);
            assertThat(proxy.requests.getFirst()).startsWith("CONNECT localhost:").contains("User-Agent: Pitot/")
                    .doesNotContain("okhttp", "Authorization", "X-Team");
        }
    }

    @ParameterizedTest
    @EnumSource(Proxy.Kind.class)
    void aWrongOrMissingPasswordIsTheProxysRefusalAndNothingIsSentTwice(Proxy.Kind kind) throws Exception {
        try (var plain = new RawServer(ANSWER);
                var secured = Tls.server(ANSWER);
                var proxy = proxy(kind, "me:" + PASSWORD)) {
            for (var url : List.of(plain.url(), secure(secured))) {
                for (var user : new String[]{null, "me", "you"}) {
                    var route = Route.DIRECT.via(kind, proxy.port(), user, user == null ? null : "wrong-canary-word")
                            .trusting(Tls.ROOT_PEM);
                    int before = proxy.logins.size();
                    var error = route.talk(url).error();
                    assertThat(error.kind()).isEqualTo(ErrorKind.PROXY_AUTH);
                    assertThat(error.message()).contains("127.0.0.1:" + proxy.port()).doesNotContain("canary",
                            "localhost");
                    assertThat(proxy.logins.size() - before).as("tries").isEqualTo(user == null ? 0 : 1);
                }
            }
            assertThat(plain.requests).isEmpty();
            assertThat(secured.requests).isEmpty();
        }
    }

    @Test
    void aPaidRequestThroughAPlainProxyCarriesItsLoginFromTheStart() throws Exception {
        try (var server = new RawServer(ANSWER); var proxy = new HttpProxy("me:" + PASSWORD)) {
            var end = Route.DIRECT.via(HTTP, proxy.port(), "me", PASSWORD).talk(server.url());
            assertThat(end.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(proxy.requests).hasSize(1);
            assertThat(server.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Proxy.Kind.class)
    void twoAccountsAtOneProxyKeepTheirOwnLogins(Proxy.Kind kind) throws Exception {
        try (var server = Tls.server(ANSWER); var proxy = proxy(kind, "me:" + PASSWORD); var client = Tls.client()) {
            var right = Route.DIRECT.via(kind, proxy.port(), "me", PASSWORD).trusting(Tls.ROOT_PEM);
            var wrong = Route.DIRECT.via(kind, proxy.port(), "me", "other").trusting(Tls.ROOT_PEM);
            for (int round = 0; round < 2; round++) {
                var end = client.newCall(right.to(secure(server)), Talk.HELLO).execute(new Recorder());
                assertThat(end.outcome()).as("%s", end.error()).isEqualTo(Outcome.COMPLETE);
                assertThat(client.newCall(wrong.to(secure(server)), Talk.HELLO).execute(new Recorder()).error().kind())
                        .isEqualTo(ErrorKind.PROXY_AUTH);
            }
            assertThat(server.connections).as("the right one is kept open").hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Proxy.Kind.class)
    void aProxyThatIsDownOrSilentOrTalksNonsenseIsNamed(Proxy.Kind kind) throws Exception {
        int free;
        try (var closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = closed.getLocalPort();
        }
        try (var silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                var nonsense = new RawServer(
                        (_, wire) -> wire.send("220 mail.example ESMTP hello there\r\n\r\n").finish());
                var smtp = new HttpProxy(null, "220 mail.example ESMTP\r\n\r\n")) {
            check(kind, free, "does not accept connections");
            check(kind, silent.getLocalPort(), "in time");
            check(kind, kind == HTTP ? smtp.port() : nonsense.port(), "as a proxy should", "in time");
        }
    }

    private static void check(Proxy.Kind kind, int port, String... words) {
        var error = Route.DIRECT.via(kind, port, "me", PASSWORD).talk("https://provider.invalid/v1").error();
        assertThat(error.kind()).as(error.message()).isEqualTo(ErrorKind.PROXY);
        assertThat(error.message()).contains("127.0.0.1:" + port).containsAnyOf(words).doesNotContain("canary");
    }

    @Test
    void nonsenseInsteadOfAPlainAnswerIsTheProxysToo() throws Exception {
        try (var smtp = new HttpProxy(null, "220 mail.example ESMTP\r\n\r\n")) {
            var error = Route.DIRECT.via(HTTP, smtp.port(), null, null).talk("http://provider.invalid/v1").error();
            assertThat(error.kind()).isEqualTo(ErrorKind.PROXY);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 500, 502, 503})
    void aRefusedTunnelTellsTheStatus(int status) throws Exception {
        try (var proxy = new HttpProxy(null, "HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n")) {
            var error = Route.DIRECT.via(HTTP, proxy.port(), null, null).talk("https://provider.invalid/v1").error();
            assertThat(error.kind()).isEqualTo(ErrorKind.PROXY);
            assertThat(error.message()).contains("127.0.0.1:" + proxy.port(), "provider.invalid",
                    String.valueOf(status));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 99})
    void everyRefusalOfASocksProxyIsTold(int reply) throws Exception {
        try (var proxy = new SocksProxy(null, reply)) {
            var error = Route.DIRECT.via(SOCKS, proxy.port(), null, null).talk("https://provider.invalid/v1").error();
            assertThat(error.kind()).isEqualTo(ErrorKind.PROXY);
            assertThat(error.message()).contains(reply == 2
                    ? "does not allow"
                    : reply < 7 ? "could not connect to provider.invalid" : "as a proxy should");
        }
    }

    @Test
    void aProxyWithoutAnAddressIsSaidToHaveNone() {
        for (var kind : Proxy.Kind.values()) {
            var proxy = new Proxy(kind, "proxy.invalid", 8080, null, null);
            var error = new Route(proxy, null, null, List.of(), java.util.Map.of())
                    .talk("https://provider.invalid/v1").error();
            assertThat(error.kind()).isEqualTo(ErrorKind.PROXY);
            assertThat(error.message()).contains("No address", "proxy.invalid:8080");
        }
    }

    @Test
    void addressesGoThroughSocksAsAddresses() throws Exception {
        try (var server = new RawServer(ANSWER); var proxy = new SocksProxy(null)) {
            var route = Route.DIRECT.via(SOCKS, proxy.port(), null, null);
            assertThat(route.talk("http://127.0.0.9:" + server.port() + "/v1").outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(route.talk("http://[2001:db8::1]:" + server.port() + "/v1").outcome())
                    .isEqualTo(Outcome.COMPLETE);
            assertThat(proxy.asked).containsExactly("127.0.0.9:" + server.port(),
                    "2001:db8:0:0:0:0:0:1:" + server.port());
        }
    }

    @Test
    void impossibleSettingsAreRefusedBeforeAnythingIsSent() {
        for (var proxy : List.of(new Proxy(HTTP, "http://p", 1, null, null), new Proxy(HTTP, "p", 0, null, null),
                new Proxy(HTTP, "p", 65_536, null, null), new Proxy(HTTP, "p", 1, "a:b", null),
                new Proxy(SOCKS, "p", 1, "a".repeat(256), null), new Proxy(SOCKS, "p", 1, "a\nb", null),
                new Proxy(SOCKS, "", 1, null, null))) {
            var error = new Route(proxy, null, null, List.of(), java.util.Map.of()).talk("http://127.0.0.1:1/v1")
                    .error();
            assertThat(error.kind()).as(proxy.toString()).isEqualTo(ErrorKind.BAD_SETTING);
        }
    }

    @Test
    void theSystemsProxySettingsAreNotAsked() throws Exception {
        var asked = new CopyOnWriteArrayList<URI>();
        var before = ProxySelector.getDefault();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<java.net.Proxy> select(URI uri) {
                asked.add(uri);
                return List.of(java.net.Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {}
        });
        try (var server = new RawServer(ANSWER); var socks = new SocksProxy(null)) {
            assertThat(Route.DIRECT.talk(server.url()).outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(Route.DIRECT.via(SOCKS, socks.port(), null, null).talk(server.url()).outcome())
                    .isEqualTo(Outcome.COMPLETE);
            assertThat(asked.stream().filter(uri -> uri.toString().contains(":" + server.port()))).isEmpty();
            assertThat(asked.stream().filter(uri -> uri.toString().contains(":" + socks.port()))).isEmpty();
        } finally {
            ProxySelector.setDefault(before);
        }
    }
}

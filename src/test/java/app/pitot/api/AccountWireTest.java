package app.pitot.api;

import static app.pitot.api.Talk.content;
import static app.pitot.api.Talk.finish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.pitot.provider.Connection;
import app.pitot.provider.Connection.Proxy;
import app.pitot.provider.WireRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an account adds to its requests, and what is left of it afterwards. */
@Timeout(60)
class AccountWireTest {
    private static final String SECRET = "t0ken-canary-98765";

    private static Target target(String url, List<Target.Header> headers, boolean keyed) {
        return new Target(url, "auto", new WireRules(false, false, Map.of("X-Title", "Pitot", "X-Team", "none")),
                keyed ? Talk.key() : null, headers, null, null, null, null);
    }

    private static Target.Header header(String name, String value) {
        return new Target.Header(name, value, null);
    }

    @Test
    void headersOfTheProviderAndOfTheUserAreSentAndTheUsersWins() throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(200, "text/event-stream", finish("stop")));
                var client = Talk.client()) {
            var secret = Route.secret(SECRET);
            var headers = List.of(header("x-team", "blue"), new Target.Header("X-Pass", null, secret));
            client.newCall(target(server.url(), headers, true), Talk.HELLO).execute(new Recorder());
            assertThat(server.requests.getFirst().headers()).containsEntry("x-title", "Pitot")
                    .containsEntry("x-team", "blue").containsEntry("x-pass", SECRET)
                    .containsEntry("authorization", "Bearer " + Talk.KEY);
            assertThat(secret.plain()).as("wiped").doesNotContain("canary");
        }
    }

    @Test
    void aHeaderOfTheUsersMayBeTheKey() throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(200, "text/event-stream", finish("stop")));
                var client = Talk.client()) {
            client.newCall(target(server.url(), List.of(header("Authorization", "Basic abc")), false), Talk.HELLO)
                    .execute(new Recorder());
            assertThat(server.requests.getFirst().headers()).containsEntry("authorization", "Basic abc");
        }
    }

    @Test
    void aSecretHeaderComesBackInNoErrorAndDoesNotGoToACatalogue() throws Exception {
        try (var server = new RawServer((request, wire) -> wire.reply(400, "application/json",
                "{\"message\":\"bad " + request.headers().get("x-pass") + " end\"}"));
                var client = Talk.client()) {
            var headers = List.of(new Target.Header("X-Pass", null, Route.secret(SECRET)));
            var end = client.newCall(target(server.url(), headers, true), Talk.HELLO).execute(new Recorder());
            assertThat(end.error().message()).isEqualTo("bad … end");
            var other = List.of(new Target.Header("X-Pass", null, Route.secret(SECRET)));
            var refused = catchThrowableOfType(ApiException.class,
                    () -> client.models(target("http://127.0.0.1:1/v1", other, true), server.url()));
            assertThat(refused.error().message()).isEqualTo("bad null end");
            assertThat(server.requests.getLast().headers()).doesNotContainKeys("x-pass", "x-title", "authorization");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Transfer-Encoding", "CONNECTION", "Cookie", "User-Agent",
        "Proxy-Authorization", "Upgrade", "Accept-Encoding", "Authorization", "", "a b", "a:b", "ä", "a\r\nb"})
    void headersThatAreOursOrImpossibleAreRefused(String name) throws Exception {
        refused(List.of(header(name, SECRET)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\r\nX-Evil: 1", "a\u0000b", "a\tb", "ä", "→", "a\u007F"})
    void valuesThatCannotBeSentAreRefused(String value) throws Exception {
        refused(List.of(header("X-Ok", value)));
        if (!value.isBlank() && !value.chars().anyMatch(Character::isISOControl)) {
            refused(List.of(new Target.Header("X-Ok", null, Route.secret(value))));
        }
    }

    @Test
    void repeatedAndEndlessHeadersAreRefused() throws Exception {
        refused(List.of(header("X-A", "1"), header("x-a", "2")));
        refused(List.of(header("X-A", "x".repeat(9_000))));
    }

    private static void refused(List<Target.Header> headers) throws Exception {
        try (var server = new RawServer((_, wire) -> wire.finish()); var client = Talk.client()) {
            var end = client.newCall(target(server.url(), headers, true), Talk.HELLO).execute(new Recorder());
            assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(end.error().kind()).isEqualTo(ErrorKind.BAD_SETTING);
            assertThat(end.error().message()).endsWith(".").doesNotContain("canary", "\n", "Evil");
            assertThat(server.connections).hasValue(0);
        }
    }

    @Test
    void eachAccountWaitsAsLongAsItSays() throws Exception {
        try (var silent = new RawServer((_, wire) -> wire.closedByPeer(20_000)); var client = Talk.client()) {
            var waits = new Connection.Waits(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(5));
            var target = new Target(silent.url(), "auto", WireRules.PLAIN, null, List.of(), null, null, null, waits);
            long start = System.nanoTime();
            var end = client.newCall(target, Talk.HELLO).execute(new Recorder());
            assertThat(end.error().kind()).isEqualTo(ErrorKind.HEADER_TIMEOUT);
            assertThat(System.nanoTime() - start).isBetween(200_000_000L, 3_000_000_000L);
        }
    }

    @Test
    void aForgottenAccountLeavesNoConnectionAndNoPassword() throws Exception {
        try (var server = new RawServer(
                (_, wire) -> wire.reply(200, "text/event-stream", content("a") + finish("stop")));
                var other = new RawServer((_, wire) -> wire.reply(200, "application/json", "[]"));
                var proxy = new SocksProxy("me:" + SECRET);
                var client = new OkHttpChatClient(
                        app.pitot.base.Clocks.system())) {
            var route = Route.DIRECT.via(Proxy.Kind.SOCKS, proxy.port(), "me", SECRET);
            client.newCall(route.to(server.url()), Talk.HELLO).execute(new Recorder());
            client.models(Talk.target(other.url(), "auto", null));
            client.models(Talk.target(other.url(), "auto", null));
            var way = client.ways().acquire(route.to(server.url()), Duration.ofSeconds(2));
            assertThat(way.client().connectionPool().connectionCount()).isEqualTo(1);
            client.forget(server.url());
            assertThat(way.client().connectionPool().connectionCount()).isZero();
            assertThat(way.fits(kind(proxy.port()), Route.secret(SECRET))).as("in use").isTrue();
            client.ways().release(way);
            assertThat(way.fits(kind(proxy.port()), Route.secret(SECRET))).as("wiped after its last use").isFalse();
            client.newCall(route.to(server.url()), Talk.HELLO).execute(new Recorder());
            assertThat(server.connections).as("a new connection").hasValue(2);
            client.models(Talk.target(other.url(), "auto", null));
            assertThat(other.connections).as("of another account: kept").hasValue(1);
        }
    }

    private static Way.Kind kind(int port) {
        return new Way.Kind(new Way.Hop(Proxy.Kind.SOCKS, "127.0.0.1", port, "me"), null, Duration.ofSeconds(2));
    }
}

package app.pitot.api;

import static app.pitot.api.Talk.content;
import static app.pitot.api.Talk.finish;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.provider.WireRules;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of a request is what went over the wire. */
@Timeout(60)
class WireTest {
    private static List<Wire> traced(RawServer server) {
        return traced(server.url(), Talk.HELLO, Timeouts.defaults());
    }

    private static List<Wire> traced(String url, ChatRequest request, Timeouts timeouts) {
        try (var client = new OkHttpChatClient(Clocks.system(), timeouts)) {
            return traced(client, Talk.target(url, "auto", Talk.key()), request);
        }
    }

    private static List<Wire> traced(OkHttpChatClient client, Target target, ChatRequest request) {
        var call = client.newCall(target, request);
        call.trace();
        call.execute(new Recorder());
        return call.wires();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(List<Wire.Header> headers) {
        return headers.stream().collect(Collectors.toMap(Wire.Header::name, Wire.Header::value, (a, _) -> a));
    }

    private static List<Long> happened(Wire.Phases p) {
        return Stream
                .of(p.dnsStart(), p.dnsEnd(), p.tcpStart(), p.tlsStart(), p.connected(), p.sendStart(), p.sendEnd(),
                        p.responseHeaders(), p.firstByte(), p.firstToken(), p.firstAnswer(), p.lastToken(), p.end())
                .filter(Objects::nonNull).toList();
    }

    @Test
    void aStreamIsRememberedToTheByte() throws Exception {
        var first = content("Hel");
        var rest = content("lo → \\\"x\\\"") + finish("stop") + "data: [DONE]\n\n";
        try (var server = new RawServer((_, wire) -> {
            wire.stream().send(first);
            Thread.sleep(60);
            wire.send(rest).finish();
        })) {
            var wires = traced(server);
            assertThat(wires).hasSize(1);
            var wire = wires.getFirst();
            var seen = server.requests.getFirst();
            assertThat(wire.method()).isEqualTo("POST");
            assertThat(wire.url()).isEqualTo(server.url() + "/chat/completions");
            assertThat(text(wire.sentBody())).isEqualTo(seen.body());
            assertThat(wire.sentBytes()).isEqualTo(wire.sentBody().length);
            assertThat(wire.sentCut()).isFalse();
            var sent = headers(wire.sentHeaders());
            assertThat(sent).hasSameSizeAs(seen.headers()).containsEntry("Authorization", "…");
            sent.forEach((name, value) -> {
                if (!name.equals("Authorization")) {
                    assertThat(seen.headers()).containsEntry(name.toLowerCase(), value);
                }
            });
            assertThat(wire.status()).isEqualTo(200);
            assertThat(wire.protocol()).isEqualTo("http/1.1");
            assertThat(headers(wire.headers())).containsEntry("Content-Type", "text/event-stream");
            assertThat(text(wire.body())).isEqualTo(first + rest);
            assertThat(wire.bytes()).isEqualTo(wire.body().length);
            var arrivals = wire.arrivals();
            assertThat(arrivals.ends()[0]).isEqualTo(first.length());
            assertThat(arrivals.ends()[arrivals.ends().length - 1]).isEqualTo(wire.bytes());
            assertThat(arrivals.micros()[arrivals.micros().length - 1] - arrivals.micros()[0]).isGreaterThan(40_000);
            assertThat(happened(wire.phases())).isSorted().hasSizeGreaterThanOrEqualTo(10);
            assertThat(wire.phases().firstToken()).isEqualTo(arrivals.micros()[0])
                    .isEqualTo(wire.phases().firstAnswer());
            assertThat(wire.phases().lastToken()).isGreaterThan(wire.phases().firstToken() + 40_000);
            assertThat(wire.phases().tlsStart()).isNull();
        }
    }

    @Test
    void aConnectionThatWasOpenHasNoPhasesOfOpening() throws Exception {
        try (var server = new RawServer(
                (_, wire) -> wire.reply(200, "text/event-stream", content("a") + finish("stop")));
                var client = Talk.client()) {
            var target = Talk.target(server.url(), "auto", Talk.key());
            traced(client, target, Talk.HELLO);
            var again = traced(client, Talk.target(server.url(), "auto", Talk.key()), Talk.HELLO).getFirst();
            assertThat(again.phases().tcpStart()).isNull();
            assertThat(again.phases().connected()).isNull();
            assertThat(again.phases().sendStart()).isNotNull();
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void whatNobodyAskedForIsNotRemembered() throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(200, "text/event-stream", finish("stop")));
                var client = Talk.client()) {
            var call = client.newCall(Talk.target(server.url(), "auto", Talk.key()), Talk.HELLO);
            call.execute(new Recorder());
            assertThat(call.wires()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 429, 500, 529})
    void refusalsAreRememberedWithTheirBodies(int status) throws Exception {
        var body = "<html>{\"error\":{\"message\":\"no\"}}</html>";
        try (var server = new RawServer((_, wire) -> wire.reply(status, "text/html", body, "Retry-After: 7"))) {
            var wire = traced(server).getFirst();
            assertThat(wire.status()).isEqualTo(status);
            assertThat(text(wire.body())).isEqualTo(body);
            assertThat(wire.bytes()).isEqualTo(body.length());
            assertThat(headers(wire.headers())).containsEntry("Retry-After", "7");
            assertThat(wire.arrivals().ends()).isNotEmpty();
            assertThat(wire.phases().firstToken()).isNull();
            assertThat(happened(wire.phases())).isSorted();
        }
    }

    @Test
    void whatANewMannerTookIsRememberedInOrder() throws Exception {
        try (var server = new RawServer((request, wire) -> {
            if (request.body().contains("stream_options")) {
                wire.reply(400, "application/json", "{\"message\":\"unknown field stream_options\"}");
            } else {
                wire.reply(200, "text/event-stream", content("a") + finish("stop"));
            }
        }); var client = Talk.client()) {
            var target = Target.of(server.url(), "auto", new WireRules(false, true, Map.of()), Talk.key());
            var wires = traced(client, target, Talk.HELLO);
            assertThat(wires).extracting(Wire::status).containsExactly(400, 200);
            assertThat(text(wires.getFirst().sentBody())).contains("stream_options");
            assertThat(text(wires.getLast().sentBody())).doesNotContain("stream_options");
        }
    }

    @Test
    void whereNobodyListensThePhasesEndWithTheConnect() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var wire = traced("http://127.0.0.1:" + port + "/v1", Talk.HELLO, Talk.SHORT).getFirst();
        assertThat(wire.status()).isNull();
        assertThat(wire.headers()).isEmpty();
        assertThat(wire.body()).isEmpty();
        assertThat(wire.phases().tcpStart()).isNotNull();
        assertThat(wire.phases().connected()).isNull();
        assertThat(wire.phases().sendStart()).isNull();
        assertThat(wire.phases().end()).isNotNull();
        assertThat(text(wire.sentBody())).contains("Hello");
        assertThat(headers(wire.sentHeaders())).containsEntry("Authorization", "…");
    }

    @Test
    void aStreamThatIsCutOrStallsIsRememberedAsFarAsItCame() throws Exception {
        try (var server = new RawServer((_, wire) -> wire.stream().send(content("a")).reset())) {
            var wire = traced(server).getFirst();
            assertThat(text(wire.body())).isEqualTo(content("a"));
            assertThat(wire.phases().lastToken()).isNotNull();
        }
        try (var server = new RawServer((_, wire) -> wire.stream().send(content("a")).closedByPeer(5_000))) {
            var wire = traced(server.url(), Talk.HELLO, Talk.SHORT).getFirst();
            assertThat(text(wire.body())).isEqualTo(content("a"));
            assertThat(wire.phases().end()).isGreaterThan(wire.phases().lastToken() + 300_000);
        }
        try (var server = new RawServer((_, wire) -> wire.closedByPeer(5_000))) {
            var wire = traced(server.url(), Talk.HELLO, Talk.SHORT).getFirst();
            assertThat(wire.status()).isNull();
            assertThat(wire.phases().sendEnd()).isNotNull();
            assertThat(wire.phases().responseHeaders()).isNull();
        }
    }

    @Test
    void aFailedHandshakeHasItsPhases() throws Exception {
        try (var server = new RawServer((_, wire) -> wire.finish())) {
            // Speaks no TLS.
            var wire = traced(server.url().replace("http:", "https:"), Talk.HELLO, Talk.SHORT).getFirst();
            assertThat(wire.phases().tcpStart()).isNotNull();
            assertThat(wire.phases().tlsStart()).isNotNull();
            assertThat(wire.phases().connected()).isNull();
            assertThat(wire.phases().sendStart()).isNull();
        }
    }

    @Test
    void aLongReplyIsKeptFromItsBeginning() throws Exception {
        var event = content("x".repeat(10_000));
        int count = 600;
        try (var server = new RawServer((_, wire) -> {
            wire.stream();
            for (int i = 0; i < count; i++) {
                wire.send(event);
            }
            wire.finish();
        })) {
            var wire = traced(server).getFirst();
            assertThat(wire.bytes()).isEqualTo((long) count * event.length());
            assertThat(wire.cut()).isTrue();
            assertThat(wire.body()).hasSize(Wire.MOST_BODY);
            assertThat(text(wire.body())).isEqualTo(event.repeat(count).substring(0, Wire.MOST_BODY));
            assertThat(wire.arrivals().ends()).isSorted().endsWith(wire.bytes());
        }
    }

    @Test
    void aLongQuestionIsKeptFromItsBeginning() throws Exception {
        var request = new ChatRequest("m", List.of(new ChatMessage(ChatMessage.Role.USER, "y".repeat(5 << 20))), null,
                null);
        try (var server = new RawServer((_, wire) -> wire.reply(200, "text/event-stream", finish("stop")))) {
            var wire = traced(server.url(), request, Timeouts.defaults()).getFirst();
            assertThat(wire.sentBytes()).isEqualTo(server.requests.getFirst().body().length());
            assertThat(wire.sentBody()).hasSize(Wire.MOST_SENT);
            assertThat(wire.sentCut()).isTrue();
        }
    }

    private static void holdsNothingOf(Wire wire, String... secrets) {
        var all = wire.method() + wire.url() + wire.sentHeaders() + wire.headers() + text(wire.sentBody())
                + text(wire.body()) + wire + wire.protocol();
        assertThat(all).doesNotContain(secrets);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 500})
    void noSecretIsKeptWhateverTheServerEchoes(int status) throws Exception {
        var secret = "t0ken-canary-98765";
        try (var server = new RawServer((request, wire) -> {
            var echo = request.headers().toString() + request.headers().get("authorization").repeat(3);
            var body = "{\"echo\":\"" + echo.replace("\"", "'") + "\",\"part\":\"" + Talk.KEY.substring(0, 12) + "…"
                    + Talk.KEY.substring(20) + "\",\"pass\":\"" + secret + "\"} ";
            wire.reply(status, "application/json", body, "X-Echo: " + request.headers().get("authorization"),
                    "Set-Cookie: session=abc", "X-Pass: " + secret, "X-Mine: plain");
        }); var client = Talk.client()) {
            var headers = List.of(new Target.Header("X-Pass", null, Route.secret(secret)),
                    new Target.Header("X-Plain", "blue", null),
                    new Target.Header("X-Odd", "9f8e7d6c5b4a39281706f5e4", null));
            var request = new ChatRequest("m",
                    List.of(new ChatMessage(ChatMessage.Role.USER, "my key is " + Talk.KEY + " ok")), null, null);
            var target = new Target(server.url(), "auto", WireRules.PLAIN, Talk.key(), headers, null, null, null, null);
            var wire = traced(client, target, request).getFirst();
            holdsNothingOf(wire, Talk.KEY, "canary4711", "9876543210", secret, "t0ken-ca", "9f8e7d6c5b4a",
                    "session=abc");
            assertThat(headers(wire.sentHeaders())).containsEntry("X-Pass", "…").containsEntry("X-Plain", "blue")
                    .containsEntry("X-Odd", "…");
            assertThat(headers(wire.headers())).containsEntry("X-Mine", "plain").containsEntry("Set-Cookie", "…");
            assertThat(text(wire.sentBody())).contains("my key is " + "*".repeat(Talk.KEY.length()) + " ok");
            assertThat(wire.body()).hasSize((int) wire.bytes());
        }
    }

    @Test
    void aKeyInTheAddressIsMasked() throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(200, "text/event-stream", finish("stop")))) {
            var wire = traced(server.url() + "/" + Talk.KEY, Talk.HELLO, Timeouts.defaults()).getFirst();
            holdsNothingOf(wire, "canary4711", "9876543210");
            assertThat(wire.url()).startsWith(server.url() + "/").endsWith("/chat/completions");
        }
    }

    @Test
    void eachRunOfASecretIsFoundWhereverItStands() {
        var key = "csk-abcdefghijklmnopqrstuvwxyz0123456789";
        var mask = new WireMask(new Redactor(List.of(key)), List.of(key), java.util.Set.of(), java.util.Set.of());
        for (int length = 8; length <= key.length(); length += 3) {
            for (int from = 0; from + length <= key.length(); from++) {
                for (int before = 0; before < 9; before++) {
                    var body = ("#".repeat(before) + key.substring(from, from + length) + "#").getBytes(
                            StandardCharsets.US_ASCII);
                    mask.hide(body, false);
                    assertThat(text(body)).isEqualTo("#".repeat(before) + "*".repeat(length) + "#");
                }
            }
        }
        var harmless = "csk-abc zyx 0123456 abcdefg".getBytes(StandardCharsets.US_ASCII);
        var copy = Arrays.copyOf(harmless, harmless.length);
        mask.hide(copy, false);
        assertThat(copy).isEqualTo(harmless);
    }
}

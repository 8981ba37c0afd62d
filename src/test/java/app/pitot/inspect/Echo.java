package app.pitot.inspect;

import app.pitot.api.ChatRequest;
import app.pitot.api.OkHttpChatClient;
import app.pitot.api.StreamSink;
import app.pitot.api.Target;
import app.pitot.api.Wire;
import app.pitot.base.Clocks;
import app.pitot.keys.KeySource;
import app.pitot.keys.Secret;
import app.pitot.provider.Account;
import app.pitot.provider.Connection;
import app.pitot.provider.Provider;
import app.pitot.provider.WireRules;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that remembers what it was sent, and our own wire to it. */
final class Echo implements AutoCloseable {
    static final String KEY = "csk-canary4711zyxwvu9876543210";
    static final String REPLY = "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    record Seen(Headers headers, byte[] body) {}

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final OkHttpChatClient client = new OkHttpChatClient(Clocks.system());

    Echo() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                seen.add(new Seen(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
                var reply = REPLY.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, reply.length);
                exchange.getResponseBody().write(reply);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    Account account(String provider) {
        return account(provider, Connection.DIRECT);
    }

    Account account(String id, Connection connection) {
        var known = app.pitot.provider.Catalogue.shipped().providers().stream().filter(each -> each.id().equals(id))
                .findFirst().orElse(new Provider(id, id, null, "auto"));
        return new Account("a", "a", known, url(), null, KeySource.none(), "", connection);
    }

    Wire send(ChatRequest request) throws Exception {
        return send(request, List.of());
    }

    Wire send(ChatRequest request, List<Target.Header> headers) throws Exception {
        var rules = new WireRules(false, true, Map.of("X-Title", "Pitot"));
        var call = client.newCall(
                new Target(url(), "auto", rules, Secret.of(KEY), headers, null, null, null, null), request);
        call.trace();
        var end = call.execute(new StreamSink() {
        });
        if (end.error() != null) {
            throw new AssertionError(end.error());
        }
        return call.wires().getLast();
    }

    @Override
    public void close() {
        client.close();
        server.stop(0);
    }
}

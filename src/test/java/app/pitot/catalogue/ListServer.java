package app.pitot.catalogue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A provider on the loopback interface that has lists and nothing else. */
final class ListServer implements AutoCloseable {
    /**
     * One question.
     *
     * @param key the Authorization header, or null
     */
    record Asked(String path, String key) {}

    private record Answer(int status, byte[] body) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    /** Every answer waits for this one. */
    volatile CountDownLatch gate = new CountDownLatch(0);

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    ListServer() throws IOException {
        this(0);
    }

    ListServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    ListServer at(String path, int status, String body) {
        answers.put(path, new Answer(status, body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** The key's own list, of ids alone. */
    ListServer own(String... ids) {
        var items = new StringBuilder();
        for (var id : ids) {
            items.append(items.isEmpty() ? "" : ",").append("{\"id\":\"").append(id).append("\",\"object\":\"model\"}");
        }
        return at("/v1/models", 200, "{\"object\":\"list\",\"data\":[" + items + "]}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            asked.add(new Asked(path, exchange.getRequestHeaders().getFirst("Authorization")));
            gate.await();
            var answer = answers.getOrDefault(path, new Answer(404, new byte[0]));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
    }
}

package app.pitot.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers in one piece. */
final class Http {
    private Http() {}

    static void json(HttpExchange exchange, int status, JsonNode body, Map<String, String> headers) throws IOException {
        send(exchange, status, "application/json", body.toString(), headers);
    }

    static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
        json(exchange, status, body, Map.of());
    }

    static void fail(HttpExchange exchange, Failure failure) throws IOException {
        fail(exchange, failure, Map.of());
    }

    /** @param headers beside the failure's own */
    static void fail(HttpExchange exchange, Failure failure, Map<String, String> headers) throws IOException {
        failure.headers().forEach(exchange.getResponseHeaders()::set);
        json(exchange, failure.status(), failure.body(), headers);
    }

    static void empty(HttpExchange exchange, int status) throws IOException {
        send(exchange, status, "text/plain", "", Map.of());
    }

    static void send(HttpExchange exchange, int status, String type, String body, Map<String, String> headers)
            throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        head(exchange, type, headers);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0)
            exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static void head(HttpExchange exchange, String type, Map<String, String> headers) {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("x-pitot-simulator", "1");
        headers.forEach(exchange.getResponseHeaders()::set);
    }

    /** The key after "Bearer", or empty. */
    static String key(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        return header != null && header.startsWith("Bearer ") ? header.substring("Bearer ".length()).strip() : "";
    }
}

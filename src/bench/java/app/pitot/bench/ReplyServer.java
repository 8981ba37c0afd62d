package app.pitot.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * The loopback server of {@link WholeWindowBench}, a process of its own: every question gets the same 30,000 tokens of Markdown
 * in 6,000 chunks over 10 s, and a last word that is another one each time. Prints its port. Any page may read it.
 */
final class ReplyServer {
    static final int TOKENS = 30_000;
    static final int CHUNKS = 6_000;
    static final long NANOS = 10_000_000_000L;
    /** The last word of reply n is this and n, counted from 1. */
    static final String LAST_WORD = "endofreply";

    private final String text = String.join("", MarkdownText.of(TOKENS));
    private int replies;
    private String last = "0 0";

    public static void main(String[] args) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var server = new ReplyServer();
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/v1/models", exchange -> answer(exchange,
                "{\"object\":\"list\",\"data\":[{\"id\":\"bench\",\"object\":\"model\",\"created\":1,\"owned_by\":\"bench\"}]}"));
        http.createContext("/v1/chat/completions", server::reply);
        http.createContext("/last", exchange -> answer(exchange, server.last()));
        http.start();
        System.out.println(http.getAddress().getPort());
    }

    static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
            exchange.getResponseHeaders().set("Content-Type",
                    text.startsWith("{") ? "application/json" : text.startsWith("<") ? "text/html" : "text/plain");
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** The number of the reply that ended last, and when its last text was sent by {@link System#nanoTime}. */
    private synchronized String last() {
        return last;
    }

    private synchronized int next() {
        return ++replies;
    }

    private synchronized void sent(int number) {
        last = number + " " + System.nanoTime();
    }

    private void reply(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            int number = next();
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            long start = System.nanoTime();
            int each = text.length() / CHUNKS;
            for (int i = 0; i < CHUNKS; i++) {
                boolean over = i == CHUNKS - 1;
                var piece = over ? "\n\n" + LAST_WORD + number + "\n" : text.substring(i * each, (i + 1) * each);
                var event = event("{\"content\":" + quoted(piece) + "}", "null", "");
                for (long left = start + i * NANOS / CHUNKS
                        - System.nanoTime(); left > 0; left = start + i * NANOS / CHUNKS - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                out.write(event);
                out.flush();
            }
            sent(number);
            out.write(event("{}", "\"stop\"", ",\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":" + TOKENS
                    + ",\"total_tokens\":" + (TOKENS + 10) + "}"));
            out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    static byte[] event(String delta, String finish, String more) {
        return ("data: {\"id\":\"bench\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"bench\","
                + "\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + finish + "}]" + more
                + "}\n\n").getBytes(StandardCharsets.UTF_8);
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}

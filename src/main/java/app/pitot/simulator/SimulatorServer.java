package app.pitot.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The built-in provider: a real HTTP server on 127.0.0.1 that speaks Cerebras' dialect, enforces a plan's limits for all
 * its callers together and streams text of our own at real speeds. Every answer carries {@code x-pitot-simulator: 1}.
 *
 * <p>Any key is good, and none too, except two that fail on purpose: {@code wrong} (401) and {@code broke} (402 on chat).
 * A message whose first line is {@code /fault SPEC} gets that {@link Fault}; most faults concern streams only, and a
 * request that does not stream meets those which refuse, {@code slow-first-token} and {@code no-usage}. A client that
 * leaves in mid-stream, or is cut off, keeps its reservation charged: the provider finishes the reply and bills it.
 *
 * <p>Output is bounded by the request's cap and by the context (the smaller of the plan's and the model's), not by the
 * model's published largest output, so that long runs are possible. {@code GET /simulator/state} gives {@link #state()} as
 * JSON. Safe from any thread.
 */
public final class SimulatorServer implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService threads;
    private final Limiter limiter;
    private final Models models = Models.load();

    private SimulatorServer(SimulatorConfig config) throws IOException {
        // Read once, when the server's classes load. Without it every small event waits for the previous one's receipt.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        limiter = new Limiter(config.plan(), config.clocks());
        var loopback = InetAddress.getByAddress("127.0.0.1", new byte[]{127, 0, 0, 1});
        http = HttpServer.create(new InetSocketAddress(loopback, config.port()), 0);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        http.setExecutor(threads);
        context("/", exchange -> Http.empty(exchange, 404));
        route("GET", "/v1/models", this::keyModels);
        route("GET", "/v1/tcp_warming", exchange -> Http.empty(exchange, 200));
        route("POST", "/v1/chat/completions", new ChatHandler(config, models, limiter));
        route("GET", "/simulator/state", exchange -> Http.json(exchange, 200, StateJson.of(state()), Map.of()));
        context("/public/v1/models", this::publicModels);
    }

    /**
     * Starts a server.
     *
     * @throws IOException if the port cannot be had
     */
    public static SimulatorServer start(SimulatorConfig config) throws IOException {
        var server = new SimulatorServer(config);
        server.http.start();
        return server;
    }

    /**
     * Serves a few replies to itself on another port, so that the first client meets a server that is up to speed. Blocks
     * for some tenths of a second in a fresh JVM; of use once in a process, and not counted in any books.
     *
     * @throws IOException if that does not work; nothing else is affected
     */
    public static void rehearse() throws IOException {
        Rehearsal.run();
    }

    /** Where clients send requests: ends in {@code /v1}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port() + "/v1");
    }

    /** The port it listens on. */
    public int port() {
        return http.getAddress().getPort();
    }

    /** The books as of now. */
    public SimulatorState state() {
        return limiter.state();
    }

    /** Frees the port and cuts running streams. Calling it again has no effect. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void route(String method, String path, HttpHandler handler) {
        context(path, exchange -> {
            if (exchange.getRequestMethod().equals(method) && exchange.getRequestURI().getPath().equals(path))
                handler.handle(exchange);
            else
                Http.empty(exchange, 404);
        });
    }

    private void context(String path, HttpHandler handler) {
        http.createContext(path, new Guard(handler));
    }

    private void keyModels(HttpExchange exchange) throws IOException {
        if (Http.key(exchange).equals("wrong"))
            Http.fail(exchange, Failure.wrongKey(), Map.of());
        else
            Http.json(exchange, 200, models.keyList(), Map.of());
    }

    private void publicModels(HttpExchange exchange) throws IOException {
        var rest = exchange.getRequestURI().getPath().substring("/public/v1/models".length());
        if (rest.isEmpty() || rest.equals("/")) {
            Http.json(exchange, 200, models.publicList(), Map.of());
            return;
        }
        var id = rest.substring(1);
        var model = models.find(id);
        if (model.isPresent())
            Http.json(exchange, 200, model.get().publicEntry(), Map.of());
        else
            Http.json(exchange, 404, StateJson.detail("Model '" + id + "' not found or not publicly available"),
                    Map.of());
    }
}

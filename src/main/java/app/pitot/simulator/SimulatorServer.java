package app.pitot.simulator;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The built-in provider: a real HTTP server on 127.0.0.1 that speaks a provider's {@link Dialect}, enforces a plan's limits
 * for all its callers together and streams text of our own at real speeds. Every answer carries
 * {@code x-pitot-simulator: 1}.
 *
 * <p>Any key is good, and none too, except some that fail on purpose: {@code wrong} (401), {@code broke} (402 on chat, not
 * at Groq, which has no such answer) and, at Cerebras, {@code models-only} (402 on chat: a payment method is missing).
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
    private final Voice voice;
    private final Dialect dialect;
    private final RequestLog log = new RequestLog();
    private final Tallies tallies = new Tallies();

    private SimulatorServer(SimulatorConfig config) throws IOException {
        // Read once, when the server's classes load. Without it every small event waits for the previous one's receipt.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        dialect = config.dialect();
        voice = Voice.of(dialect);
        limiter = new Limiter(config.plan(), config.clocks(), voice);
        var spending = new Spending(config.clocks());
        var loopback = InetAddress.getByAddress("127.0.0.1", new byte[]{127, 0, 0, 1});
        http = HttpServer.create(new InetSocketAddress(loopback, config.port()), 0);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        http.setExecutor(threads);
        context("/", exchange -> Http.empty(exchange, 404));
        logged(new Route("POST", dialect.basePath() + "/chat/completions",
                new ChatHandler(config, voice, log, tallies, limiter, spending)));
        voice.routes().of(new Routes.Desk(voice.models(), voice.errors(), limiter, spending)).forEach(this::logged);
        route(new Route("GET", "/simulator/state", exchange -> Http.json(exchange, 200, StateJson.of(state()))));
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

    /** Where clients send requests: ends in the dialect's base path. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port() + dialect.basePath());
    }

    /** The port it listens on. */
    public int port() {
        return http.getAddress().getPort();
    }

    /** The books as of now. */
    public SimulatorState state() {
        return limiter.state().with(log.last(), tallies.all());
    }

    /** Frees the port and cuts running streams. Calling it again has no effect. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void logged(Route route) {
        route(new Route(route.method(), route.path(), exchange -> {
            log.note(exchange, MissingNode.getInstance());
            route.handler().handle(exchange);
        }));
    }

    private void route(Route route) {
        context(route.path(), exchange -> {
            if (route.method() == null || exchange.getRequestMethod().equals(route.method())
                    && exchange.getRequestURI().getPath().equals(route.path()))
                route.handler().handle(exchange);
            else
                Http.empty(exchange, 404);
        });
    }

    private void context(String path, HttpHandler handler) {
        http.createContext(path, new Guard(handler, voice.errors()));
    }
}

package app.pitot.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers and logs a defect of the handler behind it, where the HTTP server would silently close the connection. */
record Guard(HttpHandler handler, Errors errors) implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            handler.handle(exchange);
        } catch (RuntimeException | Error e) {
            // The path of the route, which is ours; what the client sent is not logged.
            LOG.warn("the simulator failed to answer {}", exchange.getHttpContext().getPath(), e);
            if (exchange.getResponseCode() != -1)
                throw new IOException("the reply had begun and cannot be completed", e);
            Http.fail(exchange, errors.defect(e));
        }
    }
}

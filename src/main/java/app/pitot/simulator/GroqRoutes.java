package app.pitot.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;

/** A list of models for a key. */
final class GroqRoutes implements Routes {
    @Override
    public List<Route> of(Desk desk) {
        return List.of(new Route("GET", "/openai/v1/models", exchange -> models(exchange, desk)));
    }

    private static void models(HttpExchange exchange, Desk desk) throws IOException {
        if (Http.key(exchange).equals("wrong"))
            Http.fail(exchange, desk.errors().wrongKey());
        else
            Http.json(exchange, 200, desk.models().list());
    }
}

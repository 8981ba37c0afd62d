package app.pitot.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;

/** The key's own list with ids only, the public catalogue with all else, and a place to warm a connection at. */
final class CerebrasRoutes implements Routes {
    private static final String PUBLIC = "/public/v1/models";

    @Override
    public List<Route> of(Desk desk) {
        return List.of(new Route("GET", "/v1/models", exchange -> keyModels(exchange, desk)),
                new Route("GET", "/v1/tcp_warming", exchange -> Http.empty(exchange, 200)),
                new Route(null, PUBLIC, exchange -> publicModels(exchange, desk.models())));
    }

    private static void keyModels(HttpExchange exchange, Desk desk) throws IOException {
        if (Http.key(exchange).equals("wrong"))
            Http.fail(exchange, desk.errors().wrongKey());
        else
            Http.json(exchange, 200, desk.models().ids());
    }

    private static void publicModels(HttpExchange exchange, Models models) throws IOException {
        var rest = exchange.getRequestURI().getPath().substring(PUBLIC.length());
        if (rest.isEmpty() || rest.equals("/")) {
            Http.json(exchange, 200, models.list());
            return;
        }
        var id = rest.substring(1);
        var model = models.find(id);
        if (model.isPresent())
            Http.json(exchange, 200, model.get().entry());
        else
            Http.json(exchange, 404, StateJson.detail("Model '" + id + "' not found or not publicly available"));
    }
}

package app.pitot.simulator;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** A list of models for everybody, and the key's own books. */
final class OpenRouterRoutes implements Routes {
    /** More free requests a day than this come with credits that were bought. */
    private static final long FREE_TIER = 50;

    @Override
    public List<Route> of(Desk desk) {
        return List.of(new Route("GET", "/api/v1/models", exchange -> Http.json(exchange, 200, models(desk.models()))),
                new Route("GET", "/api/v1/key", exchange -> key(exchange, desk)));
    }

    private static ObjectNode models(Models models) {
        return models.list().without("object");
    }

    private static void key(HttpExchange exchange, Desk desk) throws IOException {
        var key = Http.key(exchange);
        if (key.equals("wrong"))
            Http.fail(exchange, desk.errors().wrongKey());
        else
            Http.json(exchange, 200, books(key.equals(OpenRouterRules.LIMITED_KEY) ? OpenRouterRules.KEY_LIMIT : null,
                    desk.limiter().state(), desk.spending().usage()));
    }

    /**
     * Nothing lags behind: the figures are those of this instant, of all keys together.
     *
     * @param most what this key may spend, in USD, or null
     */
    private static ObjectNode books(BigDecimal most, SimulatorState state, Spending.Usage usage) {
        var body = JsonNodeFactory.instance.objectNode();
        var data = body.putObject("data").put("label", "sk-or-v1-sim...ted").put("limit", most)
                .put("limit_remaining", most == null ? null : most.subtract(usage.total()).max(BigDecimal.ZERO))
                .putNull("limit_reset").put("include_byok_in_limit", false).put("usage", usage.total())
                .put("usage_daily", usage.day()).put("usage_weekly", usage.week()).put("usage_monthly", usage.month());
        var day = state.limits().stream().filter(one -> one.limit().metric() == Metric.REQUESTS
                && one.limit().period() == Period.DAY).findFirst();
        data.put("is_free_tier", day.isPresent() && day.get().limit().value() <= FREE_TIER)
                .put("is_management_key", false).putNull("expires_at");
        if (day.isPresent()) {
            var limit = day.get().limit().value();
            var left = day.get().remainingFloor();
            data.putObject("free_model_daily_requests").put("used", limit - left).put("limit", limit)
                    .put("remaining", left);
        }
        data.putObject("rate_limit").put("requests", -1).put("interval", "10s").put("note", "deprecated");
        return body;
    }
}

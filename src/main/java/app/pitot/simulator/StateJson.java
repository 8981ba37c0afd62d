package app.pitot.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The simulator's books as JSON, under the names of {@link SimulatorState}. */
final class StateJson {
    private StateJson() {}

    static ObjectNode of(SimulatorState state) {
        var json = JsonNodeFactory.instance.objectNode().put("planId", state.planId()).put("admitted", state.admitted())
                .put("refused", state.refused()).put("inFlight", state.inFlight())
                .put("reservedTokens", state.reservedTokens()).put("tokensCharged", state.tokensCharged())
                .put("day", state.day().toString()).put("admittedToday", state.admittedToday())
                .put("tokensToday", state.tokensToday());
        var limits = json.putArray("limits");
        for (var one : state.limits())
            limits.addObject().put("pool", one.pool()).put("metric", lower(one.limit().metric()))
                    .put("period", lower(one.limit().period()))
                    .put("limit", one.limit().value()).put("refill", lower(one.limit().refill()))
                    .put("remaining", one.remaining()).put("remainingFloor", one.remainingFloor())
                    .put("resetSeconds", one.resetSeconds());
        var recent = json.putArray("recent");
        for (var one : state.recent())
            recent.addObject().put("id", one.id()).put("model", one.model()).put("promptTokens", one.promptTokens())
                    .put("completionTokens", one.completionTokens()).put("reasoningTokens", one.reasoningTokens())
                    .put("chunks", one.chunks()).put("firstMs", one.firstMs()).put("lastMs", one.lastMs())
                    .put("speed", one.speed());
        var seen = json.putArray("seen");
        for (var one : state.seen()) {
            var request = seen.addObject().put("method", one.method()).put("path", one.path())
                    .put("userAgent", one.userAgent());
            one.headers().forEach(request.putArray("headers")::add);
            one.attribution().forEach(request.putArray("attribution")::add);
            one.fields().forEach(request.putArray("fields")::add);
        }
        var tallies = json.putArray("tallies");
        state.tallies().forEach(one -> tally(tallies.addObject(), one));
        return json;
    }

    private static void tally(ObjectNode json, SimulatorState.Tally one) {
        json.put("model", one.model()).put("requests", one.requests()).put("limited", one.limited())
                .put("overContext", one.overContext()).put("whole", one.whole()).put("broken", one.broken())
                .put("left", one.left()).put("told", one.told()).put("promptTokens", one.promptTokens())
                .put("completionTokens", one.completionTokens()).put("reasoningTokens", one.reasoningTokens())
                .put("cachedTokens", one.cachedTokens()).put("usd", one.usd().toPlainString());
        var statuses = json.putObject("statuses");
        one.statuses().forEach((status, count) -> statuses.put(status.toString(), count));
    }

    static ObjectNode detail(String text) {
        return JsonNodeFactory.instance.objectNode().put("detail", text);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

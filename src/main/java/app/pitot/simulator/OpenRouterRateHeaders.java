package app.pitot.simulator;

import app.pitot.simulator.Window.Moment;
import java.util.List;
import java.util.Map;

/** Nothing on success; on a refusal the limit that was hit, with its reset as epoch milliseconds. */
final class OpenRouterRateHeaders implements RateHeaders {
    @Override
    public Map<String, String> admitted(List<Window> windows, Moment now) {
        return Map.of();
    }

    @Override
    public Map<String, String> refused(List<Window> windows, Over over, Moment now) {
        var reset = over.at().toEpochMilli() + Math.round(over.resetSeconds() * 1e3);
        return Map.of("X-RateLimit-Limit", Long.toString(over.limit().value()), "X-RateLimit-Remaining",
                Long.toString(over.limit().value() - over.used()), "X-RateLimit-Reset", Long.toString(reset));
    }
}

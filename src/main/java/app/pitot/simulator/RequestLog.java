package app.pitot.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What the last request to each path had with it: names, and of values only what names the client. Safe from any thread. */
final class RequestLog {
    private static final int MOST_PATHS = 32;
    private static final List<String> ATTRIBUTION = List.of("http-referer", "x-openrouter-title", "x-title",
            "x-openrouter-categories", "x-cerebras-3rd-party-integration");

    private final Map<String, SimulatorState.Seen> last = new LinkedHashMap<>();

    /** @param body an object whose fields are to be remembered, or a missing node */
    synchronized void note(HttpExchange exchange, JsonNode body) {
        var path = exchange.getRequestURI().getPath();
        if (last.size() >= MOST_PATHS && !last.containsKey(path))
            return;
        var names = exchange.getRequestHeaders().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)).sorted()
                .toList();
        var attribution = names.stream().filter(ATTRIBUTION::contains).toList();
        last.put(path, new SimulatorState.Seen(exchange.getRequestMethod(), path, names,
                exchange.getRequestHeaders().getFirst("User-Agent"), attribution, fields(body)));
    }

    synchronized List<SimulatorState.Seen> last() {
        return List.copyOf(last.values());
    }

    /** Names of the first and the second level, as in {@code stream_options.include_usage} and {@code messages[].role}. */
    private static List<String> fields(JsonNode body) {
        var names = new TreeSet<String>();
        body.properties().forEach(field -> {
            names.add(field.getKey());
            below(field.getValue(), field.getKey(), names);
        });
        return new ArrayList<>(names);
    }

    private static void below(JsonNode value, String name, TreeSet<String> into) {
        value.properties().forEach(field -> into.add(name + "." + field.getKey()));
        if (value.isArray())
            value.forEach(item -> item.properties().forEach(field -> into.add(name + "[]." + field.getKey())));
    }
}

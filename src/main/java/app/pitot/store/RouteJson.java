package app.pitot.store;

import app.pitot.provider.AccountEntry.Header;
import app.pitot.provider.AccountEntry.ProxyEntry;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.Connection;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The shape of a {@link Route} in the settings. */
final class RouteJson {
    private static final int LAST_PORT = 65_535;
    /** What the form accepts; longer ones no clock of the wire can hold. */
    private static final long LONGEST_MS = 3_600_000;

    private RouteJson() {}

    /** The direct one if there is none; null if it is not understood: better not offered than sent another way. */
    static Route read(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Route.DIRECT;
        }
        var headers = new ArrayList<Header>();
        for (var each : node.path("headers")) {
            var header = header(each);
            if (header == null) {
                return null;
            }
            headers.add(header);
        }
        var proxy = node.has("proxy") ? proxy(node.path("proxy")) : null;
        if (node.has("proxy") && proxy == null) {
            return null;
        }
        return new Route(headers, proxy, PlaceJson.text(node, "certificatePem"), waits(node.path("waits")));
    }

    static ObjectNode write(Route route, JsonNode old) {
        var node = PlaceJson.object(old);
        var before = node.path("headers");
        var headers = JsonNodeFactory.instance.arrayNode();
        route.headers().forEach(header -> headers.add(node(header, before)));
        node.set("headers", headers);
        if (route.proxy() == null) {
            node.remove("proxy");
        } else {
            node.set("proxy", node(route.proxy(), PlaceJson.object(node.path("proxy"))));
        }
        PlaceJson.put(node, "certificatePem", route.certificatePem());
        if (route.waits() == null) {
            node.remove("waits");
        } else {
            var waits = PlaceJson.object(node.path("waits"));
            waits.put("connectMs", route.waits().connect().toMillis())
                    .put("headersMs", route.waits().headers().toMillis())
                    .put("idleMs", route.waits().idle().toMillis());
            node.set("waits", waits);
        }
        return node;
    }

    private static Header header(JsonNode node) {
        var name = PlaceJson.text(node, "name");
        if (name == null) {
            return null;
        }
        if (node.path("value").isTextual()) {
            return new Header(name, node.path("value").asText(), null);
        }
        var place = PlaceJson.read(node.path("secret"));
        return place == null ? null : new Header(name, null, place);
    }

    private static ObjectNode node(Header header, JsonNode before) {
        var node = JsonNodeFactory.instance.objectNode();
        for (var each : before) {
            if (header.name().equalsIgnoreCase(each.path("name").asText())) {
                node.setAll(PlaceJson.object(each));
                break;
            }
        }
        node.put("name", header.name());
        PlaceJson.put(node, "value", header.value());
        if (header.place() == null) {
            node.remove("secret");
        } else {
            node.set("secret", PlaceJson.write(header.place(), node.path("secret")));
        }
        return node;
    }

    private static ProxyEntry proxy(JsonNode node) {
        var kind = Arrays.stream(Connection.Proxy.Kind.values())
                .filter(each -> name(each).equals(node.path("kind").asText())).findFirst();
        var host = PlaceJson.text(node, "host");
        int port = node.path("port").asInt();
        if (kind.isEmpty() || host == null || port < 1 || port > LAST_PORT) {
            return null;
        }
        var password = node.has("password") ? PlaceJson.read(node.path("password")) : null;
        if (node.has("password") && password == null) {
            return null;
        }
        return new ProxyEntry(kind.get(), host, port, PlaceJson.text(node, "user"), password);
    }

    private static ObjectNode node(ProxyEntry proxy, ObjectNode node) {
        node.put("kind", name(proxy.kind())).put("host", proxy.host()).put("port", proxy.port());
        PlaceJson.put(node, "user", proxy.user());
        if (proxy.password() == null) {
            node.remove("password");
        } else {
            node.set("password", PlaceJson.write(proxy.password(), node.path("password")));
        }
        return node;
    }

    private static Connection.Waits waits(JsonNode node) {
        var times = new ArrayList<Duration>();
        for (var name : List.of("connectMs", "headersMs", "idleMs")) {
            long ms = node.path(name).asLong();
            if (ms < 1 || ms > LONGEST_MS) {
                return null;
            }
            times.add(Duration.ofMillis(ms));
        }
        return new Connection.Waits(times.get(0), times.get(1), times.get(2));
    }

    private static String name(Connection.Proxy.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}

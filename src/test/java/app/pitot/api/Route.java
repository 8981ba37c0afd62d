package app.pitot.api;

import app.pitot.keys.KeyException;
import app.pitot.keys.Secret;
import app.pitot.provider.Connection;
import app.pitot.provider.Connection.Proxy;
import app.pitot.provider.WireRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Targets that are reached in other ways than directly. */
record Route(Proxy proxy, String password, String pem, List<Target.Header> headers, Map<String, String> attribution) {
    static final Route DIRECT = new Route(null, null, null, List.of(), Map.of());

    Route via(Proxy.Kind kind, int port, String user, String secret) {
        return new Route(new Proxy(kind, "127.0.0.1", port, user, null), secret, pem, headers, attribution);
    }

    Route trusting(String certificates) {
        return new Route(proxy, password, certificates, headers, attribution);
    }

    Route with(String name, String value) {
        return new Route(proxy, password, pem, List.of(new Target.Header(name, value, null)), attribution);
    }

    Target to(String url) {
        return to(url, Talk.key());
    }

    Target to(String url, Secret key) {
        var second = Duration.ofSeconds(2);
        return new Target(url, "auto", new WireRules(false, false, attribution), key, headers, proxy, secret(password),
                pem, new Connection.Waits(second, second, second));
    }

    static Secret secret(String text) {
        try {
            return text == null ? null : Secret.text(text);
        } catch (KeyException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends {@link Talk#HELLO} over a client of its own. */
    StreamEnd talk(String url) {
        try (var client = Tls.client()) {
            return client.newCall(to(url), Talk.HELLO).execute(new Recorder());
        }
    }
}

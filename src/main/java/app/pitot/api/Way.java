package app.pitot.api;

import app.pitot.keys.Secret;
import app.pitot.provider.Connection.Proxy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import okhttp3.OkHttpClient;

/**
 * One way to endpoints with its open connections: directly or through a proxy, with the platform's trust or with more. Guarded
 * by its {@link Ways}.
 */
final class Way {
    /**
     * What makes a way of its own, beside the proxy's password.
     *
     * @param proxy null if direct
     * @param certificatePem null if the platform's authorities are enough
     * @param line see {@link Target#line}
     */
    record Kind(Hop proxy, String certificatePem, Duration connect, int line) {
        Kind(Hop proxy, String certificatePem, Duration connect) {
            this(proxy, certificatePem, connect, 0);
        }
    }

    /**
     * A proxy.
     *
     * @param user null if none is to be offered
     */
    record Hop(Proxy.Kind kind, String host, int port, String user) {
        static Hop of(Proxy proxy) {
            return proxy == null ? null : new Hop(proxy.kind(), proxy.host(), proxy.port(), proxy.user());
        }

        /** For messages. */
        String name() {
            return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
        }
    }

    private final Kind kind;
    private final Secret password;
    private final OkHttpClient client;
    private final Set<String> baseUrls = new HashSet<>();
    private int users;
    private boolean retired;

    /** @param password the way's own to wipe; null if there is none */
    Way(Kind kind, Secret password, OkHttpClient client) {
        this.kind = kind;
        this.password = password;
        this.client = client;
    }

    OkHttpClient client() {
        return client;
    }

    /** Null if direct. */
    Hop proxy() {
        return kind.proxy();
    }

    boolean fits(Kind wanted, Secret wantedPassword) {
        boolean same = password == null || wantedPassword == null
                ? password == wantedPassword
                : password.sameAs(wantedPassword);
        return same && kind.equals(wanted);
    }

    boolean leadsTo(String baseUrl) {
        return baseUrls.contains(baseUrl);
    }

    void use(String baseUrl) {
        baseUrls.add(baseUrl);
        users++;
    }

    void release() {
        users--;
        wipeIfUnused();
    }

    /** No new request goes this way; those under way end as they would. */
    void retire() {
        retired = true;
        client.connectionPool().evictAll();
        wipeIfUnused();
    }

    private void wipeIfUnused() {
        if (retired && users == 0) {
            client.connectionPool().evictAll();
            if (password != null) {
                password.close();
            }
        }
    }
}

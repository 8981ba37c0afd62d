package app.pitot.api;

import app.pitot.base.Clocks;
import app.pitot.keys.Secret;
import app.pitot.provider.Connection;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/** The ways in use, made on demand; the one used longest ago is given up when there are too many. Safe from any thread. */
final class Ways {
    private static final int MAX = 32;

    private final Clocks clocks;
    private final OkHttpClient base;
    private final String agent;
    /** Least recently used first. */
    private final List<Way> ways = new ArrayList<>();

    /** @param base with everything that all ways have in common */
    Ways(Clocks clocks, OkHttpClient base, String agent) {
        this.clocks = clocks;
        this.base = base;
        this.agent = agent;
    }

    /**
     * The way of {@code target}, whose password it copies; the caller gives it back with {@link #release}.
     *
     * @throws ApiException of kind BAD_SETTING if its certificates or its proxy cannot be used
     */
    synchronized Way acquire(Target target, Duration connect) throws ApiException {
        var kind = new Way.Kind(Way.Hop.of(target.proxy()), target.certificatePem(), connect, target.line());
        var way = ways.stream().filter(each -> each.fits(kind, target.proxyPassword())).findFirst().orElse(null);
        if (way == null) {
            way = make(kind, target.proxyPassword());
        }
        ways.remove(way);
        ways.add(way);
        if (ways.size() > MAX) {
            ways.removeFirst().retire();
        }
        way.use(target.baseUrl());
        return way;
    }

    /** A way of its own for {@code target}, which shares nothing open with others; given back in the same manner. */
    Way fresh(Target target, Duration connect) throws ApiException {
        var way = make(new Way.Kind(Way.Hop.of(target.proxy()), target.certificatePem(), connect),
                target.proxyPassword());
        synchronized (this) {
            way.use(target.baseUrl());
            way.retire();
        }
        return way;
    }

    synchronized void release(Way way) {
        way.release();
    }

    /** Closes what leads to {@code baseUrl} as far as it is idle, and the rest as soon as it is. */
    synchronized void forget(String baseUrl) {
        for (var way : List.copyOf(ways)) {
            if (way.leadsTo(baseUrl)) {
                ways.remove(way);
                way.retire();
            }
        }
    }

    synchronized void closeIdle() {
        ways.forEach(way -> way.client().connectionPool().evictAll());
    }

    private Way make(Way.Kind kind, Secret shown) throws ApiException {
        var hop = kind.proxy();
        var problem = hop == null
                ? null
                : ProxySettings.problem(hop.kind(), hop.host(), hop.port(), hop.user());
        if (problem != null) {
            throw new ApiException(new ApiError(ErrorKind.BAD_SETTING, null, null, problem, null, null));
        }
        var dns = new PatientDns(kind.connect());
        var builder = base.newBuilder().connectTimeout(kind.connect()).dns(dns)
                .connectionPool(new ConnectionPool(32, 5, TimeUnit.MINUTES));
        if (kind.certificatePem() != null) {
            Trust.add(builder, base.x509TrustManager(),
                    CaCertificates.parse(kind.certificatePem(), clocks.now()));
        }
        var password = shown == null ? null : shown.copy();
        if (hop != null) {
            lead(builder, hop, password, dns);
        }
        return new Way(kind, password, builder.build());
    }

    private void lead(OkHttpClient.Builder builder, Way.Hop hop, Secret password, Dns dns) {
        if (hop.kind() == Connection.Proxy.Kind.SOCKS) {
            builder.socketFactory(new SocksSockets(hop.host(), hop.port(), hop.user(), password, dns))
                    .dns(SocksSockets::unresolved);
        } else {
            var address = InetSocketAddress.createUnresolved(hop.host(), hop.port());
            builder.proxy(new java.net.Proxy(java.net.Proxy.Type.HTTP, address))
                    .proxyAuthenticator(login(hop.user(), password));
        }
    }

    /** Logs in to the proxy before it asks, for a tunnel; never a second time. */
    private Authenticator login(String user, Secret password) {
        return (_, response) -> {
            boolean first = response.challenges().stream()
                    .anyMatch(each -> each.scheme().equalsIgnoreCase("OkHttp-Preemptive"));
            if (!first) {
                return null;
            }
            var tunnel = response.request().newBuilder().header("User-Agent", agent);
            return user == null ? tunnel.build() : tunnel.header("Proxy-Authorization", basic(user, password)).build();
        };
    }

    /** The value of a {@code Proxy-Authorization} header. */
    static String basic(String user, Secret password) {
        return Credentials.basic(user, password == null ? "" : password.plain(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}

package app.pitot.api;

import app.pitot.provider.Connection;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * A target made ready for the wire: its way, and its secrets as the header values that they are. Lives as long as one call, and
 * is closed after it.
 */
final class Passage implements AutoCloseable {
    private static final Set<String> OURS = Set.of("accept", "accept-encoding", "connection", "content-length",
            "content-type", "host", "user-agent");

    private final OkHttpChatClient client;
    private final Timeouts timeouts;
    private final Way way;
    private final String bearer;
    private final Map<String, String> headers;
    private final String proxyLogin;
    private final Redactor redactor;
    private final Supplier<WireMask> mask;

    private Passage(OkHttpChatClient client, Timeouts timeouts, Way way, String bearer, Map<String, String> headers,
            String proxyLogin, Redactor redactor, Supplier<WireMask> mask) {
        this.client = client;
        this.timeouts = timeouts;
        this.way = way;
        this.bearer = bearer;
        this.headers = headers;
        this.proxyLogin = proxyLogin;
        this.redactor = redactor;
        this.mask = mask;
    }

    /**
     * Takes what it needs of {@code target}, which may be closed afterwards.
     *
     * @param fresh true for connections of its own
     * @throws ApiException of kind BAD_SETTING if something of it cannot be used
     */
    static Passage open(OkHttpChatClient client, Target target, boolean fresh) throws ApiException {
        var secrets = new ArrayList<String>();
        var bearer = target.key() == null ? null : target.key().bearer();
        if (bearer != null) {
            secrets.add(bearer.substring(bearer.indexOf(' ') + 1));
        }
        var headers = headers(target, secrets);
        var proxy = target.proxy();
        String login = null;
        if (proxy != null && proxy.user() != null && target.proxyPassword() != null) {
            secrets.add(target.proxyPassword().plain());
        }
        if (proxy != null && proxy.kind() == Connection.Proxy.Kind.HTTP && proxy.user() != null) {
            login = Ways.basic(proxy.user(), target.proxyPassword());
            secrets.add(login.substring(login.indexOf(' ') + 1));
        }
        var timeouts = timeouts(target.waits(), client.timeouts());
        var way = fresh
                ? client.ways().fresh(target, timeouts.connect())
                : client.ways().acquire(target, timeouts.connect());
        return new Passage(client, timeouts, way, bearer, headers, login, new Redactor(secrets),
                () -> mask(target, secrets));
    }

    /** With values of the user's own that are not called secret, but look so. */
    private static WireMask mask(Target target, List<String> secrets) {
        var all = new ArrayList<>(secrets);
        target.headers().stream()
                .filter(header -> header.secret() == null && WireMask.suspect(header.name(), header.value()))
                .forEach(header -> all.add(header.value()));
        return new WireMask(new Redactor(all), all, names(target, true), plain(target));
    }

    /** Those of the user's own, in lower case. */
    private static Set<String> names(Target target, boolean secret) {
        return target.headers().stream().filter(header -> (header.secret() != null) == secret)
                .map(header -> header.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Headers whose values are nobody's secret, in lower case. */
    private static Set<String> plain(Target target) {
        var plain = new HashSet<>(OURS);
        target.rules().headers().keySet().forEach(name -> plain.add(name.toLowerCase(Locale.ROOT)));
        plain.removeAll(names(target, false));
        return plain;
    }

    private static Map<String, String> headers(Target target, List<String> secrets) throws ApiException {
        var all = new LinkedHashMap<>(target.rules().headers());
        check(ExtraHeaders.repeated(target.headers().stream().map(Target.Header::name).toList()));
        for (var header : target.headers()) {
            check(ExtraHeaders.nameProblem(header.name(), target.key() != null));
            var value = header.secret() == null ? header.value() : header.secret().plain();
            check(ExtraHeaders.valueProblem(header.name(), value));
            if (header.secret() != null) {
                secrets.add(value);
            }
            all.keySet().removeIf(ours -> ours.equalsIgnoreCase(header.name()));
            all.put(header.name(), value);
        }
        return all;
    }

    private static void check(String problem) throws ApiException {
        if (problem != null) {
            throw new ApiException(new ApiError(ErrorKind.BAD_SETTING, null, null, problem, null, null));
        }
    }

    private static Timeouts timeouts(Connection.Waits waits, Timeouts usual) {
        return waits == null ? usual : new Timeouts(waits.connect(), waits.headers(), waits.idle());
    }

    /** A request to the endpoint, with the key and all headers that its account has. */
    Request.Builder request(HttpUrl url) {
        var request = bare(url);
        headers.forEach(request::header);
        return bearer == null ? request : request.header("Authorization", bearer);
    }

    /** A request to somebody else on the same way. */
    Request.Builder bare(HttpUrl url) {
        var request = new Request.Builder().url(url).header("User-Agent", client.agent());
        // Over https the tunnel is what logs in; in the request itself the provider would read it.
        return proxyLogin == null || url.isHttps() ? request : request.header("Proxy-Authorization", proxyLogin);
    }

    /** Takes the account's secrets out of what is kept of its requests. */
    WireMask mask() {
        return mask.get();
    }

    WireCall wire(Request request, LongConsumer sending) {
        return wire(request, sending, ConnectSteps.UNSEEN);
    }

    /** The same with somebody who is told how the connection comes to be. */
    WireCall wire(Request request, LongConsumer sending, ConnectSteps steps) {
        return client.wire(way.client(), request, timeouts, sending, steps);
    }

    /** For what {@code host} answers to a request with the key. */
    ErrorParser errors(String host) {
        return new ErrorParser(redactor, bearer != null, host);
    }

    /** The failure of {@code wire}, named after whoever failed. */
    ApiError failure(IOException e, WireCall wire, String host, Integer status) {
        var hop = way.proxy();
        boolean its = wire.phase() == Phase.CONNECTING || e instanceof ProtocolException;
        if (hop != null && its && !wire.secured()) {
            return ProxyErrors.of(e, wire.guard().expired(), hop.name(), host);
        }
        return NetworkErrors.of(e, wire.phase(), wire.guard().expired(), host, status);
    }

    /** The proxy's own refusal, if {@code status} to a request for {@code url} is one; else null. */
    ApiError proxyRefusal(int status, HttpUrl url) {
        boolean its = status == 407 && way.proxy() != null && !url.isHttps();
        return its ? ProxyErrors.login(way.proxy().name()) : null;
    }

    Way.Hop proxy() {
        return way.proxy();
    }

    @Override
    public void close() {
        client.ways().release(way);
    }
}

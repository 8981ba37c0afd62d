package app.pitot.api;

import app.pitot.base.Clocks;
import app.pitot.provider.ModelInfo;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;

/**
 * The wire over OkHttp. Nothing is ever sent twice behind the caller's back: no retry, no redirect, no cache, cookie jar
 * or authenticator; the one repeat is {@link OkHttpChatCall}'s. HTTP/1.1 only, so that each stream has its own
 * connection and no header table keeps a key. Connections are kept open for reuse, at most 32.
 */
public final class OkHttpChatClient implements ChatClient {
    private final Clocks clocks;
    private final Timeouts timeouts;
    private final OkHttpClient client;
    private final Watchdog watchdog;
    private final String agent = "Pitot/" + Build.version();
    /** Base URLs that refused {@code stream_options}. */
    private final Set<String> withoutStreamOptions = ConcurrentHashMap.newKeySet();

    /** With the default waiting times. */
    public OkHttpChatClient(Clocks clocks) {
        this(clocks, Timeouts.defaults());
    }

    public OkHttpChatClient(Clocks clocks, Timeouts timeouts) {
        this(clocks, timeouts, new OkHttpClient());
    }

    /** For tests: {@code base} brings what the system would, such as trust in a certificate. */
    OkHttpChatClient(Clocks clocks, Timeouts timeouts, OkHttpClient base) {
        this.clocks = clocks;
        this.timeouts = timeouts;
        watchdog = new Watchdog(clocks.ticker());
        client = base.newBuilder().retryOnConnectionFailure(false).followRedirects(false).followSslRedirects(false)
                .connectTimeout(timeouts.connect()).readTimeout(Duration.ZERO).writeTimeout(Duration.ZERO)
                .callTimeout(Duration.ZERO).cache(null).protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(32, 5, TimeUnit.MINUTES))
                .dns(new PatientDns(timeouts.connect()))
                .eventListenerFactory(call -> {
                    var listener = call.request().tag(ConnectionListener.class);
                    return listener == null ? EventListener.NONE : listener;
                }).build();
    }

    @Override
    public ChatCall newCall(Target target, ChatRequest request) {
        return new OkHttpChatCall(this, target, request);
    }

    @Override
    public List<ModelInfo> models(Target target) throws ApiException {
        try (target) {
            return new ModelsCall(this).get(target);
        }
    }

    @Override
    public List<ModelInfo> models(Target target, String publicUrl) throws ApiException {
        try (target) {
            return new ModelsCall(this).get(target, publicUrl);
        }
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
    }

    Clocks clocks() {
        return clocks;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    Set<String> withoutStreamOptions() {
        return withoutStreamOptions;
    }

    /** A request to {@code url} with the headers that all have. */
    Request.Builder request(HttpUrl url, String bearer) {
        var request = new Request.Builder().url(url).header("User-Agent", agent);
        return bearer == null ? request : request.header("Authorization", bearer);
    }

    WireCall wire(Request request, java.util.function.LongConsumer sending) {
        return new WireCall(client, request, timeouts, watchdog, clocks.ticker(), sending);
    }
}

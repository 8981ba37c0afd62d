package app.pitot.api;

import app.pitot.base.Clocks;
import app.pitot.provider.ModelInfo;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import okhttp3.EventListener;
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
    private final Ways ways;
    private final Watchdog watchdog;
    private final String agent = "Pitot/" + Build.version();
    /** By base URL, what refusals have taught. */
    private final ConcurrentMap<String, Manner> manners = new ConcurrentHashMap<>();

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
        var common = base.newBuilder().retryOnConnectionFailure(false).followRedirects(false).followSslRedirects(false)
                .proxy(Proxy.NO_PROXY).socketFactory(new PlainSockets()).readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .callTimeout(Duration.ZERO).cache(null).protocols(List.of(Protocol.HTTP_1_1))
                .eventListenerFactory(call -> {
                    var listener = call.request().tag(ConnectionListener.class);
                    return listener == null ? EventListener.NONE : listener;
                }).build();
        ways = new Ways(clocks, common, agent);
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
    public void checkKey(Target target, String path) throws ApiException {
        try (target) {
            KeyCall.ask(new Lookup(this), target, path);
        }
    }

    @Override
    public void warm(Target target) throws ApiException {
        try (target) {
            new Lookup(this).touch(target, "/models");
        }
    }

    @Override
    public KeyStatus keyStatus(Target target, String path) throws ApiException {
        try (target) {
            return KeyStatusCall.ask(new Lookup(this), target, path);
        }
    }

    @Override
    public RunningCheck check(Target target, Consumer<CheckStep> steps) {
        var check = new CheckCall(this, target, steps);
        Thread.ofVirtual().name("pitot-check").start(check);
        return check;
    }

    @Override
    public void forget(String baseUrl) {
        ways.forget(baseUrl);
    }

    @Override
    public void close() {
        ways.closeIdle();
    }

    Clocks clocks() {
        return clocks;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    ConcurrentMap<String, Manner> manners() {
        return manners;
    }

    Ways ways() {
        return ways;
    }

    /** How the app calls itself. */
    String agent() {
        return agent;
    }

    WireCall wire(OkHttpClient way, Request request, Timeouts waits, LongConsumer sending, ConnectSteps steps) {
        return new WireCall(way, request, waits, watchdog, clocks.ticker(), sending, steps);
    }
}

package app.pitot.api;

import app.pitot.base.Ticker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** Takes the clock points of one HTTP call. Several connects may run at once, so each address has its own. */
final class ConnectionListener extends EventListener {
    /** Told about the progress of the call, from its own thread. */
    interface Progress {
        void phase(Phase phase, long nanos);
    }

    private static final class Attempt {
        volatile long start;
        volatile long tlsStart;
        volatile long tlsEnd;
        volatile long end;
    }

    private final Ticker ticker;
    private final Progress progress;
    private final ConnectSteps steps;
    private final Map<InetSocketAddress, Attempt> attempts = new ConcurrentHashMap<>();
    private volatile long dnsStart;
    private volatile long dnsEnd;
    private volatile boolean resolved;
    private volatile Connection connection;
    private volatile boolean secured;
    private volatile boolean dead;
    /** The one that failed last. */
    private volatile Attempt failed;
    private volatile long sendStart;
    private volatile long sendEnd;
    private volatile long headersEnd;
    private volatile Request request;
    private volatile Response response;

    ConnectionListener(Ticker ticker, Progress progress, ConnectSteps steps) {
        this.ticker = ticker;
        this.progress = progress;
        this.steps = steps;
    }

    /** What opening the connection took, as far as it is known now. */
    ConnectionTiming timing() {
        var used = connection;
        var protocol = used == null ? null : used.protocol().toString();
        var attempt = used == null ? null : attempts.get(used.route().socketAddress());
        if (attempt == null) {
            return new ConnectionTiming(used != null, null, null, null, protocol);
        }
        Long dns = resolved ? dnsEnd - dnsStart : null;
        boolean tls = attempt.tlsEnd != 0;
        long tcpEnd = tls ? attempt.tlsStart : attempt.end;
        return new ConnectionTiming(false, dns, tcpEnd - attempt.start,
                tls ? attempt.tlsEnd - attempt.tlsStart : null, protocol);
    }

    /** When what happened, by the ticker; 0 where it did not or is not known. */
    record Stamps(long dnsStart, long dnsEnd, long tcpStart, long tlsStart, long connected, long sendStart,
            long sendEnd,
            long headers) {}

    /** What is known now; of connects that failed, or are still under way, as far as one came. */
    Stamps stamps() {
        var used = connection;
        var attempt = used == null
                ? attempts.values().stream().findFirst().orElse(failed)
                : attempts.get(used.route().socketAddress());
        return attempt == null
                ? new Stamps(dnsStart, dnsEnd, 0, 0, 0, sendStart, sendEnd, headersEnd)
                : new Stamps(dnsStart, dnsEnd, attempt.start, attempt.tlsStart, attempt.end, sendStart, sendEnd,
                        headersEnd);
    }

    /** As it was sent, with all headers; null before that. */
    Request request() {
        return request;
    }

    /** As it came; null before that. */
    Response response() {
        return response;
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        dnsStart = ticker.nanos();
    }

    @Override
    public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
        dnsEnd = ticker.nanos();
        resolved = true;
        steps.resolved(addresses);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        var attempt = new Attempt();
        attempt.start = ticker.nanos();
        attempts.put(address, attempt);
    }

    @Override
    public void secureConnectStart(Call call) {
        // Not told for which address; a stamp per open attempt is right for the one that wins.
        long now = ticker.nanos();
        secured = true;
        attempts.keySet().stream().findFirst().ifPresent(steps::connected);
        attempts.values().stream().filter(a -> a.tlsStart == 0 && a.end == 0).forEach(a -> a.tlsStart = now);
    }

    @Override
    public void secureConnectEnd(Call call, Handshake handshake) {
        long now = ticker.nanos();
        attempts.values().stream().filter(a -> a.tlsStart != 0 && a.tlsEnd == 0).forEach(a -> a.tlsEnd = now);
        if (handshake != null) {
            steps.secured(handshake);
        }
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, Protocol protocol) {
        var attempt = attempts.get(address);
        if (attempt != null) {
            attempt.end = ticker.nanos();
            steps.connected(address);
        }
    }

    @Override
    public void connectFailed(Call call, InetSocketAddress address, Proxy proxy, Protocol protocol, IOException e) {
        var gone = attempts.remove(address);
        failed = gone == null ? failed : gone;
    }

    @Override
    public void connectionAcquired(Call call, Connection acquired) {
        connection = acquired;
        if (attempts.isEmpty() && IdleSockets.closeIfDead(acquired.socket())) {
            dead = true;
        }
    }

    /** True once a TLS handshake has begun, behind whatever proxy there is. */
    boolean secured() {
        return secured;
    }

    /** True if the call was given an idle connection that its server had left: nothing of the request can be sent. */
    boolean dead() {
        return dead;
    }

    @Override
    public void requestHeadersStart(Call call) {
        sendStart = ticker.nanos();
        progress.phase(Phase.SENDING, sendStart);
    }

    @Override
    public void requestHeadersEnd(Call call, Request sent) {
        request = sent;
        progress.phase(Phase.WAITING, ticker.nanos());
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        sendEnd = ticker.nanos();
        progress.phase(Phase.WAITING, sendEnd);
    }

    @Override
    public void responseHeadersEnd(Call call, Response came) {
        response = came;
        headersEnd = ticker.nanos();
        progress.phase(Phase.READING, headersEnd);
    }
}

package app.pitot.api;

import app.pitot.base.Ticker;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.function.LongConsumer;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** One HTTP request with its guard and clock points; good for one use. {@link #cancel} may come from any thread. */
final class WireCall implements AutoCloseable {
    /** So that OkHttp, which knows more, reports a failed connect first. */
    private static final Duration CONNECT_GRACE = Duration.ofMillis(300);

    private final Call call;
    private final Timeouts timeouts;
    private final Ticker ticker;
    private final Watchdog.Guard guard;
    private final Watchdog.Guard whole;
    private final ConnectionListener listener;
    private WireTape tape;
    private volatile Phase phase = Phase.CONNECTING;
    private volatile long headersNanos;

    /**
     * @param sending told the time at which the request headers are about to be written
     * @param steps told how the connection comes to be
     */
    WireCall(OkHttpClient client, Request request, Timeouts timeouts, Watchdog watchdog, Ticker ticker,
            LongConsumer sending, ConnectSteps steps) {
        this.timeouts = timeouts;
        this.ticker = ticker;
        listener = new ConnectionListener(ticker, (reached, nanos) -> {
            if (deadOnArrival()) {
                return;
            }
            if (reached == Phase.SENDING) {
                sending.accept(nanos);
            }
            reach(reached, nanos);
        }, steps);
        call = client.newCall(request.newBuilder().tag(ConnectionListener.class, listener).build());
        guard = watchdog.guard(call::cancel);
        whole = watchdog.guard(call::cancel);
    }

    /** Has all of it remembered; before it is opened. */
    void record(WireTape on) {
        tape = on;
    }

    /** Null if nobody wants it remembered. */
    WireTape tape() {
        return tape;
    }

    /** What went over the wire, which must have been recorded. */
    Wire recorded(WireMask mask) {
        return tape.wire(call.request(), listener, mask, ticker.nanos());
    }

    /** Sends and waits for the response headers; the caller closes the response. */
    Response open() throws IOException {
        if (tape != null) {
            tape.begin(ticker.nanos());
        }
        guard.limit(timeouts.connect().plus(CONNECT_GRACE));
        try {
            return checked(call.execute());
        } catch (Exception e) {
            // OkHttp declares only IOException, but lets an interrupt of its wait for connections through.
            if (e instanceof InterruptedException) {
                throw new InterruptedIOException();
            }
            throw e;
        }
    }

    /** OkHttp cannot read, nor even close, a body whose length is negative: such headers are no HTTP. */
    private Response checked(Response response) throws IOException {
        if (response.body().contentLength() < -1) {
            cancel();
            phase = Phase.WAITING;
            throw new ProtocolException("negative length");
        }
        return response;
    }

    /**
     * True if the call failed because an idle connection had been closed by its server. It was found out before the
     * first byte was written, so that trying another connection sends nothing twice.
     */
    boolean deadOnArrival() {
        return listener.dead();
    }

    /** True once a TLS handshake has begun. */
    boolean secured() {
        return listener.secured();
    }

    private void reach(Phase reached, long nanos) {
        phase = reached;
        if (reached == Phase.READING) {
            headersNanos = nanos;
        }
        guard.limit(reached == Phase.READING ? timeouts.idle() : timeouts.headers());
    }

    /** The rest of the answer is short: from now on it may take twice the longest silence, however steadily it drips. */
    void expectShort() {
        whole.limit(shortAnswer());
    }

    /** How long such an answer may take. */
    Duration shortAnswer() {
        return timeouts.idle().multipliedBy(2);
    }

    /** True if a short answer was ended because it did not end. */
    boolean overdue() {
        return whole.expired();
    }

    /** Bytes of the body came in just now. */
    void heard() {
        guard.touch(ticker.nanos());
    }

    Watchdog.Guard guard() {
        return guard;
    }

    Phase phase() {
        return phase;
    }

    long headersNanos() {
        return headersNanos;
    }

    ConnectionTiming timing() {
        return listener.timing();
    }

    /** Closes the socket at once. */
    void cancel() {
        call.cancel();
    }

    @Override
    public void close() {
        guard.close();
        whole.close();
    }
}

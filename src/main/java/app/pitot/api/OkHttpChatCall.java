package app.pitot.api;

import app.pitot.base.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okio.ByteString;

/** One chat request over OkHttp; what a 400 refuses as unknown is left out or renamed, and the request repeated. */
final class OkHttpChatCall implements ChatCall {
    private static final int MAX_ERROR_BODY = 64 * 1024;

    private final OkHttpChatClient client;
    private final Target target;
    private final ChatRequest request;
    private final AtomicBoolean used = new AtomicBoolean();
    private final Object lock = new Object();
    private WireCall current;
    private Thread runner;
    private boolean stopped;
    // Of the thread that executes.
    private SeenHeaders seen = SeenHeaders.NONE;
    private Manner manner;
    private boolean traced;
    private final List<Wire> wires = new ArrayList<>();

    OkHttpChatCall(OkHttpChatClient client, Target target, ChatRequest request) {
        this.client = client;
        this.target = target;
        this.request = request;
    }

    @Override
    public void trace() {
        traced = true;
    }

    @Override
    public List<Wire> wires() {
        return List.copyOf(wires);
    }

    @Override
    public StreamEnd execute(StreamSink sink) {
        if (!used.compareAndSet(false, true)) {
            throw new IllegalStateException("A call is good for one use.");
        }
        var url = HttpUrl.parse(target.baseUrl() + "/chat/completions");
        if (url == null) {
            target.close();
            return failed(Outcome.FAILED,
                    new ApiError(ErrorKind.BAD_URL, null, null, Texts.get("api.url.malformed"), null, null));
        }
        var problem = RequestCheck.problem(request);
        if (problem != null) {
            target.close();
            return failed(Outcome.FAILED, problem);
        }
        try (var passage = open()) {
            return send(sink, url, passage, passage.errors(url.host()).of(request.model())).with(seen);
        } catch (ApiException unusable) {
            return failed(Outcome.FAILED, unusable.error());
        }
    }

    private Passage open() throws ApiException {
        try (target) {
            return Passage.open(client, target, false);
        }
    }

    private StreamEnd send(StreamSink sink, HttpUrl url, Passage passage, ErrorParser errors) {
        manner = client.manners().getOrDefault(target.baseUrl(), Manner.of(target.rules()));
        StreamEnd end;
        do {
            var body = RequestBodies.json(request, manner.completionCap(), manner.asksUsage());
            end = attempt(sink, http(url, body, passage), body, passage, errors);
        } while (end == null);
        return end;
    }

    private static Request http(HttpUrl url, ByteString body, Passage passage) {
        return passage.request(url).header("Accept", "text/event-stream")
                .header("Accept-Encoding", "identity").post(RequestBodies.oneShot(body)).build();
    }

    /**
     * Repeats itself over another connection if it was given a dead one; each such round takes one out of the pool.
     * Null if the endpoint taught another manner, which is to be tried.
     */
    private StreamEnd attempt(StreamSink sink, Request http, ByteString body, Passage passage, ErrorParser errors) {
        var wire = passage.wire(http, sink::sending);
        if (traced) {
            wire.record(new WireTape(body));
        }
        if (!begin(wire)) {
            return failed(Outcome.STOPPED, null);
        }
        Integer status = null;
        try (wire; var response = wire.open()) {
            status = response.code();
            return response.isSuccessful()
                    ? new ReplyRun(client, wire, this::stopped, errors, http.url().host())
                            .run(sink, response, headers(sink, wire, response, errors))
                    : refused(sink, wire, response, passage, errors);
        } catch (IOException e) {
            if (stopped()) {
                return failed(Outcome.STOPPED, null);
            }
            if (wire.deadOnArrival()) {
                return attempt(sink, http, body, passage, errors);
            }
            var error = passage.failure(e, wire, http.url().host(), status);
            return failed(error.httpStatus() == null ? Outcome.FAILED : Outcome.REFUSED, error);
        } finally {
            if (traced && !wire.deadOnArrival()) {
                wires.add(wire.recorded(passage.mask()));
            }
            end();
        }
    }

    private StreamEnd refused(StreamSink sink, WireCall wire, Response response, Passage passage,
            ErrorParser errors) {
        int status = response.code();
        var body = errorBody(wire, response);
        if (status == 400 && learnt(sink, new String(body, StandardCharsets.UTF_8))) {
            return null;
        }
        var hints = headers(sink, wire, response, errors);
        if (stopped()) {
            return failed(Outcome.STOPPED, null);
        }
        var proxys = passage.proxyRefusal(status, http(response));
        if (proxys != null) {
            return failed(Outcome.REFUSED, proxys);
        }
        if (response.isRedirect() || status < 400) {
            var target = response.header("Location") == null
                    ? null
                    : http(response).resolve(response.header("Location"));
            return failed(Outcome.REFUSED, target == null
                    ? errors.own(ErrorKind.REDIRECT, status, "api.redirect.nowhere", "")
                    : errors.own(ErrorKind.REDIRECT, status, "api.redirect", target.host()));
        }
        return failed(Outcome.REFUSED, errors.refusal(status, body, hints));
    }

    private byte[] errorBody(WireCall wire, Response response) {
        var tape = wire.tape();
        if (tape == null) {
            return Bodies.start(response, MAX_ERROR_BODY);
        }
        var body = Bodies.start(response, MAX_ERROR_BODY, count -> tape.arrived((int) count, client.clocks().nanos()));
        tape.keep(body, body.length);
        return body;
    }

    /** True if a refusal says how the endpoint wants to be asked instead; it is then asked so from now on. */
    private boolean learnt(StreamSink sink, String refusal) {
        var next = manner.after(refusal, request.maxTokens() != null);
        if (next == null) {
            return false;
        }
        sink.note(Texts.get(next.lesson(manner)));
        manner = next;
        client.manners().put(target.baseUrl(), next);
        return true;
    }

    private static HttpUrl http(Response response) {
        return response.request().url();
    }

    private ErrorParser.Hints headers(StreamSink sink, WireCall wire, Response response, ErrorParser errors) {
        var headers = new ReplyHeaders(Bodies.headers(response), client.clocks().now());
        var reading = HeaderDialects.read(target.dialect(), http(response).host(), headers);
        sink.connected(wire.timing());
        sink.headers(response.code(), reading.windows(), wire.headersNanos());
        seen = SeenHeaders.of(headers, reading, errors.redactor());
        return new ErrorParser.Hints(headers.retryAfter(), headers.shouldRetry(), reading.windows());
    }

    private StreamEnd failed(Outcome outcome, ApiError error) {
        return new StreamEnd(outcome, null, null, null, error, 0, client.clocks().nanos(), true);
    }

    private boolean begin(WireCall wire) {
        synchronized (lock) {
            current = wire;
            runner = Thread.currentThread();
            return !stopped;
        }
    }

    private void end() {
        synchronized (lock) {
            current = null;
            runner = null;
            if (stopped) {
                // Ours, from stop(): the thread's owner must not meet it later.
                Thread.interrupted();
            }
        }
    }

    private boolean stopped() {
        synchronized (lock) {
            return stopped;
        }
    }

    @Override
    public void stop() {
        synchronized (lock) {
            if (stopped) {
                return;
            }
            stopped = true;
            if (current != null) {
                current.cancel();
                if (current.phase() == Phase.CONNECTING) {
                    // A name lookup cannot be cancelled, only no longer waited for.
                    runner.interrupt();
                }
            }
        }
    }
}

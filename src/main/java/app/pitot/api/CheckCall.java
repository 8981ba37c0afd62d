package app.pitot.api;

import app.pitot.api.CheckStep.Kind;
import app.pitot.base.Texts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** One connection test: {@code GET /models} over a connection of its own, told step by step. */
final class CheckCall implements RunningCheck, Runnable {
    private static final int NOT_FOUND = 404;
    private static final int NO_METHOD = 405;
    private static final int NOT_THERE = 501;

    private final OkHttpChatClient client;
    private final Target target;
    private final CheckReport report;
    private final CompletableFuture<List<CheckStep>> result = new CompletableFuture<>();
    private final Object lock = new Object();
    private WireCall current;
    private Thread runner;
    private boolean stopped;

    /** @param target closed by {@link #run} */
    CheckCall(OkHttpChatClient client, Target target, Consumer<CheckStep> listener) {
        this.client = client;
        this.target = target;
        report = new CheckReport(client.clocks().ticker(), listener);
    }

    @Override
    public void run() {
        try (target) {
            var url = HttpUrl.parse(target.baseUrl() + "/models");
            if (url == null) {
                report.fail(Kind.DNS, Texts.get("api.url.malformed"));
                return;
            }
            try (var passage = Passage.open(client, target, true)) {
                ask(passage, url);
            } catch (ApiException unusable) {
                report.fail(target.proxy() == null ? Kind.DNS : Kind.PROXY, unusable.error().message());
            }
        } finally {
            result.complete(report.end());
        }
    }

    private void ask(Passage passage, HttpUrl url) {
        var watch = new CheckWatch(report, url, passage);
        watch.begin();
        var request = Lookup.request(passage, url, true);
        var wire = passage.wire(request, _ -> {}, watch);
        if (!begin(wire)) {
            return;
        }
        try (wire; var response = wire.open()) {
            answered(passage, watch, wire, response);
        } catch (IOException e) {
            if (!stopped()) {
                report.fail(watch.next(), passage.failure(e, wire, url.host(), null).message());
            }
        } finally {
            end();
        }
    }

    private void answered(Passage passage, CheckWatch watch, WireCall wire, Response response) throws IOException {
        int status = response.code();
        var host = response.request().url().host();
        var errors = passage.errors(host);
        var proxys = passage.proxyRefusal(status, response.request().url());
        if (proxys != null) {
            report.fail(Kind.PROXY, proxys.message());
            return;
        }
        watch.answered();
        if (status == NOT_FOUND || status == NO_METHOD || status == NOT_THERE) {
            report.ok(Kind.HTTP, "api.check.http", status);
            report.skip(Kind.MODELS, "api.check.models.none");
        } else if (response.isSuccessful()) {
            report.ok(Kind.HTTP, "api.check.http", status);
            list(wire, response, errors);
        } else {
            var refusal = new Lookup(client).refusal(passage, errors, response);
            report.fail(Kind.HTTP, Texts.get("api.check.http.refused", status, refusal.message()));
        }
    }

    private void list(WireCall wire, Response response, ErrorParser errors) throws IOException {
        try {
            var models = Lookup.read(ModelsCall.reading(target), response, wire, errors);
            report.ok(Kind.MODELS, models.isEmpty() ? "api.check.models.empty" : "api.check.models", models.size());
        } catch (ApiException noList) {
            report.fail(Kind.MODELS, noList.error().message());
        }
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

    @Override
    public CompletableFuture<List<CheckStep>> result() {
        return result;
    }
}

package app.pitot.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** {@code POST /v1/chat/completions}: checks, reserves, answers, settles. */
final class ChatHandler implements HttpHandler {
    private static final int LARGEST_BODY = 10 << 20;

    private final SimulatorConfig config;
    private final Models models;
    private final Limiter limiter;
    private final Replies replies;
    private final AtomicLong requests = new AtomicLong();

    ChatHandler(SimulatorConfig config, Models models, Limiter limiter) {
        this.config = config;
        this.models = models;
        this.limiter = limiter;
        replies = new Replies(config, limiter);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        long arrived = config.pacing().nanos();
        long number = requests.incrementAndGet();
        var bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            exchange.getResponseHeaders().set("Connection", "close");
            Http.fail(exchange, Failure.tooLarge(), Map.of());
        } else if (Http.key(exchange).equals("wrong")) {
            Http.fail(exchange, Failure.wrongKey(), Map.of());
        } else if (Http.key(exchange).equals("broke")) {
            exchange.getResponseHeaders().set("x-should-retry", "false");
            Http.fail(exchange, Failure.paymentRequired(), Map.of());
        } else {
            try {
                var body = ChatBody.parse(bytes);
                answer(exchange, arrived, body, faultFor(body, number));
            } catch (ChatBody.Invalid e) {
                Http.fail(exchange, e.failure(), Map.of());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the simulator is being closed");
            }
        }
    }

    private void answer(HttpExchange exchange, long arrived, ChatBody body, Fault fault)
            throws IOException, InterruptedException {
        if (fault != null && fault.kind() == Fault.Kind.HTML) {
            var status = (int) fault.amount();
            Http.send(exchange, status, "text/html; charset=utf-8", Refusals.html(status), Map.of());
            return;
        }
        var refusal = Refusals.byFault(fault, body.model()).or(() -> Refusals.byModel(body, models));
        if (refusal.isPresent()) {
            Http.fail(exchange, refusal.get(), refusal.get().status() == 429 ? limiter.headers() : Map.of());
            return;
        }
        var model = models.find(body.model()).orElseThrow();
        long input = body.promptTokens();
        long context = context(model);
        var overflow = Refusals.byContext(input, body.maxTokens(), context);
        if (overflow.isPresent()) {
            Http.fail(exchange, overflow.get(), Map.of());
            return;
        }
        switch (limiter.reserve(input, reservedOutput(body, context - input))) {
            case Verdict.Refused refused -> Http.fail(exchange, refused.failure(), refused.headers());
            case Verdict.Admitted admitted -> {
                try {
                    replies.send(exchange, new Replies.Job(arrived, body, model, context - input, fault, admitted));
                } finally {
                    // Without effect if the reply came to its end and was settled.
                    limiter.keep(admitted.id());
                }
            }
        }
    }

    private long reservedOutput(ChatBody body, long room) {
        if (body.maxTokens() != null)
            return body.maxTokens();
        var unset = config.plan().unsetOutputReserve();
        return unset == null ? room : unset;
    }

    private long context(SimModel model) {
        var planned = config.plan().contextTokens();
        return planned == null ? model.contextTokens() : Math.min(planned, model.contextTokens());
    }

    /** The request's own fault goes before the simulator's. */
    private Fault faultFor(ChatBody body, long number) throws ChatBody.Invalid {
        var own = Prompt.of(body.prompt()).faultSpec();
        try {
            var fault = own == null ? config.fault() : Fault.parse(own);
            return fault != null && fault.hits(number) ? fault : null;
        } catch (IllegalArgumentException e) {
            throw new ChatBody.Invalid(e.getMessage(), "messages");
        }
    }
}

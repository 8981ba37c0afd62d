package app.pitot.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** {@code POST …/chat/completions}: checks, reserves, answers, settles. */
final class ChatHandler implements HttpHandler {
    private static final int LARGEST_BODY = 10 << 20;
    private static final int OK = 200;

    private final SimulatorConfig config;
    private final Voice voice;
    private final RequestLog log;
    private final Tallies tallies;
    private final Limiter limiter;
    private final Spending spending;
    private final Replies replies;
    private final AtomicLong requests = new AtomicLong();

    ChatHandler(SimulatorConfig config, Voice voice, RequestLog log, Tallies tallies, Limiter limiter,
            Spending spending) {
        this.config = config;
        this.voice = voice;
        this.log = log;
        this.tallies = tallies;
        this.limiter = limiter;
        this.spending = spending;
        replies = new Replies(config, voice, limiter, spending, tallies);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        long arrived = config.pacing().nanos();
        long number = requests.incrementAndGet();
        var bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            exchange.getResponseHeaders().set("Connection", "close");
            Http.fail(exchange, voice.errors().tooLarge());
            return;
        }
        try {
            var refusal = voice.rules().byKey(Http.key(exchange), spending.total(), voice.errors());
            if (refusal.isPresent()) {
                Http.fail(exchange, refusal.get());
                return;
            }
            var tree = ChatBody.tree(bytes);
            log.note(exchange, tree);
            tallies.came(tree.path("model").asText());
            try {
                var body = ChatBody.of(tree, voice.rules());
                answer(exchange, arrived, body, faultFor(body, number));
            } catch (ChatBody.Invalid e) {
                Http.fail(exchange, voice.errors().badRequest(e.getMessage(), e.param()));
            } finally {
                int status = exchange.getResponseCode();
                // Without a status nothing was answered: the connection was cut.
                if (status > 0 && status != OK) {
                    tallies.refused(tree.path("model").asText(), status);
                }
            }
        } catch (ChatBody.Invalid e) {
            Http.fail(exchange, voice.errors().badRequest(e.getMessage(), e.param()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the simulator is being closed");
        }
    }

    private void answer(HttpExchange exchange, long arrived, ChatBody body, Fault fault)
            throws IOException, InterruptedException {
        if (fault != null && fault.kind() == Fault.Kind.HTML) {
            var status = (int) fault.amount();
            Http.send(exchange, status, "text/html; charset=utf-8", Refusals.html(status), Map.of());
            return;
        }
        var limit = Refusals.byLimit(fault, config.plan(), body.model(), config.clocks());
        if (limit.isPresent()) {
            var refused = limiter.pretend(limit.get());
            tallies.limited(body.model());
            Http.fail(exchange, refused.failure(), refused.headers());
            return;
        }
        var refusal = Refusals.byFault(fault, body.model(), voice.errors()).or(() -> Refusals.byModel(body, voice));
        if (refusal.isPresent()) {
            Http.fail(exchange, refusal.get(),
                    refusal.get().status() == 429 ? limiter.headers(body.model()) : Map.of());
            return;
        }
        var model = voice.models().find(body.model()).orElseThrow();
        long input = body.promptTokens();
        long context = context(model);
        var pictures = Refusals.byPictures(body, model, config.plan(), voice);
        if (pictures.isPresent()) {
            Http.fail(exchange, pictures.get());
            return;
        }
        var overflow = Refusals.byContext(input, body.maxTokens(), context, voice.errors());
        if (overflow.isPresent()) {
            tallies.overContext(body.model());
            Http.fail(exchange, overflow.get());
            return;
        }
        var output = body.maxTokens() == null
                ? voice.rules().uncapped(config.plan(), context - input)
                : body.maxTokens();
        var ask = new Limiter.Ask(body.model(), input, output);
        switch (limiter.reserve(ask)) {
            case Verdict.Refused refused -> {
                tallies.limited(body.model());
                Http.fail(exchange, refused.failure(), refused.headers());
            }
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

    private long context(SimModel model) {
        var planned = config.plan().contextTokens();
        return planned == null ? model.contextTokens() : Math.min(planned, model.contextTokens());
    }

    /** The request's own fault goes before the simulator's. */
    private Fault faultFor(ChatBody body, long number) throws ChatBody.Invalid {
        var own = Prompt.of(body.prompt()).faultSpec();
        try {
            var fault = own == null ? config.fault() : Fault.parse(own);
            if (fault == null || !fault.hits(number))
                return null;
            fault.checkFor(config.dialect());
            return fault;
        } catch (IllegalArgumentException e) {
            throw new ChatBody.Invalid(e.getMessage(), "messages");
        }
    }
}

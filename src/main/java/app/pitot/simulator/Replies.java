package app.pitot.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.UUID;

/** Sends admitted replies on their {@link Schedule}: output starts at the time to the first token. */
final class Replies {
    /** How long a stalled connection stays open before it is cut. */
    private static final Duration STALL = Duration.ofMinutes(10);

    private final SimulatorConfig config;
    private final Limiter limiter;
    private final Pacer pacer;
    private final TextSource texts = TextSource.load();

    /**
     * @param arrived ticker reading
     * @param room output tokens that the context leaves
     * @param fault or null
     */
    record Job(long arrived, ChatBody body, SimModel model, long room, Fault fault, Verdict.Admitted admitted) {
        boolean faulty(Fault.Kind kind) {
            return fault != null && fault.kind() == kind;
        }

        long limit() {
            return body.maxTokens() == null ? room : Math.min(room, body.maxTokens());
        }
    }

    Replies(SimulatorConfig config, Limiter limiter) {
        this.config = config;
        this.limiter = limiter;
        pacer = new Pacer(config.pacing());
    }

    void send(HttpExchange exchange, Job job) throws IOException, InterruptedException {
        var speed = config.speed() == null ? job.model().speed() : config.speed();
        var random = new SplittableRandom(Seeds.of(config.seed(), job.body()));
        var prompt = Prompt.of(job.body().prompt());
        var thoughts = job.model().reasons() ? texts.reasoning(prompt, job.body().effort(), random.split()) : "";
        var script = Script.of(thoughts, texts.answer(prompt, random.split()), job.limit(), speed, random);
        var id = "chatcmpl-" + new UUID(random.nextLong(), job.admitted().id());
        var frames = new Frames(id, job.body().model(), config.clocks().now());
        var run = new Run(job, script, speed, frames, id, config.pacing().nanos());
        if (job.body().stream())
            stream(exchange, run);
        else
            whole(exchange, run);
    }

    private record Run(Job job, Script script, double speed, Frames frames, String id, long started) {}

    private void whole(HttpExchange exchange, Run run) throws IOException, InterruptedException {
        var schedule = awaitStart(run);
        schedule.await(run.script().tokens());
        var body = run.frames().whole(run.script(), account(run, schedule.origin(), config.pacing().nanos()));
        settle(run);
        Http.json(exchange, 200, body, run.job().admitted().headers());
    }

    private void stream(HttpExchange exchange, Run run) throws IOException, InterruptedException {
        Http.head(exchange, "text/event-stream; charset=utf-8", run.job().admitted().headers());
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        var body = new EventBody(exchange.getResponseBody(), run.frames(), run.job().fault());
        try {
            events(body, run);
        } catch (EventBody.Broken e) {
            breakOff(exchange, run);
        }
        exchange.close();
    }

    private void events(EventBody body, Run run) throws IOException, InterruptedException, EventBody.Broken {
        var schedule = awaitStart(run);
        body.send(run.frames().role());
        int tokens = 0;
        var burst = run.job().faulty(Fault.Kind.BURST);
        for (var chunk : run.script().chunks()) {
            tokens += chunk.tokens();
            var frame = run.frames().text(chunk);
            if (!burst)
                schedule.await(tokens);
            body.send(frame);
            if (!burst)
                schedule.wrote(tokens);
        }
        if (burst) {
            schedule.await(tokens);
            schedule.wrote(tokens);
        }
        var end = run.frames().last(run.script().finish(), account(run, schedule.origin(), schedule.last()));
        if (!body.breaksAt(end))
            settle(run);
        note(run, schedule.first(), schedule.last());
        body.send(end);
        body.send(Frames.DONE);
        body.finish();
    }

    private Schedule awaitStart(Run run) throws InterruptedException {
        var ttftMs = config.ttftMs() == null ? run.job().model().ttftMs() : config.ttftMs();
        var extra = run.job().faulty(Fault.Kind.SLOW_FIRST_TOKEN) ? run.job().fault().amount() : 0;
        long due = run.job().arrived() + (ttftMs + extra) * 1_000_000L;
        pacer.until(due);
        // The schedule counts from when output was due, unless preparing the reply took longer than that.
        return new Schedule(pacer, Math.max(due, run.started()), run.speed());
    }

    private ObjectNode account(Run run, long prompted, long ended) {
        if (run.job().faulty(Fault.Kind.NO_USAGE))
            return JsonNodeFactory.instance.objectNode();
        var times = new Accounts(config.clocks().now(), run.job().arrived(), run.started(), prompted, ended);
        return times.toJson(run.job().body().promptTokens(), run.script());
    }

    /** Done before the client is told the usage, so that whoever has read it finds it in the books. */
    private void settle(Run run) {
        limiter.settle(run.job().admitted().id(), run.job().body().promptTokens(), run.script().tokens());
    }

    private void note(Run run, long first, long last) {
        var job = run.job();
        limiter.note(
                new SimulatorState.Reply(run.id(), job.body().model(), job.body().promptTokens(), run.script().tokens(),
                        run.script().reasoningTokens(), run.script().chunks().size(), (first - job.arrived()) / 1e6,
                        (last - job.arrived()) / 1e6, run.speed()));
    }

    /** An ERROR has said so and an END ends properly; the others leave the client with an open or a dead connection. */
    private void breakOff(HttpExchange exchange, Run run) throws IOException, InterruptedException {
        limiter.keep(run.job().admitted().id());
        if (run.job().faulty(Fault.Kind.STALL))
            Thread.sleep(STALL);
        if (run.job().faulty(Fault.Kind.STALL) || run.job().faulty(Fault.Kind.CUT))
            throw new IOException("cut on demand");
    }
}

package app.pitot.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.UUID;

/** Sends admitted replies on their {@link Schedule}: output starts at the time to the first token. */
final class Replies {
    /** How long a stalled connection stays open before it is cut. */
    private static final Duration STALL = Duration.ofMinutes(10);
    /** How often a client hears of a reply that has not begun, in dialects that say so. */
    private static final Duration SIGN_OF_LIFE = Duration.ofMillis(500);

    private final SimulatorConfig config;
    private final Voice voice;
    private final Limiter limiter;
    private final Spending spending;
    private final Tallies tallies;
    private final Pacer pacer;
    private final Plots plots = new Plots();
    private final Seeds seeds = new Seeds();

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

    Replies(SimulatorConfig config, Voice voice, Limiter limiter, Spending spending, Tallies tallies) {
        this.config = config;
        this.voice = voice;
        this.limiter = limiter;
        this.spending = spending;
        this.tallies = tallies;
        pacer = new Pacer(config.pacing());
    }

    void send(HttpExchange exchange, Job job) throws IOException, InterruptedException {
        if (job.faulty(Fault.Kind.ERROR_200) || job.faulty(Fault.Kind.CHOICE_ERROR)) {
            limiter.keep(job.admitted().id());
            Http.fail(exchange, voice.errors().special(job.fault().kind()), job.admitted().headers());
            return;
        }
        var speed = config.speed() == null ? job.model().speed() : config.speed();
        var random = new SplittableRandom(seeds.next(config.seed(), job.body()));
        var script = Script.of(plots.of(job.body(), job.model(), random), job.limit(), speed,
                job.body().wants().topLogprobs(), random);
        var number = new UUID(random.nextLong(), job.admitted().id()).toString();
        var created = config.clocks().now();
        var frames = voice.framing().of(
                new Frames.Opening(number, job.model(), created, job.body().askedUsage()));
        var run = new Run(job, script, speed, frames, config.pacing().nanos());
        spending.add(job.model().cost(job.body().promptTokens(), script.tokens()), created);
        frames.headers().forEach(exchange.getResponseHeaders()::set);
        if (job.body().stream())
            stream(exchange, run);
        else
            whole(exchange, run);
    }

    private record Run(Job job, Script script, double speed, Frames frames, long started) {}

    private void whole(HttpExchange exchange, Run run) throws IOException, InterruptedException {
        long start = start(run);
        pacer.until(start);
        var schedule = schedule(run, start);
        schedule.await(run.script().tokens());
        var accounts = account(run, schedule.origin(), config.pacing().nanos());
        var body = run.frames().whole(run.script(), accounts);
        settle(run);
        Http.json(exchange, 200, body, run.job().admitted().headers());
        told(run, accounts);
        tallies.whole(run.job().body().model());
    }

    private void stream(HttpExchange exchange, Run run) throws IOException, InterruptedException {
        Http.head(exchange, "text/event-stream; charset=utf-8", run.job().admitted().headers());
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        var body = new EventBody(exchange.getResponseBody(), run.frames(), run.job().fault());
        try {
            events(body, run);
            tallies.whole(run.job().body().model());
        } catch (EventBody.Broken e) {
            tallies.broken(run.job().body().model());
            breakOff(exchange, run);
        } catch (IOException e) {
            tallies.left(run.job().body().model());
            throw e;
        }
        exchange.close();
    }

    private void events(EventBody body, Run run) throws IOException, InterruptedException, EventBody.Broken {
        var schedule = awaitStart(body, run);
        body.send(run.frames().begin());
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
        var accounts = account(run, schedule.origin(), schedule.last());
        var ends = run.frames().end(run.script().finish(), accounts);
        note(run, schedule.first(), schedule.last());
        for (var end : ends) {
            if (end.settles() && !body.breaksAt(end.bytes()))
                settle(run);
            body.send(end.bytes());
            if (end.settles())
                told(run, accounts);
        }
        body.send(Frames.DONE);
        body.finish();
    }

    /** Waits until output is due; a client that waits long is told now and then that it is not forgotten. */
    private Schedule awaitStart(EventBody body, Run run)
            throws IOException, InterruptedException, EventBody.Broken {
        long start = start(run);
        var waiting = run.frames().waiting();
        for (long next = run.job().arrived(); waiting.length > 0 && next < start; next += SIGN_OF_LIFE.toNanos()) {
            pacer.until(next);
            body.send(waiting);
        }
        pacer.until(start);
        return schedule(run, start);
    }

    private long start(Run run) {
        var ttftMs = config.ttftMs() == null ? run.job().model().ttftMs() : config.ttftMs();
        var extra = run.job().faulty(Fault.Kind.SLOW_FIRST_TOKEN) ? run.job().fault().amount() : 0;
        return run.job().arrived() + (ttftMs + extra) * 1_000_000L;
    }

    private Schedule schedule(Run run, long due) {
        // The schedule counts from when output was due, unless preparing the reply took longer than that.
        return new Schedule(pacer, Math.max(due, run.started()), run.speed());
    }

    private Accounts account(Run run, long prompted, long ended) {
        if (run.job().faulty(Fault.Kind.NO_USAGE))
            return null;
        return new Accounts(config.clocks().now(), run.job().arrived(), run.started(), prompted, ended,
                run.job().body().promptTokens(),
                run.job().faulty(Fault.Kind.CACHED) ? run.job().body().promptTokens() / 2 : 0, run.script().tokens(),
                run.script().reasoningTokens());
    }

    private void told(Run run, Accounts accounts) {
        if (accounts != null)
            tallies.told(run.job().body().model(), accounts,
                    run.job().model().cost(accounts.promptTokens(), accounts.completionTokens()));
    }

    /** Done before the client is told the usage, so that whoever has read it finds it in the books. */
    private void settle(Run run) {
        limiter.settle(run.job().admitted().id(), run.job().body().promptTokens(), run.script().tokens());
    }

    private void note(Run run, long first, long last) {
        var job = run.job();
        limiter.note(
                new SimulatorState.Reply(run.frames().id(), job.body().model(), job.body().promptTokens(),
                        run.script().tokens(),
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

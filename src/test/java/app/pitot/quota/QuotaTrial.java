package app.pitot.quota;

import app.pitot.api.Answers;
import app.pitot.api.ChatMessage;
import app.pitot.api.ErrorKind;
import app.pitot.api.LimitReading;
import app.pitot.base.Clocks;
import app.pitot.base.Provenance;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.quota.PreFlight.Verdict;
import app.pitot.simulator.Dialect;
import app.pitot.simulator.VirtualProvider;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Random requests of one client on a virtual clock against the simulator's own limiter, whose answers come as the texts that
 * a wire would bring. The check and the arrival at the provider are the same instant; headers and ends of replies come later.
 */
final class QuotaTrial {
    private static final long SECOND = 1_000_000_000;
    private static final Instant START = Instant.parse("2026-11-25T09:13:27Z");
    /** Of the busy load. */
    private static final int LANES = 30;
    private static final double TOKENS_PER_SECOND = 1_000;
    private static final double BUSY_TOKENS_PER_SECOND = 40;

    /**
     * One plan as a provider enforces it.
     *
     * @param gap seconds between the requests of a burst, at most
     * @param pause seconds between bursts, on average
     * @param large share of prompts that may fill the context; all others have at most 24,000 characters
     * @param uncapped false if every request names its largest completion
     */
    record Setting(String planId, Dialect dialect, String model, double gap, double pause, double large,
            boolean uncapped) {
        Setting(String planId, Dialect dialect, String model, double gap, double pause, double large) {
            this(planId, dialect, model, gap, pause, large, true);
        }

        private Setting in(Dialect other) {
            return new Setting(planId, other, other == Dialect.GROQ ? "openai/gpt-oss-120b" : "gpt-oss-120b", gap,
                    pause,
                    large, false);
        }
    }

    /** All plans that have limits. */
    static final List<Setting> SETTINGS = List.of(
            new Setting("cerebras-trial-2026-09", Dialect.CEREBRAS, "gpt-oss-120b", 3, 60, 0.08),
            new Setting("cerebras-developer-2026-09", Dialect.CEREBRAS, "gpt-oss-120b", 0.3, 0.4, 0.6),
            new Setting("cerebras-free-2026-04", Dialect.CEREBRAS, "gpt-oss-120b", 3, 40, 0.08),
            new Setting("groq-free-2026-10", Dialect.GROQ, "openai/gpt-oss-120b", 3, 600, 0.08),
            new Setting("groq-developer-2026-09", Dialect.GROQ, "openai/gpt-oss-120b", 0.4, 1, 0.3),
            new Setting("openrouter-free", Dialect.OPENROUTER, "openai/gpt-oss-20b:free", 3, 1_500, 0.08),
            new Setting("openrouter-free-10credits", Dialect.OPENROUTER, "openai/gpt-oss-20b:free", 3, 60, 0.08));

    /**
     * The same limits in the words of another provider. OpenRouter's know no windows but those of requests. What a request without
     * a cap sets aside is a provider's own rule that no plan of another describes, so that every request has one.
     */
    static final List<Setting> IN_OTHER_WORDS = SETTINGS.stream()
            .flatMap(setting -> Stream.of(Dialect.CEREBRAS, Dialect.GROQ)
                    .filter(dialect -> dialect != setting.dialect()).map(setting::in))
            .toList();

    /** How much is on its way at a time. */
    enum Load {
        /** Bursts of a few and pauses, as somebody at a desk; a thousand tokens a second. */
        DESK,
        /** As much as the plan lets in, some twenty requests at a time that take their time. */
        BUSY
    }

    private record Event(long at, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    private final Setting setting;
    private final Random random;
    private final boolean foreign;
    private final Load load;
    private final Consumer<String> wrong;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final VirtualProvider provider;
    private final QuotaMeter meter;
    private final InputEstimate estimate = new InputEstimate();
    private final Prompts prompts;
    private final ModelInfo model;
    private final Plan plan;
    private final TrialFigures figures = new TrialFigures();
    /** Windows whose level others have changed since the provider last spoke of them. */
    private final Set<String> unseen = new HashSet<>();
    private long now;
    private long orders;
    private int inFlight;
    private int left;
    private long foreignAt;

    private QuotaTrial(Setting setting, Load load, long seed, boolean foreign, Consumer<String> wrong) {
        this.setting = setting;
        this.load = load;
        this.foreign = foreign;
        this.wrong = wrong;
        random = new Random(seed);
        prompts = new Prompts(random);
        var catalogue = Catalogue.shipped();
        plan = catalogue.plan(setting.planId()).orElseThrow();
        var clocks = new Clocks(() -> now, () -> START.plusNanos(now));
        provider = new VirtualProvider(setting.dialect(), plan, clocks);
        // The simulator that speaks as Cerebras has one set of windows for all models.
        var narrowed = setting.dialect() == Dialect.CEREBRAS ? plan : plan.forModel(setting.model());
        var mine = narrowed.limits().isEmpty() ? plan : narrowed;
        meter = new QuotaMeter(clocks, mine);
        model = new ModelInfo(setting.model(), setting.model(), (int) provider.context(setting.model()), null, null,
                null, null, null, null, null);
    }

    /**
     * Checks and sends {@code requests} random requests, whatever the check says.
     *
     * @param wrong is told of each check that was wrong and each wait that was short; may be null
     */
    static TrialFigures alone(Setting setting, Load load, int requests, long seed, Consumer<String> wrong) {
        var trial = new QuotaTrial(setting, load, seed, false, wrong);
        trial.run(requests);
        return trial.figures;
    }

    /** The same beside another client that nobody tells us of; this one waits when it is told to. */
    static TrialFigures besideOthers(Setting setting, int requests, long seed) {
        var trial = new QuotaTrial(setting, Load.DESK, seed, true, null);
        trial.run(requests);
        return trial.figures;
    }

    private void run(int requests) {
        if (load == Load.BUSY) {
            lanes(requests);
        } else {
            bursts(requests);
        }
        while (!events.isEmpty()) {
            var next = events.poll();
            now = Math.max(now, next.at());
            next.what().run();
        }
    }

    /** Each lane asks again soon after its reply has ended. */
    private void lanes(int requests) {
        left = requests;
        for (var i = 0; i < LANES; i++) {
            at(pause(), this::nextOfLane);
        }
    }

    private void nextOfLane() {
        if (left > 0) {
            left--;
            request(null);
        }
    }

    private void done(boolean admitted) {
        inFlight--;
        if (load == Load.BUSY) {
            at(now + (admitted ? (long) (random.nextDouble() * setting.gap() * SECOND) : pause()), this::nextOfLane);
        }
    }

    private void bursts(int requests) {
        var at = 0L;
        for (var left = requests; left > 0;) {
            var burst = Math.min(left, 1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 4));
            for (var i = 0; i < burst; i++) {
                at(at, () -> request(null));
                at += (long) (random.nextDouble() * setting.gap() * SECOND);
            }
            left -= burst;
            at += pause();
        }
        if (foreign) {
            var until = at;
            at(foreignPause(), () -> others(until));
        }
    }

    /** Short mostly, sometimes up to twenty times as long. */
    private long pause() {
        var seconds = random.nextInt(20) == 0
                ? 20 * setting.pause() * random.nextDouble()
                : -Math.log(1 - random.nextDouble()) * setting.pause();
        return (long) (seconds * SECOND);
    }

    private long foreignPause() {
        return (long) (-Math.log(1 - random.nextDouble()) * setting.pause() * SECOND);
    }

    private void at(long when, Runnable what) {
        events.add(new Event(Math.max(when, now), orders++, what));
    }

    private Integer cap(long context) {
        return random.nextInt(10) < 3 && setting.uncapped()
                ? null
                : Integer.valueOf((int) logUniform(32, Math.min(8_192, context)));
    }

    private double logUniform(double least, double most) {
        return least * Math.pow(most / least, random.nextDouble());
    }

    /** Something to ask. */
    private record Question(List<ChatMessage> messages, Integer cap, long tokens) {}

    private Question question() {
        var context = provider.context(setting.model());
        var characters = (int) logUniform(8,
                random.nextDouble() < setting.large() ? 4.5 * context : Math.min(context, 24_000));
        var messages = prompts.of(characters);
        return new Question(messages, cap(context), provider.tokens(setting.model(), messages));
    }

    private void request(Question asked) {
        var question = asked == null ? question() : asked;
        var guess = estimate.guess(question.messages());
        var check = meter.preFlight(guess, question.cap(), model);
        var wait = provider.waitSeconds(setting.model(), question.tokens(), question.cap());
        if (foreign && !fits(check)) {
            if (check.verdict() == Verdict.WAIT && check.waitMs() < 120_000 && inFlight < 50) {
                at(now + (long) (check.waitMs() * 1e6) + 1, () -> request(question));
            }
            return;
        }
        send(question, guess, check, wait);
    }

    static boolean fits(PreFlight check) {
        return switch (check.verdict()) {
            case FITS, TIGHT -> true;
            case WAIT, NEVER, OVER_CONTEXT, OVER_BUDGET -> false;
            case UNKNOWN -> throw new IllegalStateException("no limit known");
        };
    }

    private void send(Question question, InputEstimate.Guess guess, PreFlight check, double wait) {
        if (wrong != null) {
            before = meter.snapshot().windows();
        }
        var reservation = meter.reserve(guess, question.cap(), model);
        var answer = provider.ask(setting.model(), question.tokens(), question.cap());
        var sentAt = now;
        inFlight++;
        var read = Answers.read(provider.dialect(), answer.status(), answer.headers(), answer.body(),
                START.plusNanos(now));
        figures.checked(check, answer.admitted(), wait, hidden(read));
        figures.inFlight(inFlight);
        if (wrong != null) {
            tell(question, guess, check, answer.admitted(), wait);
        }
        var headersAt = now + 20_000_000 + random.nextInt(200_000_000);
        at(headersAt, () -> headers(reservation, read, answer.status(), sentAt));
        if (!answer.admitted()) {
            at(headersAt + 1, () -> {
                done(false);
                var quota = read.error().kind() == ErrorKind.RATE_LIMIT;
                if (quota && read.error().window() != null) {
                    meter.refused(reservation, read.error().window());
                    told(List.of(read.error().window()), sentAt);
                }
                meter.settle(reservation,
                        Settlement.of(quota ? Settlement.Kind.REFUSED : Settlement.Kind.DECLINED));
            });
            return;
        }
        var most = question.cap() == null ? answer.room() : question.cap();
        var completion = Math.clamp((long) logUniform(8, 3_000), 1, Math.max(1, most));
        var end = headersAt
                + (long) (completion / (load == Load.BUSY ? BUSY_TOKENS_PER_SECOND : TOKENS_PER_SECOND) * SECOND);
        if (random.nextInt(20) == 0) {
            at(headersAt + (long) (random.nextDouble() * (end - headersAt)), () -> {
                done(true);
                provider.keep(answer.id());
                meter.settle(reservation, Settlement.of(Settlement.Kind.UNKNOWN));
            });
            return;
        }
        at(end, () -> {
            done(true);
            provider.settle(answer.id(), question.tokens(), completion);
            meter.settle(reservation, Settlement.used(question.tokens(), completion, 0));
            estimate.learn(question.messages(), question.tokens());
        });
    }

    private void tell(Question question, InputEstimate.Guess guess, PreFlight check, boolean admitted, double wait) {
        var early = check.verdict() == Verdict.WAIT && !admitted && check.waitMs() / 1e3 < wait - 0.001
                && !(check.perhapsNever() && Double.isInfinite(wait));
        if (fits(check) == admitted && !early) {
            return;
        }
        wrong.accept("%s at %.3f s: prompt %d, guessed %s, cap %s, in flight %d, wait %s ms, needed %.3f ms".formatted(
                early ? "SHORT" : "WRONG " + check.verdict(), now / 1e9, question.tokens(), guess, question.cap(),
                inFlight, check.waitMs(), wait * 1e3));
        for (var state : meter.snapshot().windows()) {
            var window = before.stream().filter(s -> s.metric() == state.metric() && s.period() == state.period())
                    .findFirst().orElseThrow();
            wrong.accept("    %s/%s: believed %d, with it %d, left with it if any %.1f of %d".formatted(state.metric(),
                    state.period(), window.remaining(), state.remaining(),
                    provider.remaining(setting.model(), state.metric(), state.period()), state.limit()));
        }
    }

    private List<WindowState> before = List.of();

    private void headers(Reservation reservation, Answers.Read read, int status, long sentAt) {
        meter.observe(reservation, read.windows(), status);
        told(read.windows(), sentAt);
        if (foreign && inFlight == 1 && foreignAt < sentAt) {
            for (var state : meter.snapshot().windows()) {
                if (state.source() == Provenance.REPORTED
                        || state.source() == Provenance.PROJECTED && state.ageMs() != null
                                && state.ageMs() == 0) {
                    var truth = provider.remaining(setting.model(), state.metric(), state.period());
                    figures.gauge(Math.abs(Math.max(0, truth) - state.remaining()));
                }
            }
        }
    }

    /** True if others have used the window that refused, and nobody has told us since. */
    private boolean hidden(Answers.Read read) {
        var window = read.error() == null ? null : read.error().window();
        return window != null && unseen.contains(window.metric() == Metric.TOKENS && split(window.period())
                ? Metric.TOKENS + "/" + window.period()
                : name(window.metric(), window.period()));
    }

    private void told(List<LimitReading> windows, long sentAt) {
        if (foreignAt < sentAt) {
            // A figure of 0 does not say how far it is overdrawn.
            windows.stream().filter(w -> w.remaining() != null && w.remaining() > 0 && w.period() != null)
                    .forEach(w -> unseen.remove(name(w.metric(), w.period())));
        }
    }

    private boolean split(Period period) {
        return plan.limits().stream().filter(l -> l.period() == period && l.metric().isTokens()).count() == 2;
    }

    /** "tokens" alone in a header are the uncached ones where the plan knows those. */
    private String name(Metric metric, Period period) {
        var uncached = plan.limits().stream()
                .anyMatch(l -> l.metric() == Metric.UNCACHED_TOKENS && l.period() == period);
        return (metric == Metric.TOKENS && uncached ? Metric.UNCACHED_TOKENS : metric) + "/" + period;
    }

    private void others(long until) {
        var question = question();
        var answer = provider.ask(setting.model(), question.tokens(), question.cap());
        if (answer.admitted()) {
            othersDid();
            at(now + SECOND, () -> {
                provider.settle(answer.id(), question.tokens(), 200);
                othersDid();
            });
        }
        if (now < until) {
            at(now + foreignPause(), () -> others(until));
        }
    }

    private void othersDid() {
        foreignAt = now;
        plan.limits().forEach(limit -> unseen.add(limit.metric() + "/" + limit.period()));
    }
}

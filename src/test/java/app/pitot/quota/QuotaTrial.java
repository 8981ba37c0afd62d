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
import app.pitot.provider.Refill;
import app.pitot.quota.PreFlight.Verdict;
import app.pitot.simulator.Dialect;
import app.pitot.simulator.VirtualProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * Random requests of one client on a virtual clock against the simulator's own limiter, whose answers come as the texts that
 * a wire would bring. The check and the arrival at the provider are the same instant; headers and ends of replies come later.
 */
public final class QuotaTrial {
    private static final long SECOND = 1_000_000_000;
    private static final Instant START = Instant.parse("2026-11-25T09:13:27Z");

    /**
     * One plan as its own provider enforces it.
     *
     * @param gap seconds between the requests of a burst, at most
     * @param pause seconds between bursts, on average
     * @param large share of prompts that may fill the context; all others have at most 24,000 characters
     */
    public record Setting(String planId, Dialect dialect, String model, double gap, double pause, double large) {}

    /** All plans that have limits. */
    public static final List<Setting> SETTINGS = List.of(
            new Setting("cerebras-trial-2026-09", Dialect.CEREBRAS, "gpt-oss-120b", 3, 60, 0.08),
            new Setting("cerebras-developer-2026-09", Dialect.CEREBRAS, "gpt-oss-120b", 0.3, 0.4, 0.6),
            new Setting("cerebras-free-2026-04", Dialect.CEREBRAS, "gpt-oss-120b", 3, 40, 0.08),
            new Setting("groq-free-2026-10", Dialect.GROQ, "openai/gpt-oss-120b", 3, 600, 0.08),
            new Setting("groq-developer-2026-09", Dialect.GROQ, "openai/gpt-oss-120b", 0.4, 1, 0.3),
            new Setting("openrouter-free", Dialect.OPENROUTER, "openai/gpt-oss-20b:free", 3, 1_500, 0.08),
            new Setting("openrouter-free-10credits", Dialect.OPENROUTER, "openai/gpt-oss-20b:free", 3, 60, 0.08));

    private record Event(long at, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    private final Setting setting;
    private final Random random;
    private final boolean foreign;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final VirtualProvider provider;
    private final QuotaMeter meter;
    private final InputEstimate estimate = new InputEstimate();
    private final Prompts prompts;
    private final ModelInfo model;
    private final Plan plan;
    private final Figures figures = new Figures();
    /** Windows whose level others have changed since the provider last spoke of them. */
    private final Set<String> unseen = new HashSet<>();
    private long now;
    private long orders;
    private int inFlight;
    private long foreignAt;

    private QuotaTrial(Setting setting, long seed, boolean foreign) {
        this.setting = setting;
        this.foreign = foreign;
        random = new Random(seed);
        prompts = new Prompts(random);
        var catalogue = Catalogue.shipped();
        plan = catalogue.plan(setting.planId()).orElseThrow();
        var clocks = new Clocks(() -> now, () -> START.plusNanos(now));
        provider = new VirtualProvider(setting.dialect(), plan, clocks);
        // The simulator that speaks as Cerebras has one set of windows for all models.
        var mine = setting.dialect() == Dialect.CEREBRAS ? plan : plan.forModel(setting.model());
        meter = new QuotaMeter(clocks, mine);
        model = new ModelInfo(setting.model(), setting.model(), (int) provider.context(setting.model()), null, null,
                null, null, null, null, null);
    }

    /** Checks and sends {@code requests} random requests, whatever the check says. */
    public static Figures alone(Setting setting, int requests, long seed) {
        var trial = new QuotaTrial(setting, seed, false);
        trial.run(requests);
        return trial.figures;
    }

    /** The same beside another client that nobody tells us of; this one waits when it is told to. */
    public static Figures besideOthers(Setting setting, int requests, long seed) {
        var trial = new QuotaTrial(setting, seed, true);
        trial.run(requests);
        return trial.figures;
    }

    private void run(int requests) {
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
        while (!events.isEmpty()) {
            var next = events.poll();
            now = Math.max(now, next.at());
            next.what().run();
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
        return random.nextInt(10) < 3 ? null : Integer.valueOf((int) logUniform(32, Math.min(8_192, context)));
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

    private static boolean fits(PreFlight check) {
        return switch (check.verdict()) {
            case FITS, TIGHT -> true;
            case WAIT, NEVER, OVER_CONTEXT, OVER_BUDGET -> false;
            case UNKNOWN -> throw new IllegalStateException("no limit known");
        };
    }

    private void send(Question question, InputEstimate.Guess guess, PreFlight check, double wait) {
        var reservation = meter.reserve(guess, question.cap(), model);
        var answer = provider.ask(setting.model(), question.tokens(), question.cap());
        var sentAt = now;
        inFlight++;
        var read = Answers.read(provider.dialect(), answer.status(), answer.headers(), answer.body(),
                START.plusNanos(now));
        figures.checked(check, answer.admitted(), wait, hidden(read));
        var headersAt = now + 20_000_000 + random.nextInt(200_000_000);
        at(headersAt, () -> headers(reservation, read, answer.status(), sentAt));
        if (!answer.admitted()) {
            at(headersAt + 1, () -> {
                inFlight--;
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
        var end = headersAt + (long) (completion / 1_000.0 * SECOND);
        if (random.nextInt(20) == 0) {
            at(headersAt + (long) (random.nextDouble() * (end - headersAt)), () -> {
                inFlight--;
                provider.keep(answer.id());
                meter.settle(reservation, Settlement.of(Settlement.Kind.UNKNOWN));
            });
            return;
        }
        at(end, () -> {
            inFlight--;
            provider.settle(answer.id(), question.tokens(), completion);
            meter.settle(reservation, Settlement.used(question.tokens(), completion, 0));
            estimate.learn(question.messages(), question.tokens());
        });
    }

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

    /** What came of it. */
    public static final class Figures {
        private int fits;
        private int fitsRight;
        private int refused;
        private int refusedRight;
        private int foreseeable;
        private final List<Double> late = new ArrayList<>();
        private final List<Double> slowLate = new ArrayList<>();
        private int waits;
        private int shortWaits;
        private double shortest;
        private final List<Double> gauges = new ArrayList<>();

        private void checked(PreFlight check, boolean admitted, double wait, boolean hidden) {
            if (QuotaTrial.fits(check)) {
                fits++;
                fitsRight += admitted ? 1 : 0;
                foreseeable += admitted || hidden ? 0 : 1;
                return;
            }
            refused++;
            refusedRight += admitted ? 0 : 1;
            if (check.verdict() == Verdict.WAIT && !admitted) {
                var slow = check.binding().period() == Period.DAY && check.binding().refill() == Refill.CONTINUOUS;
                waits++;
                var excess = check.waitMs() / 1e3 - wait;
                if (excess < -0.001) {
                    shortWaits++;
                    shortest = Math.min(shortest, excess);
                } else if (slow) {
                    slowLate.add(excess / wait);
                } else {
                    late.add(excess);
                }
            }
        }

        private void gauge(double off) {
            gauges.add(off);
        }

        public int fits() {
            return fits;
        }

        public double fitsRightShare() {
            return fits == 0 ? 1 : (double) fitsRight / fits;
        }

        public int refused() {
            return refused;
        }

        public double refusedRightShare() {
            return refused == 0 ? 1 : (double) refusedRight / refused;
        }

        public int waits() {
            return waits;
        }

        public int shortWaits() {
            return shortWaits;
        }

        /** Seconds, 0 or less. */
        public double shortestBy() {
            return shortest;
        }

        /** Seconds, of all windows but the next. @param share 0.5 for the median */
        public double lateBy(double share) {
            return quantile(late, share);
        }

        /**
         * As a share of the wait, of windows that refill over a whole day: there one token may be worth half a second, and
         * nobody can tell a prompt to the token.
         */
        public double slowLateBy(double share) {
            return quantile(slowLate, share);
        }

        public int slowWaits() {
            return slowLate.size();
        }

        /** Refusals although everything that led to them had been told, of all requests that were sent as fitting. */
        public double foreseeableShare() {
            return fits == 0 ? 0 : (double) foreseeable / fits;
        }

        public double refusedOfSent() {
            return fits == 0 ? 0 : 1 - (double) fitsRight / fits;
        }

        /** Units by which a gauge was off right after a reply. */
        public double gaugeOff(double share) {
            return quantile(gauges, share);
        }

        public int gauges() {
            return gauges.size();
        }

        private static double quantile(List<Double> values, double share) {
            if (values.isEmpty()) {
                return 0;
            }
            var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
        }
    }
}

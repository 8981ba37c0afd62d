package app.pitot.exchange;

import app.pitot.api.ChatMessage;
import app.pitot.api.ReadHeaders;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.quota.InputEstimate;
import app.pitot.quota.QuotaMeter;
import app.pitot.quota.Settlement;
import app.pitot.quota.Turn;
import app.pitot.simulator.Dialect;
import app.pitot.simulator.OpenLimiter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Many requests asked for at once, through the app's own queue, meter, estimate and header reading, against the simulator's
 * own limiter, on a clock that jumps. Requests and replies travel for a while; the meter knows no more than it would in
 * life. Beside it the same requests at a fixed pace, and as early as somebody could send them who sees the limiter's books.
 */
final class QueueTrial {
    private static final int OVERHEAD = 12;
    private static final int ROOM = 1_000_000;

    private final Plan plan;
    private final Plan metered;
    private final Dialect dialect;
    private final String model;
    private final List<Request> requests = new ArrayList<>();

    /**
     * @param output of the reply
     * @param millis from the first byte to the last
     */
    private record Request(List<ChatMessage> messages, long input, Integer cap, long output, double up, double first,
            double millis) {}

    /**
     * What became of them.
     *
     * @param seconds until the last was admitted
     */
    record Outcome(int answered, int refused, double seconds) {}

    QueueTrial(Plan plan, int count, long seed) {
        this.plan = plan;
        dialect = Dialect.valueOf(plan.providerId().toUpperCase(java.util.Locale.ROOT));
        model = switch (dialect) {
            case CEREBRAS -> "gpt-oss-120b";
            case GROQ -> "openai/gpt-oss-120b";
            case OPENROUTER -> "openai/gpt-oss-20b:free";
        };
        metered = plan.forModel(model);
        var random = new SplittableRandom(seed);
        long most = metered.limits().stream().filter(limit -> limit.metric() != Metric.REQUESTS)
                .mapToLong(limit -> limit.value()).min().orElse(Long.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            requests.add(request(random, most));
        }
    }

    /** The plans with limits that a simulator can enforce in their own provider's way. */
    static List<Plan> plans() {
        return Stream.of("cerebras", "groq", "openrouter").flatMap(id -> Catalogue.shipped().plans(id).stream())
                .filter(plan -> !plan.limits().isEmpty()).toList();
    }

    private Request request(SplittableRandom random, long most) {
        var words = new StringBuilder();
        for (int left = random.nextInt(5, 600); left > 0; left--) {
            words.append("pressure flow wing of the a Bernoulli ".split(" ")[random.nextInt(7)]).append(' ');
        }
        var messages = List.of(new ChatMessage(ChatMessage.Role.USER, words.toString()));
        long input = OpenLimiter.tokens(words) + OVERHEAD;
        boolean capped = random.nextInt(10) > 0 || metered.unsetOutputReserve() == null
                || input + metered.unsetOutputReserve() > most;
        int share = new int[]{120, 60, 30, 15}[random.nextInt(4)];
        Integer cap = capped ? Integer.valueOf(Math.clamp(most / share, 256, 16_384)) : null;
        long output = random.nextLong(30, cap == null ? 2_048 : cap);
        return new Request(messages, input, cap, output, random.nextDouble(15, 120),
                random.nextDouble(40, 300),
                output / random.nextDouble(0.4, 3));
    }

    /** How much of the possible throughput was reached. */
    static double share(Outcome reached, Outcome possible) {
        return possible.seconds() / reached.seconds();
    }

    private OpenLimiter limiter(VirtualTime time) {
        return new OpenLimiter(plan, dialect, time.clocks());
    }

    private long reserve(OpenLimiter limiter, Request request) {
        return request.cap() == null ? limiter.uncapped(ROOM) : request.cap();
    }

    /** Through the queue. */
    Outcome queued() {
        return new Run().all();
    }

    private final class Run {
        private final VirtualTime time = new VirtualTime();
        private final OpenLimiter limiter = limiter(time);
        private final QuotaMeter meter = new QuotaMeter(time.clocks(), metered);
        private final SendQueue queue = new SendQueue(meter, time.clocks(), time);
        private final InputEstimate estimate = new InputEstimate();
        private int answered;
        private int refused;
        private double last;

        Outcome all() {
            for (var request : requests) {
                queue.join(ask(request)).turn
                        .thenAccept(turn -> leave(request, turn, queue.leaving()));
            }
            while (answered < requests.size() && time.step()) {
                // On to the next.
            }
            return new Outcome(answered, refused, last);
        }

        private Ask ask(Request request) {
            return new Ask(() -> estimate.guess(request.messages()), request.cap(), ModelInfo.ofId(model));
        }

        private void leave(Request request, Turn turn, long leftAs) {
            if (turn.reservation() == null) {
                throw new IllegalStateException("never fits");
            }
            time.afterMillis(request.up(), () -> {
                var answer = limiter.reserve(model, request.input(), reserve(limiter, request));
                if (answer.id() != null) {
                    last = time.seconds();
                    time.afterMillis(request.first(), () -> begins(request, turn, answer));
                } else {
                    refused++;
                    time.afterMillis(request.up(), () -> again(request, turn, answer, leftAs));
                }
            });
        }

        private void again(Request request, Turn turn, OpenLimiter.Answer answer, long leftAs) {
            observe(turn, answer.headers());
            meter.settle(turn.reservation(), Settlement.of(Settlement.Kind.REFUSED));
            queue.again(leftAs, ask(request),
                    time.nanos() + 1_000_000_000, false).turn.thenAccept(next -> leave(request, next, leftAs));
        }

        private void begins(Request request, Turn turn, OpenLimiter.Answer answer) {
            time.afterMillis(request.up(), () -> {
                observe(turn, answer.headers());
                queue.look();
            });
            time.afterMillis(request.millis(), () -> {
                limiter.settle(answer.id(), request.input(), request.output());
                time.afterMillis(request.up(), () -> ends(request, turn));
            });
        }

        private void ends(Request request, Turn turn) {
            answered++;
            meter.settle(turn.reservation(), Settlement.used(request.input(), request.output(), 0));
            estimate.learn(request.messages(), request.input());
            queue.look();
        }

        private void observe(Turn turn, Map<String, String> headers) {
            meter.observe(turn.reservation(),
                    ReadHeaders.of(dialect.label(), headers, time.clocks().now()));
        }
    }

    /** As early as the limits allow at all: by the limiter's own books, for requests that travel as long. */
    Outcome earliest() {
        var time = new VirtualTime();
        var limiter = limiter(time);
        long[] under = new long[2];
        double[] last = new double[1];
        for (var request : requests) {
            long output = reserve(limiter, request);
            long need = request.input() + output;
            double wait;
            while ((wait = limiter.waitSeconds(model, 1 + (int) under[0], need + under[1])) > 0) {
                time.after((long) Math.ceil(Math.max(1e-4, wait) * 1e9), () -> {});
                time.step();
            }
            under[0]++;
            under[1] += need;
            time.afterMillis(request.up(), () -> {
                under[0]--;
                under[1] -= need;
                last[0] = Math.max(last[0], admit(time, limiter, request, output));
            });
        }
        while (time.step()) {
            // The last ones arrive.
        }
        return new Outcome(requests.size(), 0, last[0]);
    }

    /** When it was admitted; a fraction that was rounded away may take a moment to come back. */
    private double admit(VirtualTime time, OpenLimiter limiter, Request request, long output) {
        var answer = limiter.reserve(model, request.input(), output);
        if (answer.id() == null) {
            time.afterMillis(1, () -> admit(time, limiter, request, output));
            return time.seconds() + 1e-3;
        }
        time.afterMillis(request.first() + request.millis(),
                () -> limiter.settle(answer.id(), request.input(), request.output()));
        return time.seconds();
    }

    /** One every so often, whatever the answers say; what is refused stays refused. */
    Outcome paced(double seconds) {
        var time = new VirtualTime();
        var limiter = limiter(time);
        int[] counts = new int[2];
        double[] last = new double[1];
        for (int i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            time.afterMillis(i * seconds * 1_000 + request.up(), () -> {
                var answer = limiter.reserve(model, request.input(), reserve(limiter, request));
                counts[answer.id() == null ? 1 : 0]++;
                last[0] = time.seconds();
                if (answer.id() != null) {
                    time.afterMillis(request.first() + request.millis(),
                            () -> limiter.settle(answer.id(), request.input(), request.output()));
                }
            });
        }
        while (time.step()) {
            // On to the next.
        }
        return new Outcome(counts[0], counts[1], last[0]);
    }

    /** The pace that the requests of a minute allow; 0 if they are not limited. */
    double pace() {
        return each(Metric.REQUESTS, 1);
    }

    /** The pace that the tokens of a minute allow too, by what the requests set aside on average. */
    double paceOfTokens() {
        var limiter = limiter(new VirtualTime());
        var need = requests.stream().mapToDouble(request -> request.input() + reserve(limiter, request)).average()
                .orElseThrow();
        return Math.max(pace(), Math.max(each(Metric.TOKENS, need), each(Metric.UNCACHED_TOKENS, need)));
    }

    private double each(Metric metric, double amount) {
        return metered.limits().stream().filter(limit -> limit.metric() == metric && limit.period() == Period.MINUTE)
                .mapToDouble(limit -> 60 * amount / limit.value()).max().orElse(0);
    }
}

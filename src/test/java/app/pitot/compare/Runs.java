package app.pitot.compare;

import app.pitot.api.ApiError;
import app.pitot.api.ChatParameters;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.Served;
import app.pitot.api.ServerTiming;
import app.pitot.api.Usage;
import app.pitot.base.Provenance;
import app.pitot.speed.Rhythm;
import app.pitot.speed.SpeedCurve;
import app.pitot.speed.SpeedReading;
import app.pitot.speed.TokenBasis;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Comparisons made up of what each lane is known to be: for tests that need one without running it. */
public final class Runs {
    public static final Instant START = Instant.parse("2026-04-14T12:00:00Z");
    private static final int BYTES_PER_TOKEN = 4;
    private static final int POINTS = 60;

    private Runs() {}

    /**
     * What a lane is.
     *
     * @param connectMs to open a connection in the first round; 0 if it was open
     * @param queueMs by the provider's clock; null if it reports none
     * @param promptMs by the provider's clock; null if it reports none
     * @param ttftMs to the first token, queue and prompt included
     * @param thinkMs from there to the first token of the answer
     * @param tokensPerSecond while tokens arrive
     * @param tokens of reasoning and answer
     * @param spread standard deviation of the logarithm of every time, such as 0.1
     */
    public record Truth(String provider, String model, double connectMs, Double queueMs, Double promptMs,
            double ttftMs, double thinkMs, double tokensPerSecond, int tokens, double spread) {
        /** Nothing but a wait and a speed. */
        public static Truth of(String provider, String model, double ttftMs, double tokensPerSecond) {
            return new Truth(provider, model, 0, null, null, ttftMs, 0, tokensPerSecond, 600, 0.08);
        }
    }

    /** Three lanes that differ clearly: one reports its own timings, one thinks before it answers. */
    public static List<Truth> three() {
        return List.of(new Truth("Cerebras", "gpt-oss-120b", 20, 60.0, 30.0, 142, 60, 2_950, 1_200, 0.03),
                new Truth("Groq", "gpt-oss-20b", 30, 80.0, 40.0, 210, 330, 985, 900, 0.09),
                new Truth("OpenRouter", "gpt-oss-120b", 45, null, null, 420, 700, 470, 700, 0.08));
    }

    /** Eight lanes, each somewhat slower than the one before it. */
    public static List<Truth> eight() {
        var lanes = new ArrayList<Truth>();
        for (var i = 0; i < ComparisonSetup.MOST_LANES; i++) {
            lanes.add(new Truth("Provider " + (i + 1), "model-" + (i + 1), 20, 10.0 * i, 20.0, 150 + 60.0 * i,
                    40.0 * i, 2_800 / (1 + 0.4 * i), 800, 0.06));
        }
        return lanes;
    }

    /** Shuffled rounds of lanes as they are; the same call gives the same figures. */
    public static Comparison rounds(int rounds, List<Truth> lanes) {
        var samples = new ArrayList<Sample>();
        var chance = new Random(7);
        for (var round = 0; round <= rounds; round++) {
            for (var place = 0; place < lanes.size(); place++) {
                var lane = (place + round) % lanes.size();
                samples.add(sample(lane, round, place, lanes.get(lane), chance));
            }
        }
        return comparison(Mode.ROUNDS, rounds, lanes, samples);
    }

    /** All at once, one shot. */
    public static Comparison race(List<Truth> lanes) {
        var samples = new ArrayList<Sample>();
        var chance = new Random(7);
        for (var lane = 0; lane < lanes.size(); lane++) {
            samples.add(sample(lane, 1, 0, lanes.get(lane), chance));
        }
        return comparison(Mode.RACE, 1, lanes, samples);
    }

    /** Lanes that wait for their first sample. */
    public static Comparison begun(List<Truth> lanes) {
        return comparison(Mode.ROUNDS, ComparisonSetup.USUAL_ROUNDS, lanes, List.of());
    }

    /** With other samples. */
    public static Comparison with(Comparison run, List<Sample> samples) {
        return new Comparison(run.id(), run.setId(), run.name(), run.startedAt(), run.endedAt(), run.appVersion(),
                run.setup(), run.promptHash(), run.lanes(), run.seed(), run.state(), samples);
    }

    /** Every request of {@code lane} was refused. */
    public static Comparison refused(Comparison run, int lane) {
        return with(run, run.samples().stream().map(each -> each.lane() == lane ? refused(each) : each).toList());
    }

    /** The same request, refused. */
    public static Sample refused(Sample sample) {
        var error = new ApiError(ErrorKind.RATE_LIMIT, 429, null, "too many requests", 12.0, null);
        return new Sample(sample.exchangeId(), sample.lane(), sample.round(), sample.place(), sample.startedAt(), 0,
                Outcome.REFUSED, null, "", "", null, SpeedReading.NONE, SpeedCurve.NONE, null, null, null, Served.NONE,
                sample.protocol(), error);
    }

    /** A comparison of {@code samples}; done. */
    public static Comparison comparison(Mode mode, int rounds, List<Truth> lanes, List<Sample> samples) {
        var setups = new ArrayList<LaneSetup>();
        var facts = new ArrayList<LaneFacts>();
        for (var i = 0; i < lanes.size(); i++) {
            var lane = lanes.get(i);
            setups.add(new LaneSetup("account-" + i, lane.model(), ChatParameters.NONE));
            facts.add(new LaneFacts("account-" + i, lane.provider(), lane.provider(), "provider-" + i,
                    "https://provider-" + i + ".example/v1", lane.model(), ChatParameters.NONE));
        }
        var setup = new ComparisonSetup(mode, "", "What is a token bucket?", setups, rounds, true, true);
        var ended = samples.isEmpty() ? null : START.plusSeconds(72);
        return new Comparison("run-1", "set-1", "Token bucket explained", START, ended, "1.0", setup,
                "a".repeat(64), facts, 42, samples.isEmpty() ? Comparison.State.RUNNING : Comparison.State.DONE,
                samples);
    }

    /** One whole reply of a lane. */
    public static Sample sample(int lane, int round, int place, Truth truth, Random chance) {
        var ttft = truth.ttftMs() * noise(truth, chance);
        var think = truth.thinkMs() * noise(truth, chance);
        var speed = truth.tokensPerSecond() * noise(truth, chance);
        var total = ttft + truth.tokens() / speed * 1_000;
        // What takes longer to think than to stream is not in this fixture.
        var answer = Math.min(ttft + think, total);
        var reasoning = (int) Math.round(truth.tokens() * (answer - ttft) / (total - ttft));
        var connect = round <= 1 && place == 0 && truth.connectMs() > 0 ? truth.connectMs() : null;
        var timing = truth.queueMs() == null
                ? null
                : new ServerTiming(truth.queueMs() / 1_000, truth.promptMs() / 1_000, truth.tokens() / speed,
                        (truth.queueMs() + truth.promptMs()) / 1_000 + truth.tokens() / speed);
        var reading = new SpeedReading(connect, connect == null, ttft, answer, total, speed,
                truth.tokens() / total * 1_000, timing == null ? null : speed, null, truth.tokens(), reasoning,
                (long) BYTES_PER_TOKEN * truth.tokens(), TokenBasis.USAGE, false, 1.0, 0, false, truth.tokens(),
                Rhythm.NONE, Set.of());
        return new Sample("exchange-" + lane + "-" + round, lane, round, place,
                START.plusSeconds(6L * round).plusMillis(700L * place), 0, Outcome.COMPLETE, "stop",
                "An answer of lane " + Lane.letter(lane) + ".", reasoning > 0 ? "Let me think." : "",
                new Usage(120, truth.tokens(), 120 + truth.tokens(), 0, reasoning), reading,
                curve(ttft, answer, total, truth.tokens()), new BigDecimal("0.0009"), Provenance.ESTIMATED, timing,
                Served.NONE, "h2", null);
    }

    private static double noise(Truth truth, Random chance) {
        return Math.exp(truth.spread() * chance.nextGaussian());
    }

    /** Not quite even: somewhat faster towards the end. */
    private static SpeedCurve curve(double ttft, double answer, double total, int tokens) {
        var ms = new float[POINTS];
        var bytes = new long[POINTS];
        var from = POINTS;
        for (var i = 0; i < POINTS; i++) {
            var part = (double) i / (POINTS - 1);
            ms[i] = (float) (ttft + (total - ttft) * part);
            bytes[i] = Math.round(BYTES_PER_TOKEN * tokens * (0.85 * part + 0.15 * part * part));
            if (ms[i] >= answer - 0.01 && from == POINTS) {
                from = i;
            }
        }
        return new SpeedCurve(ms, bytes, from);
    }
}

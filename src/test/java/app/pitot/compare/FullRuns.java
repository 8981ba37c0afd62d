package app.pitot.compare;

import app.pitot.api.ApiError;
import app.pitot.api.ChatParameters;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.ResponseFormat;
import app.pitot.api.ServerTiming;
import app.pitot.api.Served;
import app.pitot.api.Usage;
import app.pitot.base.Provenance;
import app.pitot.speed.Rhythm;
import app.pitot.speed.SpeedCurve;
import app.pitot.speed.SpeedFlag;
import app.pitot.speed.SpeedReading;
import app.pitot.speed.TokenBasis;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Runs in which everything is said that can be. */
public final class FullRuns {
    public static final Instant AT = Instant.parse("2026-11-20T12:00:00.123456789Z");
    private static final ChatParameters ALL = new ChatParameters(0.2, 0.9, 500, 7L, List.of("END", "\n\n"), "low",
            new ResponseFormat(ResponseFormat.Kind.JSON, null, null), 3, "[]", "auto", "{\"x\":1}");

    private FullRuns() {}

    public static ComparisonSetup setup(String prompt) {
        return new ComparisonSetup(Mode.ROUNDS, "Be short.", prompt,
                List.of(new LaneSetup("a1", "gpt-oss-120b", ChatParameters.NONE), new LaneSetup("a2", "vendor/m", ALL)),
                12, true, false);
    }

    /** As it begins. */
    public static Comparison head(String id, String setId, Instant at) {
        var lanes = List.of(
                new LaneFacts("a1", "Work", "Cerebras", "cerebras", "https://api.example.test/v1", "gpt-oss-120b",
                        ChatParameters.NONE),
                new LaneFacts("a2", "Home", "OpenRouter", "openrouter", "https://router.example.test/v1", "vendor/m",
                        ALL));
        return new Comparison(id, setId, setId == null ? null : "Set " + setId, at, null, "1.2.3",
                setup("Why is the sky blue?"), "0f".repeat(32), lanes, -42, Comparison.State.RUNNING, List.of());
    }

    public static Sample sample(String exchange, int lane, int round, Random random) {
        double ttft = 100 + 20 * random.nextGaussian();
        double tps = (lane == 0 ? 1_500 : 1_000) * (1 + 0.05 * random.nextGaussian());
        int tokens = 200 + random.nextInt(20);
        double total = ttft + 1_000 * tokens / tps;
        var speed = new SpeedReading(round == 0 ? 31.5 : null, round > 0, ttft, ttft + 1, total, tps,
                1_000 * tokens / total, 1_700.0, 12.5, tokens, 20, 4L * tokens, TokenBasis.USAGE, false, 2.5, 0, false,
                tokens, new Rhythm(tokens, 1.0, 2.0, 9.5, 1.0, new int[]{1, 2, 3}, 10),
                Set.of(SpeedFlag.HIDDEN_REASONING));
        return new Sample(exchange, lane, round, lane, AT.plusSeconds(round), 12.25, Outcome.COMPLETE, "stop",
                "The answer of " + exchange, "thought", new Usage(40, tokens, 40 + tokens, 10, 20), speed,
                curve(ttft, total, 4L * tokens), new BigDecimal("0.000123"), Provenance.REPORTED,
                new ServerTiming(0.001, 0.002, 0.13, 0.14), new Served("Groq", "eos", new BigDecimal("0.000123")), "h2",
                null);
    }

    public static Sample refused(String exchange, int lane, int round, String words) {
        return new Sample(exchange, lane, round, lane, AT.plusSeconds(round), 0, Outcome.REFUSED, null, "", "", null,
                SpeedReading.NONE, SpeedCurve.NONE, null, null, null, Served.NONE, null,
                new ApiError(ErrorKind.RATE_LIMIT, 429, "limit", words, 3.5, null));
    }

    /** A warm-up and so many rounds of both lanes. */
    public static List<Sample> samples(int rounds, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<Sample>();
        for (int round = 0; round <= rounds; round++) {
            for (int lane = 0; lane < 2; lane++) {
                all.add(sample("x" + seed + "-" + round + "-" + lane, lane, round, random));
            }
        }
        return all;
    }

    /** Ended. */
    public static Comparison run(String id, String setId, Instant at, List<Sample> samples) {
        var head = head(id, setId, at);
        return new Comparison(id, setId, head.name(), at, at.plusSeconds(60), head.appVersion(), head.setup(),
                head.promptHash(), head.lanes(), head.seed(), Comparison.State.DONE, samples);
    }

    private static SpeedCurve curve(double from, double to, long bytes) {
        var ms = new float[SpeedCurve.MOST_POINTS];
        var sums = new long[ms.length];
        for (int i = 0; i < ms.length; i++) {
            ms[i] = (float) (from + (to - from) * i / (ms.length - 1));
            sums[i] = bytes * (i + 1) / ms.length;
        }
        return new SpeedCurve(ms, sums, 3);
    }
}

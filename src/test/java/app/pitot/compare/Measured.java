package app.pitot.compare;

import app.pitot.api.ApiError;
import app.pitot.api.ChatParameters;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.Served;
import app.pitot.api.Usage;
import app.pitot.speed.Rhythm;
import app.pitot.speed.SpeedCurve;
import app.pitot.speed.SpeedFlag;
import app.pitot.speed.SpeedReading;
import app.pitot.speed.TokenBasis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Comparisons made up for tests: what is not said is as it usually is. */
final class Measured {
    private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");

    private Measured() {}

    /** Output speeds by lane, then by round from 1; NaN for a round that a lane missed. */
    static Comparison speeds(double[]... byLane) {
        var samples = new ArrayList<Sample>();
        for (var lane = 0; lane < byLane.length; lane++) {
            for (var round = 1; round <= byLane[lane].length; round++) {
                if (!Double.isNaN(byLane[lane][round - 1])) {
                    samples.add(new One(lane, round).speed(byLane[lane][round - 1]).sample());
                }
            }
        }
        return of(byLane.length, samples);
    }

    static Comparison of(int lanes, List<Sample> samples) {
        return of(Mode.ROUNDS, IntStream.range(0, lanes).mapToObj(_ -> ChatParameters.NONE).toList(), samples);
    }

    static Comparison of(Mode mode, List<ChatParameters> parameters, List<Sample> samples) {
        var lanes = IntStream.range(0, parameters.size()).mapToObj(i -> new LaneFacts("account-" + i, "Account " + i,
                "Provider", "provider", "https://example.org/v1", "model-" + i, parameters.get(i))).toList();
        return new Comparison("3f0c", null, null, START, null, "0.1.0",
                new ComparisonSetup(mode, "", "", List.of(), 12, true, true), "00", lanes, 7,
                Comparison.State.RUNNING, samples);
    }

    /** One sample under construction. */
    static final class One {
        private final int lane;
        private final int round;
        private double speed = 1000;
        private Double ttft = 200.0;
        private int tokens = 500;
        private TokenBasis basis = TokenBasis.USAGE;
        private Set<SpeedFlag> flags = Set.of();
        private Outcome outcome = Outcome.COMPLETE;
        private boolean reused = true;
        private Usage usage = new Usage(100, 500, 600, null, null);
        private String answer = "x".repeat(2000);
        private String reasoning = "";
        private String protocol = "h2";
        private Served served = Served.NONE;
        private boolean silent;

        One(int lane, int round) {
            this.lane = lane;
            this.round = round;
        }

        One speed(double tokensPerSecond) {
            speed = tokensPerSecond;
            return this;
        }

        One ttft(double ms) {
            ttft = ms;
            return this;
        }

        One estimated() {
            basis = TokenBasis.ESTIMATE;
            usage = null;
            return this;
        }

        One flags(SpeedFlag... these) {
            flags = Set.of(these);
            return this;
        }

        One outcome(Outcome how) {
            outcome = how;
            return this;
        }

        One cold() {
            reused = false;
            return this;
        }

        One cached(int cachedTokens) {
            usage = new Usage(100, 500, 600, cachedTokens, null);
            return this;
        }

        One answer(String text) {
            answer = text;
            return this;
        }

        One reasoning(String text) {
            reasoning = text;
            return this;
        }

        One protocol(String name) {
            protocol = name;
            return this;
        }

        One servedBy(String name) {
            served = new Served(name, null, null);
            return this;
        }

        /** Whole, but without any figure. */
        One silent() {
            silent = true;
            return this;
        }

        Sample sample() {
            var total = ttft + tokens / speed * 1000;
            var reading = silent
                    ? SpeedReading.NONE
                    : new SpeedReading(null, reused, ttft, ttft, total,
                            flags.contains(SpeedFlag.BUFFERED) || flags.contains(SpeedFlag.ARRIVED_AT_ONCE)
                                    ? null
                                    : speed,
                            tokens / total * 1000, null, null, tokens, null, 2000, basis, false, null, 0, false, 100,
                            Rhythm.NONE, flags);
            var error = outcome == Outcome.REFUSED || outcome == Outcome.FAILED
                    ? new ApiError(ErrorKind.SERVER_ERROR, 500, null, "No", null, null)
                    : null;
            return new Sample("exchange-" + lane + "-" + round, lane, round, lane, START.plusSeconds(round), 0, outcome,
                    flags.contains(SpeedFlag.CUT_AT_LIMIT) ? "length" : "stop", answer, reasoning, usage, reading,
                    SpeedCurve.NONE, null, null, null, served, protocol, error);
        }
    }
}

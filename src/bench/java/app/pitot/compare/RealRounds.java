package app.pitot.compare;

import app.pitot.compare.Analysis.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Comparisons over real HTTP against simulators whose speeds are drawn anew for every round, so that the truth is known and yet
 * there is something to average: three lanes, two of them equal, the third 25 % slower.
 */
final class RealRounds {
    private static final double[] TRUTH = {1_500, 1_500, 1_200};
    private static final int ROUNDS = 12;

    private RealRounds() {}

    static void run(int comparisons, long seed) throws Exception {
        var named = 0;
        var found = 0;
        var held = 0;
        var off = new ArrayList<Double>();
        for (var i = 0; i < comparisons; i++) {
            var drawn = World.HEAVY.rounds(TRUTH, ROUNDS, false, new SplittableRandom(seed * 7_919 + i));
            var measured = measure(drawn);
            var pairs = Analyst.analyse(measured, Measure.OUTPUT_SPEED).pairs();
            named += pairs.get(0).verdict() == Verdict.FASTER || pairs.get(0).verdict() == Verdict.SLOWER ? 1 : 0;
            for (var pair : pairs) {
                held += pair.interval().contains(TRUTH[pair.a()] / TRUTH[pair.b()]) ? 1 : 0;
                found += pair.b() == 2 && pair.verdict() == Verdict.FASTER ? 1 : 0;
            }
            for (var sample : measured.samples()) {
                var drawnSpeed = drawn[sample.lane()][sample.round() - 1];
                var speed = Measure.OUTPUT_SPEED.of(sample);
                if (speed != null) {
                    off.add(100 * Math.abs(speed / drawnSpeed - 1));
                }
            }
        }
        Collections.sort(off);
        System.out.println(String.format(Locale.ROOT, "%nOver real HTTP, heavy tails, 3 lanes x %d rounds, %d "
                + "comparisons: equal lanes told apart in %d, 25 %% found in %d of %d pairs, %d of %d intervals hold "
                + "the truth; a measured speed is off the drawn one by %.2f %% (median), %.2f %% (99th percentile)",
                ROUNDS,
                comparisons, named, found, 2 * comparisons, held, 3 * comparisons,
                off.get(off.size() / 2), off.get(off.size() * 99 / 100), off.size(),
                comparisons * ROUNDS * TRUTH.length));
    }

    /** Each round is a comparison of its own with simulators of its own; put together they are one. */
    private static Comparison measure(double[][] speeds) throws Exception {
        var samples = new ArrayList<Sample>();
        for (var round = 1; round <= ROUNDS; round++) {
            try (var rig = new Rig()) {
                var lanes = new Lane[speeds.length];
                for (var lane = 0; lane < lanes.length; lane++) {
                    var speed = speeds[lane][round - 1];
                    lanes[lane] = Rig.lane(lane, rig.account(config -> config.withSpeed(speed)));
                }
                for (var s : rig.finish(Rig.run(Mode.ROUNDS, "Write 300 tokens about wind", 1, false, lanes))
                        .samples()) {
                    samples.add(new Sample(s.exchangeId(), s.lane(), round, s.place(), s.startedAt(), s.heldMs(),
                            s.outcome(), s.finishReason(), s.answer(), s.reasoning(), s.usage(), s.speed(), s.curve(),
                            s.cost(), s.costSource(), s.timing(), s.served(), s.protocol(), s.error()));
                }
            }
        }
        return Measured.of(speeds.length, samples);
    }
}

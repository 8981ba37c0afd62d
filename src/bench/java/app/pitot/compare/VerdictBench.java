package app.pitot.compare;

import app.pitot.compare.Analysis.Verdict;
import app.pitot.statistics.PairedRatios;
import app.pitot.statistics.Rivals;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * How often verdicts are right where the truth is known. Arguments: comparisons for each row (default 1,000), comparisons over
 * real HTTP (default 20), seed (default 1), lanes at most (default 8: they take as long as all the rest).
 */
final class VerdictBench {
    private static final int[] ROUNDS = {6, 12, 20, 30};
    private static final double GAP = 1.25;

    private final int comparisons;
    private final long seed;
    private final int mostLanes;

    private VerdictBench(int comparisons, long seed, int mostLanes) {
        this.comparisons = comparisons;
        this.seed = seed;
        this.mostLanes = mostLanes;
    }

    public static void main(String[] args) throws Exception {
        var comparisons = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        var real = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        var seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        var bench = new VerdictBench(comparisons, seed, args.length > 3 ? Integer.parseInt(args[3]) : 8);
        if (comparisons > 0) {
            bench.time();
            bench.equal();
            bench.gap();
            bench.intervals();
            bench.rivals();
        }
        if (real > 0) {
            RealRounds.run(real, seed);
        }
    }

    /** Eight lanes of 300 rounds, as after each round of the longest comparison; with gaps in every lane, too. */
    private void time() {
        for (var gaps : new boolean[]{false, true}) {
            var speeds = World.HEAVY.rounds(equal(8), 300, false, new SplittableRandom(seed));
            for (var lane = 0; gaps && lane < 8; lane++) {
                speeds[lane][10 * lane] = Double.NaN;
            }
            var comparison = Measured.speeds(speeds);
            var threads = ManagementFactory.getThreadMXBean();
            var took = new double[40];
            for (var i = 0; i < took.length; i++) {
                var from = threads.getCurrentThreadCpuTime();
                Analyst.analyse(comparison, Measure.OUTPUT_SPEED);
                took[i] = (threads.getCurrentThreadCpuTime() - from) / 1e6;
            }
            var later = Arrays.stream(took).skip(took.length / 2).sorted().toArray();
            row("8 lanes, 300 rounds%s: CPU of the first %.0f ms, later %.0f ms (median), %.0f ms (longest)",
                    gaps ? ", one missing in each" : "", took[0], later[later.length / 2], later[later.length - 1]);
        }
    }

    private void equal() {
        head("Equal lanes: a verdict that names a faster one, % of comparisons",
                "noise | lanes | 6 rounds | 12 | 20 | 30 | one after the other: 6 | 12 | 20 | 30");
        for (var world : World.values()) {
            for (var lanes : lanes(world)) {
                var truth = equal(lanes);
                var line = new StringBuilder(world.label + " | " + lanes);
                for (var rounds : ROUNDS) {
                    line.append(percent(share(random -> named(world.rounds(truth, rounds, true, random), truth))));
                }
                for (var rounds : ROUNDS) {
                    line.append(lanes > 2
                            ? " | "
                            : percent(share(random -> named(world.blocks(truth, rounds, random), truth))));
                }
                row("%s", line);
            }
        }
    }

    private void gap() {
        head("Two lanes, one 25 % faster: found, and taken for the slower, % of comparisons",
                "noise | 6 rounds | 12 | 20 | 30 | wrong way round at 12");
        for (var world : World.values()) {
            var line = new StringBuilder(world.label);
            for (var rounds : ROUNDS) {
                line.append(percent(share(random -> verdict(world, rounds, random) > 0)));
            }
            line.append(percent(share(random -> verdict(world, 12, random) < 0)));
            row("%s", line);
        }
    }

    /** 1 if the faster lane is found, −1 if the slower one is named. The faster is either, in turn. */
    private static int verdict(World world, int rounds, SplittableRandom random) {
        var second = random.nextBoolean();
        var truth = second ? new double[]{1000, 1000 * GAP} : new double[]{1000 * GAP, 1000};
        return switch (analyse(world.rounds(truth, rounds, false, random)).pairs().getFirst().verdict()) {
            case FASTER -> second ? -1 : 1;
            case SLOWER -> second ? 1 : -1;
            default -> 0;
        };
    }

    private void intervals() {
        head("95 % intervals of pairs that hold the true ratio, % | and, of lanes in equal pairs, a verdict that names "
                + "one of equals or the slower one, % of comparisons",
                "noise | lanes | 6 rounds | 12 | 20 | 30 | wrong verdict: 6 | 12 | 20 | 30");
        for (var world : World.values()) {
            for (var lanes : lanes(world)) {
                var truth = IntStream.range(0, lanes).mapToDouble(i -> 3000 * Math.pow(0.85, i)).toArray();
                var twins = IntStream.range(0, lanes).mapToDouble(i -> 3000 * Math.pow(0.6, i / 2)).toArray();
                var line = new StringBuilder(world.label + " | " + lanes);
                for (var rounds : ROUNDS) {
                    line.append(percent(mean(random -> held(world.rounds(truth, rounds, false, random), truth))));
                }
                for (var rounds : ROUNDS) {
                    line.append(lanes == 2
                            ? " | as above"
                            : percent(share(random -> named(world.rounds(twins, rounds, true, random), twins))));
                }
                row("%s", line);
            }
        }
    }

    /** Share of the pairs. */
    private static double held(double[][] speeds, double[] truth) {
        var ratios = new PairedRatios(speeds, 7);
        var pairs = 0;
        var held = 0;
        for (var a = 0; a < truth.length; a++) {
            for (var b = a + 1; b < truth.length; b++, pairs++) {
                held += ratios.of(a, b, ratios.common(a, b)).interval(0.05).contains(truth[a] / truth[b]) ? 1 : 0;
            }
        }
        return (double) held / pairs;
    }

    private void rivals() {
        head("Two lanes: what other intervals hold, % | and how often they find 25 %",
                "noise | rounds | " + String.join(" | ", Rivals.NAMES));
        for (var world : World.values()) {
            for (var rounds : ROUNDS) {
                var held = new LongAdder[Rivals.NAMES.length];
                var found = new LongAdder[Rivals.NAMES.length];
                Arrays.setAll(held, _ -> new LongAdder());
                Arrays.setAll(found, _ -> new LongAdder());
                var all = 2 * comparisons;
                IntStream.range(0, all).parallel().forEach(i -> {
                    var speeds = world.rounds(equal(2), rounds, false, random(i));
                    var ends = Rivals.of(speeds[0], speeds[1], i);
                    for (var r = 0; r < ends.length; r++) {
                        held[r].add(ends[r][0] <= 0 && ends[r][1] >= 0 ? 1 : 0);
                        // A true ratio moves both ends alike.
                        found[r].add(ends[r][0] > -Math.log(GAP) ? 1 : 0);
                        found[r].add(ends[r][1] < Math.log(GAP) ? 1 : 0);
                    }
                });
                var line = new StringBuilder(world.label + " | " + rounds);
                for (var r = 0; r < held.length; r++) {
                    line.append(String.format(Locale.ROOT, " | %.1f / %.0f", 100.0 * held[r].sum() / all,
                            50.0 * found[r].sum() / all));
                }
                row("%s", line);
            }
        }
    }

    /** True if one of two equals, or the slower one, is called faster. */
    private static boolean named(double[][] speeds, double[] truth) {
        return analyse(speeds).pairs().stream()
                .anyMatch(p -> p.verdict() == Verdict.FASTER && truth[p.a()] <= truth[p.b()]
                        || p.verdict() == Verdict.SLOWER && truth[p.a()] >= truth[p.b()]);
    }

    private static Analysis analyse(double[][] speeds) {
        return Analyst.analyse(Measured.speeds(speeds), Measure.OUTPUT_SPEED);
    }

    /** Eight lanes take as long as all the rest: they are tried where it matters. */
    private int[] lanes(World world) {
        return IntStream.of(2, 4, world == World.HEAVY || world == World.SKEWED ? 8 : 2).distinct()
                .filter(lanes -> lanes <= mostLanes).toArray();
    }

    private static double[] equal(int lanes) {
        return IntStream.range(0, lanes).mapToDouble(_ -> 1000).toArray();
    }

    private interface Trial {
        double of(SplittableRandom random);
    }

    private interface Test {
        boolean holds(SplittableRandom random);
    }

    private double share(Test test) {
        return mean(random -> test.holds(random) ? 1 : 0);
    }

    private double mean(Trial trial) {
        return IntStream.range(0, comparisons).parallel().mapToDouble(i -> trial.of(random(i))).average().orElseThrow();
    }

    private SplittableRandom random(int trial) {
        return new SplittableRandom(seed * 1_000_003 + trial);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, " | %.1f", 100 * share);
    }

    private static void head(String title, String columns) {
        System.out.println("\n" + title + "\n\n| " + columns + " |\n|" + "---|".repeat(columns.split("\\|").length));
    }

    private static void row(String format, Object... values) {
        System.out.println("| " + String.format(Locale.ROOT, format, values) + " |");
    }
}

package app.pitot.exchange;

import app.pitot.base.Ticker;
import java.util.Locale;

/** Requests that were all asked for at once, sent when they fit; beside them a fixed pace, and the earliest possible. */
final class QueueBench {
    private static final double LEAST_SHARE = 0.95;

    private QueueBench() {}

    /** How many requests of each plan, and a seed if it is to be another. */
    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        var begun = Ticker.system().nanos();
        boolean good = true;
        System.out.printf("| Plan | Refused | Last admitted | Earliest possible | Throughput |"
                + " Pace by requests: refused | Pace by tokens too: refused | its last |%n"
                + "|---|---:|---:|---:|---:|---:|---:|---:|%n");
        for (var plan : QueueTrial.plans()) {
            var trial = new QueueTrial(plan, count, seed);
            var queued = trial.queued();
            var earliest = trial.earliest();
            var paced = trial.paced(trial.pace());
            var careful = trial.paced(trial.paceOfTokens());
            double share = QueueTrial.share(queued, earliest);
            good &= queued.answered() == count && queued.refused() == 0 && share >= LEAST_SHARE;
            System.out.printf(Locale.ROOT, "| %s | %d | %s | %s | %.1f %% | %d | %d | %s |%n", plan.id(),
                    queued.refused(), time(queued.seconds()), time(earliest.seconds()), share * 100, paced.refused(),
                    careful.refused(), time(careful.seconds()));
        }
        System.out.printf(Locale.ROOT, "%n%d requests of each plan, seed %d, worked out in %.1f s%n", count, seed,
                (Ticker.system().nanos() - begun) / 1e9);
        if (!good) {
            System.out.println("Too many refusals, or too slow.");
            System.exit(1);
        }
    }

    private static String time(double seconds) {
        return seconds < 600
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : seconds < 36_000
                        ? String.format(Locale.ROOT, "%.1f min", seconds / 60)
                        : String.format(Locale.ROOT, "%.2f h", seconds / 3_600);
    }
}

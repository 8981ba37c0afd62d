package app.pitot.quota;

import java.util.Locale;

/**
 * How often the pre-flight is right, on a virtual clock against the simulator's own limiter. Arguments: requests per plan
 * (default 10,000), seed (default 1).
 */
final class QuotaBench {
    private QuotaBench() {}

    public static void main(String[] args) {
        int requests = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        System.out.println("| plan | fits | right | refused | right | waits | short | late p50 s | late p95 s"
                + " | of a day's refill: waits | late p50 |\n|---|---|---|---|---|---|---|---|---|---|---|");
        for (var setting : QuotaTrial.SETTINGS) {
            var f = QuotaTrial.alone(setting, requests, seed);
            row("%s | %,d | %.2f %% | %,d | %.2f %% | %,d | %,d | %.2f | %.2f | %,d | %.1f %%", setting.planId(),
                    f.fits(), 100 * f.fitsRightShare(), f.refused(), 100 * f.refusedRightShare(), f.waits(),
                    f.shortWaits(), f.lateBy(0.5), f.lateBy(0.95), f.slowWaits(), 100 * f.slowLateBy(0.5));
        }
        System.out.println(
                "\nBeside others:\n\n| plan | sent | refused | foreseeable | gauges read | off p50 | off p95 |\n"
                        + "|---|---|---|---|---|---|---|");
        for (var setting : QuotaTrial.SETTINGS) {
            var f = QuotaTrial.besideOthers(setting, requests, seed);
            row("%s | %,d | %.2f %% | %.2f %% | %,d | %.1f | %.1f", setting.planId(), f.fits(),
                    100 * f.refusedOfSent(), 100 * f.foreseeableShare(), f.gauges(), f.gaugeOff(0.5), f.gaugeOff(0.95));
        }
    }

    private static void row(String format, Object... values) {
        System.out.println("| " + String.format(Locale.ROOT, format, values) + " |");
    }
}

package app.pitot.quota;

import app.pitot.quota.QuotaTrial.Load;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How often the pre-flight is right, on a virtual clock against the simulator's own limiter. Arguments: requests per plan
 * (default 10,000), seeds separated by commas (default 1,2,3), the beginning of a plan's id whose wrong checks are told one
 * by one.
 */
final class QuotaBench {
    private QuotaBench() {}

    public static void main(String[] args) {
        int requests = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        var seeds = (args.length > 1 ? args[1] : "1,2,3").split(",");
        Consumer<String> wrong = args.length > 2 ? System.out::println : null;
        var beginning = args.length > 2 ? args[2] : "";
        for (var load : Load.values()) {
            alone(load.toString(), QuotaTrial.SETTINGS, load, beginning, requests, seeds, wrong);
        }
        alone("In the words of another provider", QuotaTrial.IN_OTHER_WORDS, Load.DESK, beginning, requests, seeds,
                wrong);
        if (args.length > 2) {
            return;
        }
        System.out.println(
                "\nBeside others:\n\n| plan | seed | sent | refused | foreseeable | gauges read | off p50 | off p95 |\n"
                        + "|---|---|---|---|---|---|---|---|");
        for (var setting : QuotaTrial.SETTINGS) {
            for (var seed : seeds) {
                var f = QuotaTrial.besideOthers(setting, requests, Long.parseLong(seed));
                row("%s | %s | %,d | %.2f %% | %.2f %% | %,d | %.1f | %.1f", setting.planId(), seed, f.fits(),
                        100 * f.refusedOfSent(), 100 * f.foreseeableShare(), f.gauges(), f.gaugeOff(0.5),
                        f.gaugeOff(0.95));
            }
        }
    }

    private static void alone(String title, List<QuotaTrial.Setting> settings, Load load, String beginning,
            int requests, String[] seeds, Consumer<String> wrong) {
        System.out.println("\n" + title + ":\n\n| plan | dialect | seed | in flight | fits | right | refused | right"
                + " | waits | short | perhaps never, and never | late p50 s | late p95 s"
                + " | of a day's refill: waits | late p50 |"
                + "\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (var setting : settings) {
            if (!setting.planId().startsWith(beginning)) {
                continue;
            }
            for (var seed : seeds) {
                var f = QuotaTrial.alone(setting, load, requests, Long.parseLong(seed), wrong);
                row("%s | %s | %s | %.1f | %,d | %.2f %% | %,d | %.2f %% | %,d | %,d | %,d | %.2f | %.2f | %,d | %.1f %%",
                        setting.planId(), setting.dialect().label(), seed, f.inFlight(), f.fits(),
                        100 * f.fitsRightShare(), f.refused(), 100 * f.refusedRightShare(), f.waits(), f.shortWaits(),
                        f.never(), f.lateBy(0.5), f.lateBy(0.95), f.slowWaits(), 100 * f.slowLateBy(0.5));
            }
        }
    }

    private static void row(String format, Object... values) {
        System.out.println("| " + String.format(Locale.ROOT, format, values) + " |");
    }
}

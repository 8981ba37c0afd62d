package app.pitot.simulator;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Markdown tables with figures that are worked out, so that no two replies show the same. */
final class Tables {
    /** All kinds of tables. */
    static final List<Function<Dice, String>> KINDS = List.of(Tables::pressure, Tables::bucket, Tables::atmosphere,
            Tables::day, Tables::runs);

    private Tables() {}

    private static String pressure(Dice dice) {
        var table = new StringBuilder("| Airspeed | Dynamic pressure | As water |\n|---:|---:|---:|\n");
        int knots = dice.between(8, 14) * 5;
        for (int row = dice.between(4, 6); row > 0; row--, knots += dice.between(4, 8) * 5) {
            var pascal = 0.5 * 1.225 * Math.pow(knots / 1.94384, 2);
            row(table, "| %d kt | %,.0f Pa | %.1f mm |", knots, pascal, pascal / 9.807);
        }
        return table.toString();
    }

    private static String bucket(Dice dice) {
        var limit = dice.between(6, 12) * 5_000;
        double level = limit;
        var table = new StringBuilder("| Time | Reserved | Used in the end | Left of " + format("%,d", limit)
                + " |\n|---:|---:|---:|---:|\n");
        for (int row = dice.between(5, 7), time = 0; row > 0; row--, time += dice.between(2, 9)) {
            var reserved = dice.between(10, 40) * 100;
            var used = (int) (reserved * dice.real(0.3, 0.95));
            level = Math.min(limit, level - used + limit / 60.0 * 5);
            row(table, "| %d s | %,d | %,d | %,.0f |", time, reserved, used, level);
        }
        return table.toString();
    }

    private static String atmosphere(Dice dice) {
        var table = new StringBuilder("| Altitude | Pressure | Temperature | True speed at 100 kt indicated |\n"
                + "|---:|---:|---:|---:|\n");
        int feet = dice.between(0, 4) * 500;
        for (int row = dice.between(4, 6); row > 0; row--, feet += dice.between(4, 9) * 500) {
            var celsius = 15 - 0.0019812 * feet;
            var pressure = 1013.25 * Math.pow(1 - 6.87535e-6 * feet, 5.2559);
            var density = pressure / 1013.25 * 288.15 / (celsius + 273.15);
            row(table, "| %,d ft | %.0f hPa | %.1f °C | %.0f kt |", feet, pressure, celsius, 100 / Math.sqrt(density));
        }
        return table.toString();
    }

    private static String day(Dice dice) {
        var table = new StringBuilder("| Request size | Requests in 1M tokens | One every |\n|---:|---:|---:|\n");
        int size = dice.between(2, 6) * 50;
        for (int row = dice.between(4, 5); row > 0; row--, size *= dice.between(2, 3)) {
            var count = 1_000_000 / size;
            row(table, "| %,d tokens | %,d | %.1f s |", size, count, 86_400.0 / count);
        }
        return table.toString();
    }

    private static String runs(Dice dice) {
        var table = new StringBuilder("| Run | First token | Output speed | Note |\n|:--|---:|---:|:--|\n");
        var speed = dice.between(8, 30) * 100;
        for (int run = 1, last = dice.between(4, 7); run <= last; run++) {
            var note = run == 1 ? "cold connection, kept apart" : dice.between(1, 5) == 1 ? "short pause" : "steady";
            row(table, "| %d | %d ms | %,.0f tok/s | %s |", run, dice.between(130, 320), speed * dice.real(0.94, 1.05),
                    note);
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String pattern, Object... values) {
        table.append(format(pattern, values)).append('\n');
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

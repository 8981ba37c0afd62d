package app.pitot.ui.controls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A scale of values.
 *
 * @param min value at its beginning, below {@code max}; above 0 if {@code log}
 * @param log true if equal steps are equal ratios
 * @param ticks values to be written at it, rising, within its ends
 */
public record Axis(double min, double max, boolean log, List<Double> ticks) {
    /** From this ratio of the largest to the smallest value on, small ones could not be told apart on an even scale. */
    private static final double LOG_FROM = 4;
    private static final double LOG_PAD = 1.12;
    private static final double PAD = 0.06;
    private static final double ALONE = 0.1;
    private static final int STEPS = 4;
    private static final int FEWEST_TICKS = 3;
    private static final double DECADE = 10;

    public Axis {
        ticks = List.copyOf(ticks);
    }

    /** Around {@code values}, with some room at both ends; from 0 to 1 without any. Values are finite and above 0. */
    public static Axis around(double... values) {
        if (values.length == 0) {
            return even(0, 1);
        }
        var low = Arrays.stream(values).min().getAsDouble();
        var high = Arrays.stream(values).max().getAsDouble();
        if (high / low >= LOG_FROM) {
            return ratios(low / LOG_PAD, high * LOG_PAD);
        }
        var pad = high > low ? (high - low) * PAD : high * ALONE;
        return even(Math.max(0, low - pad), high + pad);
    }

    /** From 0 to {@code high}, which is above 0; equal steps are equal amounts. */
    public static Axis even(double low, double high) {
        return new Axis(low, high, false, evenTicks(low, high));
    }

    /** Equal steps are equal ratios; 0 &lt; {@code low} &lt; {@code high}. */
    public static Axis ratios(double low, double high) {
        var ticks = logTicks(low, high, 1, 3);
        if (ticks.size() < FEWEST_TICKS) {
            ticks = logTicks(low, high, 1, 2, 3, 5);
        }
        if (ticks.size() < FEWEST_TICKS) {
            ticks = evenTicks(low, high);
        }
        return new Axis(low, high, true, ticks);
    }

    /** How far along {@code value} lies: 0 at the beginning, 1 at the end; values beyond stay at the ends. */
    public double part(double value) {
        var part = log
                ? Math.log(Math.max(value, min) / min) / Math.log(max / min)
                : (value - min) / (max - min);
        return Math.clamp(part, 0, 1);
    }

    private static List<Double> evenTicks(double low, double high) {
        var rough = (high - low) / STEPS;
        var unit = Math.pow(DECADE, Math.floor(Math.log10(rough)));
        var step = DECADE * unit;
        for (var each : new double[]{5, 2.5, 2, 1}) {
            if (each * unit >= rough) {
                step = each * unit;
            }
        }
        var ticks = new ArrayList<Double>();
        for (var i = Math.ceil(low / step); i * step <= high; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private static List<Double> logTicks(double low, double high, double... mantissas) {
        var ticks = new ArrayList<Double>();
        for (var power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
            for (var mantissa : mantissas) {
                var tick = mantissa * Math.pow(DECADE, power);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}

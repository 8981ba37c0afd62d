package app.pitot.ui.usage;

import app.pitot.base.Money;
import app.pitot.base.Texts;
import app.pitot.ui.common.Format;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** What is drawn along an axis. */
enum Unit {
    TOKENS, REQUESTS,
    /** Millionths of a US dollar. */
    MONEY,
    /** Milliseconds. */
    TIME,
    /** Tokens per second. */
    SPEED;

    private static final double MICROS = 1e6;

    /** With its unit, as exactly as it is known. */
    String words(double value) {
        return switch (this) {
            case TOKENS -> Texts.get("usage.unit.tokens", value);
            case REQUESTS -> Texts.get("usage.unit.requests", value);
            case MONEY -> Money.words(Math.round(value));
            case TIME -> Format.duration(value);
            case SPEED -> Texts.get("usage.unit.speed", Format.speed(value));
        };
    }

    /** As exactly, for where the unit is known. */
    String figure(double value) {
        return switch (this) {
            case TOKENS, REQUESTS -> Format.count(value);
            case MONEY, TIME -> words(value);
            case SPEED -> Format.speed(value);
        };
    }

    /** Without the unit where both have the same. */
    String range(double low, double high) {
        return this == SPEED
                ? Texts.get("usage.unit.range", Format.speed(low), Format.speed(high))
                : Texts.get("usage.unit.range", words(low), words(high));
    }

    /** As short as an axis needs it. */
    String tick(double value) {
        return switch (this) {
            case TOKENS, REQUESTS, SPEED -> compact(value);
            case MONEY -> "$" + compact(value / MICROS);
            case TIME -> value < 1_000 ? compact(value) + " ms" : compact(value / 1_000) + " s";
        };
    }

    /** "950", "1.2K", "34K", "1.25M": three digits at most. */
    static String compact(double value) {
        double size = Math.abs(value);
        // What rounds up to a thousand is a thousand.
        return size < 999.5
                ? digits(value)
                : size < 999_500
                        ? digits(value / 1e3) + "K"
                        : size < 999_500_000 ? digits(value / 1e6) + "M" : digits(value / 1e9) + "B";
    }

    private static String digits(double value) {
        double size = Math.abs(value);
        var format = new DecimalFormat(size < 0.0995 ? "0.####" : size < 9.995 ? "0.##" : size < 99.95 ? "0.#" : "0",
                DecimalFormatSymbols.getInstance(Locale.US));
        return format.format(value);
    }
}

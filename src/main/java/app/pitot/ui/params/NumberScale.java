package app.pitot.ui.params;

import java.util.function.Function;

/**
 * How a number is read, written and laid out on a slider.
 *
 * @param read a stripped text as a value; null if it is out of range; may throw {@link NumberFormatException}
 * @param write as shown
 * @param at the place of a value on the slider, from 0 to 1
 * @param value at a place from 0 to 1
 * @param step of the arrow keys, from 0 to 1
 * @param rest where the slider stands while nothing is set, from 0 to 1
 */
record NumberScale<T>(Function<String, T> read, Function<T, String> write, Function<T, Double> at,
        Function<Double, T> value, double step, double rest) {
    private static final int MOST_TOKENS = 10_000_000;
    private static final int FEWEST_SHOWN = 16;
    private static final int MOST_SHOWN = 131_072;
    private static final double OCTAVES = Math.log((double) MOST_SHOWN / FEWEST_SHOWN);

    /** 0 to 2. */
    static NumberScale<Double> temperature() {
        return decimals(0, 2, 0.05, 0.5);
    }

    /** Above 0, to 1. */
    static NumberScale<Double> topP() {
        return decimals(0.01, 1, 0.05, 1);
    }

    /** 1 to ten millions; the slider shows 16 to 131,072, each stretch of the same length a doubling. */
    static NumberScale<Integer> tokens() {
        return new NumberScale<>(NumberScale::readTokens, String::valueOf,
                tokens -> Math.clamp(Math.log((double) Math.max(tokens, 1) / FEWEST_SHOWN) / OCTAVES, 0, 1),
                at -> round(FEWEST_SHOWN * Math.exp(at * OCTAVES)), 1.0 / 26, 0.5);
    }

    /** 0 to 20. */
    static NumberScale<Integer> logprobs() {
        return new NumberScale<>(text -> within(Integer.parseInt(text), 0, 20), String::valueOf, n -> n / 20.0,
                at -> (int) Math.round(at * 20), 0.05, 0);
    }

    static Integer readTokens(String text) {
        return within(Integer.parseInt(text.replace(",", "").replace(" ", "")), 1, MOST_TOKENS);
    }

    private static NumberScale<Double> decimals(double least, double most, double step, double rest) {
        return new NumberScale<>(text -> {
            double value = Double.parseDouble(text.replace(',', '.'));
            // Java also takes "NaN", "1d" and "0x1p0"; the first fails here, the others are what they say.
            return value >= 0 && value <= most && (value > 0 || least == 0) ? value + 0.0 : null;
        }, NumberScale::plain, value -> Math.clamp(value / most, 0, 1),
                at -> Math.max(least, Math.round(at * most * 100) / 100.0), step / most, rest);
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Powers of two stay; the rest is rounded to two digits. */
    private static int round(double tokens) {
        int power = 1 << (int) Math.round(Math.log(tokens) / Math.log(2));
        if (Math.abs(tokens - power) < power * 0.04) {
            return power;
        }
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(tokens)) - 1));
        return (int) (Math.round(tokens / unit) * unit);
    }

    private static Integer within(int value, int least, int most) {
        return value >= least && value <= most ? value : null;
    }
}

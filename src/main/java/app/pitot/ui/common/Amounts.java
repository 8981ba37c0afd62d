package app.pitot.ui.common;

import app.pitot.base.Money;
import app.pitot.base.Texts;
import app.pitot.provider.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Amounts of what limits count: "417,690", "$0.42". */
public final class Amounts {
    private static final double SMALL = 9.95;

    private Amounts() {}

    /** Without the unit, but for money. Null is unknown. */
    public static String figure(Metric metric, Long amount) {
        return metric == Metric.USD && amount != null
                ? Money.words(amount)
                : Format.count(amount);
    }

    /** A rate: "8,140", "0.4", "$0.0021"; 0 is "0". */
    public static String perMinute(Metric metric, double amount) {
        if (metric == Metric.USD) {
            return Money.words(Math.round(amount));
        }
        return amount < SMALL && metric == Metric.REQUESTS
                ? BigDecimal.valueOf(amount).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString()
                : Format.count(amount);
    }

    /** What goes in a minute, with the unit; empty if next to nothing. */
    public static String burn(Metric metric, double perMinute) {
        var least = metric == Metric.REQUESTS ? 0.05 : 1;
        return perMinute < least
                ? ""
                : Texts.get("forecast.burn." + metric.name().toLowerCase(Locale.ROOT),
                        perMinute(metric, perMinute));
    }
}

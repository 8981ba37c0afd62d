package app.pitot.quota;

import app.pitot.base.Texts;
import app.pitot.provider.Metric;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** What budgets and their amounts are called, everywhere. */
public final class BudgetLabels {
    private static final int MICROS = 6;

    private BudgetLabels() {}

    /** "50,000 tokens", "1 request", "$2.50". @param value money in millionths of a dollar */
    public static String amount(Metric metric, long value) {
        return metric == Metric.USD
                ? "$" + format("#,##0.00####").format(BigDecimal.valueOf(value, MICROS))
                : Texts.get("budget.amount." + key(metric), value, format("#,##0").format(value));
    }

    /** The same without the unit of things that are counted. */
    public static String figure(Metric metric, long value) {
        return metric == Metric.USD ? amount(metric, value) : format("#,##0").format(value);
    }

    /** "50,000 tokens per day". */
    public static String of(Budget budget) {
        return Texts.get("budget.per." + budget.period().name().toLowerCase(Locale.ROOT),
                amount(budget.metric(), budget.amount()));
    }

    private static String key(Metric metric) {
        return metric.name().toLowerCase(Locale.ROOT);
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US));
    }
}

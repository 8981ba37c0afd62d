package app.pitot.quota;

import app.pitot.base.Money;
import app.pitot.base.Texts;
import app.pitot.provider.Metric;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** What budgets and their amounts are called, everywhere. */
public final class BudgetLabels {
    private BudgetLabels() {}

    /** "50,000 tokens", "1 request", "$2.50". @param value money in millionths of a dollar */
    public static String amount(Metric metric, long value) {
        return metric == Metric.USD
                ? Money.words(value)
                : Texts.get("budget.amount." + key(metric), value, count(value));
    }

    /** The same without the unit of things that are counted. */
    public static String figure(Metric metric, long value) {
        return metric == Metric.USD ? amount(metric, value) : count(value);
    }

    /** "50,000 tokens per day". */
    public static String of(Budget budget) {
        return Texts.get("budget.per." + budget.period().name().toLowerCase(Locale.ROOT),
                amount(budget.metric(), budget.amount()));
    }

    private static String key(Metric metric) {
        return metric.name().toLowerCase(Locale.ROOT);
    }

    private static String count(long value) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.US)).format(value);
    }
}

package app.pitot.ui.settings;

import app.pitot.base.Money;
import app.pitot.provider.Metric;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetLabels;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Amounts as people write them: "1,000,000", "1M", "2.50 USD". */
final class BudgetAmount {
    private static final int LONGEST = 40;
    private static final int MICROS = 6;
    private static final Pattern SHAPE = Pattern
            .compile("(\\$?) ?([0-9]{1,3}(?:[, '_][0-9]{3})+|[0-9]+)((?:\\.[0-9]+)?) ?"
                    + "([KMB]?) ?(TOKENS?|REQUESTS?|USD|DOLLARS?|)");

    private BudgetAmount() {}

    /** What a text means; null if it is no amount of this metric: money comes in millionths. */
    static Long read(Metric metric, String text) {
        // Of the blanks that some keyboards and tables have, any will do.
        var plain = text.strip().replaceAll("[\\h]+", " ").toUpperCase(Locale.ROOT);
        var match = SHAPE.matcher(plain);
        if (plain.length() > LONGEST || !match.matches() || !unitFits(metric, match.group(1), match.group(5))) {
            return null;
        }
        var value = new BigDecimal(match.group(2).replaceAll("[^0-9]", "") + match.group(3)).movePointRight(
                switch (match.group(4)) {
                    case "K" -> 3;
                    case "M" -> 6;
                    case "B" -> 9;
                    default -> 0;
                }).movePointRight(metric == Metric.USD ? MICROS : 0).stripTrailingZeros();
        return value.scale() > 0 || value.compareTo(BigDecimal.valueOf(Budget.MOST)) > 0
                ? null
                : value.longValueExact();
    }

    /** As it stands in the field. */
    static String write(Metric metric, long amount) {
        return metric == Metric.USD ? Money.exactly(amount) : BudgetLabels.figure(metric, amount);
    }

    private static boolean unitFits(Metric metric, String sign, String word) {
        boolean money = !sign.isEmpty() || word.startsWith("USD") || word.startsWith("DOLLAR");
        return switch (metric) {
            case USD -> money || word.isEmpty();
            case TOKENS, UNCACHED_TOKENS -> !money && !word.startsWith("REQUEST");
            case REQUESTS -> !money && !word.startsWith("TOKEN");
        };
    }
}

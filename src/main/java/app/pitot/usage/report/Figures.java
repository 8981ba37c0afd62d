package app.pitot.usage.report;

import app.pitot.base.Money;
import app.pitot.base.Texts;
import app.pitot.speed.TokenBasis;
import app.pitot.usage.Quartiles;
import app.pitot.usage.Totals;
import java.util.Locale;

/** Figures to read. What is unknown is an en dash. */
public final class Figures {
    public static final String UNKNOWN = "–";
    private static final double LARGE = 100;
    private static final double PERCENT = 100;

    private Figures() {}

    /** "12,345". */
    public static String whole(Number value) {
        return value == null ? UNKNOWN : String.format(Locale.US, "%,d", value.longValue());
    }

    /** "12.3", "1,234". */
    public static String number(Double value) {
        return value == null || !Double.isFinite(value)
                ? UNKNOWN
                : String.format(Locale.US, value < LARGE ? "%.1f" : "%,.0f", value);
    }

    public static String median(Quartiles values) {
        return number(values == null ? null : values.median());
    }

    /** A part of the tokens; with "≈" if some of them are an estimate. @param guessed false for what is only ever reported */
    public static String tokens(Totals totals, long part, boolean guessed) {
        return Known.tokens(totals) ? (guessed && totals.estimated() > 0 ? "≈ " : "") + whole(part) : UNKNOWN;
    }

    /** "≈ 12,345" for an estimate. */
    public static String tokens(Integer tokens, TokenBasis basis) {
        return (tokens != null && basis == TokenBasis.ESTIMATE ? "≈ " : "") + whole(tokens);
    }

    /** "$1.23"; with "≥" if the cost of some is unknown, and "≈" if some is tokens times listed prices. */
    public static String cost(Totals totals) {
        if (!Known.cost(totals)) {
            return UNKNOWN;
        }
        var most = totals.priced() < totals.taken();
        var guess = totals.reportedMicros() < totals.costMicros();
        return (most ? "≥ " : guess ? "≈ " : "") + Money.words(totals.costMicros());
    }

    /** "97 %"; never rounded up to all. */
    public static String share(Double share) {
        return share == null ? UNKNOWN : Texts.get("usage.report.percent", percent(share));
    }

    private static String percent(double share) {
        double percent = share * PERCENT;
        if (share > 0 && share < 1 && (percent < 0.1 || percent > 99.9)) {
            return percent < 1 ? "< 0.1" : "> 99.9";
        }
        boolean fine = share > 0 && share < 1 && (percent < 1 || percent > 99);
        return String.format(Locale.US, fine ? "%.1f" : "%.0f", percent);
    }

    /** "+12 %"; unknown if there was nothing then. */
    public static String change(Double now, Double then) {
        if (now == null || then == null || then == 0) {
            return UNKNOWN;
        }
        long percent = Math.round((now / then - 1) * PERCENT);
        return Texts.get("usage.report.percent",
                percent == 0 ? "0" : String.format(Locale.US, "%+,d", percent).replace('-', '−'));
    }
}

package app.pitot.base;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How sums in US dollars are written, everywhere. */
public final class Money {
    private static final int MICROS = 6;
    private static final BigDecimal LEAST = new BigDecimal("0.0001");

    private Money() {}

    /**
     * "$12.34", "$0.42", "$0.0009": cents from a dollar on, below that up to four places; "< $0.0001" for anything smaller that is
     * not nothing. Never null.
     */
    public static String words(BigDecimal usd) {
        return usd.signum() > 0 && usd.compareTo(LEAST) < 0
                ? "< $" + LEAST
                : "$" + format(usd.compareTo(BigDecimal.ONE) < 0 ? "#,##0.00##" : "#,##0.00").format(usd);
    }

    /** The same for millionths of a dollar. */
    public static String words(long micros) {
        return words(BigDecimal.valueOf(micros, MICROS));
    }

    /** To the millionth, without the sign: "0.4", "1,000.000001" as "0.40", "1,000.000001". */
    public static String exactly(long micros) {
        return format("#,##0.00####").format(BigDecimal.valueOf(micros, MICROS));
    }

    private static DecimalFormat format(String pattern) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}

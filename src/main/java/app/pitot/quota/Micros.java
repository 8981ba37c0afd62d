package app.pitot.quota;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money as windows and budgets count it: in millionths of a US dollar. */
public final class Micros {
    /** More than anybody spends. */
    static final BigDecimal MOST = BigDecimal.valueOf(Budget.MOST);

    private Micros() {}

    /** Of a sum in dollars; at most {@link Budget#MOST}, whichever its sign. */
    public static long of(BigDecimal usd, RoundingMode rounding) {
        return usd.movePointRight(6).setScale(0, rounding).min(MOST).max(MOST.negate()).longValue();
    }
}

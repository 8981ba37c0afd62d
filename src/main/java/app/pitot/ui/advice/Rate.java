package app.pitot.ui.advice;

import app.pitot.base.Texts;
import app.pitot.provider.Period;
import java.util.Locale;

/** How many requests are wanted. */
enum Rate {
    FAST(null), MINUTE(Period.MINUTE), HOUR(Period.HOUR), DAY(Period.DAY);

    private final Period period;

    Rate(Period period) {
        this.period = period;
    }

    /** Null for as fast as allowed. */
    Period period() {
        return period;
    }

    String words() {
        return Texts.get("planner.rate." + name().toLowerCase(Locale.ROOT));
    }
}

package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.util.Locale;

/** What limits are called. */
final class PlainWords {
    private PlainWords() {}

    static String metric(Metric metric) {
        return Texts.get("cli.metric." + metric.name().toLowerCase(Locale.ROOT));
    }

    /** @param period may be null */
    static String period(Period period) {
        return Texts.get("cli.period." + (period == null ? "unknown" : period.name().toLowerCase(Locale.ROOT)));
    }
}

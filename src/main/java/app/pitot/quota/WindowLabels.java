package app.pitot.quota;

import app.pitot.base.Texts;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.util.Locale;

/** What windows are called, everywhere. */
public final class WindowLabels {
    private WindowLabels() {}

    /** As above a gauge: "Requests / min". */
    public static String title(Metric metric, Period period) {
        return Texts.get("quota.window." + key(metric, period));
    }

    /** As behind a figure: "5 RPM", "30K TPM uncached". */
    public static String afterFigure(Metric metric, Period period) {
        return metric == Metric.UNCACHED_TOKENS
                ? Texts.get("quota.window.inline.uncached", shortName(Metric.TOKENS, period))
                : shortName(metric, period);
    }

    /** As at the beginning of a line: "RPM", "Uncached TPM". */
    public static String shortName(Metric metric, Period period) {
        return Texts.get("quota.window.short." + key(metric, period));
    }

    private static String key(Metric metric, Period period) {
        return (metric + "." + period).toLowerCase(Locale.ROOT);
    }
}

package app.pitot.api;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code x-ratelimit-{limit,remaining,reset}-{requests,tokens}-{minute,hour,day}}; resets in decimal seconds. */
final class CerebrasHeaders implements HeaderDialect {
    @Override
    public List<LimitReading> read(ReplyHeaders headers) {
        var readings = new ArrayList<LimitReading>();
        for (var metric : new Metric[]{Metric.REQUESTS, Metric.TOKENS}) {
            for (var period : Period.values()) {
                var window = "-" + metric.name().toLowerCase(Locale.ROOT) + "-"
                        + period.name().toLowerCase(Locale.ROOT);
                headers.read(readings, new HeaderNames(metric, period, "x-ratelimit-limit" + window,
                        "x-ratelimit-remaining" + window, "x-ratelimit-reset" + window));
            }
        }
        return readings;
    }
}

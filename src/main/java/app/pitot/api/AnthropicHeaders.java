package app.pitot.api;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code anthropic-ratelimit-{requests,tokens,input-tokens,output-tokens}-{limit,remaining,reset}}, all per minute, with
 * RFC 3339 resets. Pitot counts no input or output tokens alone: those windows keep their name and move no gauge.
 */
final class AnthropicHeaders implements HeaderDialect {
    static final String PREFIX = "anthropic-ratelimit-";

    @Override
    public List<LimitReading> read(ReplyHeaders headers) {
        var readings = new ArrayList<LimitReading>();
        headers.read(readings, names("requests", Metric.REQUESTS));
        headers.read(readings, names("tokens", Metric.TOKENS));
        headers.read(readings, names("input-tokens", null));
        headers.read(readings, names("output-tokens", null));
        return readings;
    }

    private static HeaderNames names(String what, Metric metric) {
        var start = PREFIX + what;
        return new HeaderNames(metric, Period.MINUTE, metric == null ? what : null, start + "-limit",
                start + "-remaining", start + "-reset", false);
    }
}

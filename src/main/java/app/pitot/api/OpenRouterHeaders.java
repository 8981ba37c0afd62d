package app.pitot.api;

import app.pitot.provider.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code X-RateLimit-Limit/-Remaining/-Reset}, sent with a 429 only, for the request limit that was hit: which one that
 * is, the words of the refusal say.
 */
final class OpenRouterHeaders implements HeaderDialect {
    @Override
    public List<LimitReading> read(ReplyHeaders headers) {
        var readings = new ArrayList<LimitReading>();
        headers.read(readings, new HeaderNames(Metric.REQUESTS, null, "x-ratelimit-limit", "x-ratelimit-remaining",
                "x-ratelimit-reset"));
        return readings;
    }
}

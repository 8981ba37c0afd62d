package app.pitot.api;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code RateLimit-Limit/-Remaining/-Reset}; a policy's {@code w=60} tells the window. */
final class IetfHeaders implements HeaderDialect {
    private static final Pattern WINDOW = Pattern.compile(";\\s*w=(\\d{1,9})");

    @Override
    public List<LimitReading> read(ReplyHeaders headers) {
        var readings = new ArrayList<LimitReading>();
        headers.read(readings, new HeaderNames(Metric.REQUESTS, period(headers), "ratelimit-limit",
                "ratelimit-remaining", "ratelimit-reset"));
        return readings;
    }

    private static Period period(ReplyHeaders headers) {
        for (var name : new String[]{"ratelimit-limit", "ratelimit-policy"}) {
            var window = WINDOW.matcher(headers.get(name) == null ? "" : headers.get(name));
            if (window.find()) {
                long seconds = Long.parseLong(window.group(1));
                for (var period : Period.values()) {
                    if (period.length().toSeconds() == seconds) {
                        headers.understood(name);
                        return period;
                    }
                }
            }
        }
        return null;
    }
}

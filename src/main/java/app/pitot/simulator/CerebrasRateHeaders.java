package app.pitot.simulator;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.simulator.Window.Moment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names with the window in them, and decimal seconds. */
final class CerebrasRateHeaders implements RateHeaders {
    /** Only windows that the plan has; the tokens of a minute with two buckets are the uncached ones. */
    @Override
    public Map<String, String> admitted(List<Window> windows, Moment now) {
        var headers = new LinkedHashMap<String, String>();
        for (var window : windows) {
            var limit = window.limit();
            if (limit.metric() == Metric.TOKENS && hasUncached(windows, limit.period()))
                continue;
            var what = limit.metric() == Metric.REQUESTS ? "requests" : "tokens";
            var suffix = "-" + what + "-" + limit.period().name().toLowerCase(Locale.ROOT);
            headers.put("x-ratelimit-limit" + suffix, Long.toString(limit.value()));
            headers.put("x-ratelimit-remaining" + suffix, Long.toString(window.remainingFloor(now)));
            headers.put("x-ratelimit-reset" + suffix, Double.toString(seconds(window.resetSeconds(now))));
        }
        return headers;
    }

    /** Microseconds at most, so that no exponent appears. */
    private static double seconds(double exact) {
        var rounded = Math.round(exact * 1e6) / 1e6;
        return rounded < 0.001 ? 0 : rounded;
    }

    private static boolean hasUncached(List<Window> windows, Period period) {
        return windows.stream().map(Window::limit)
                .anyMatch(limit -> limit.metric() == Metric.UNCACHED_TOKENS && limit.period() == period);
    }
}

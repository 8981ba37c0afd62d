package app.pitot.simulator;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.simulator.Window.Moment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests of the day and tokens of the minute, and no others; resets are durations until the bucket is full. */
final class GroqRateHeaders implements RateHeaders {
    @Override
    public Map<String, String> admitted(List<Window> windows, Moment now) {
        var headers = new LinkedHashMap<String, String>();
        for (var window : windows) {
            var requests = window.limit().metric() == Metric.REQUESTS;
            if (window.limit().period() == (requests ? Period.DAY : Period.MINUTE))
                put(headers, requests ? "-requests" : "-tokens", window, now);
        }
        return headers;
    }

    private static void put(Map<String, String> headers, String suffix, Window window, Moment now) {
        headers.put("x-ratelimit-limit" + suffix, Long.toString(window.limit().value()));
        headers.put("x-ratelimit-remaining" + suffix, Long.toString(window.remainingFloor(now)));
        headers.put("x-ratelimit-reset" + suffix, GoDuration.of(window.resetSeconds(now)));
    }
}

package app.pitot.ui.instruments;

import app.pitot.speed.SpeedReading;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last reply of each model, for as many models as anybody switches between. Not thread-safe. */
final class LastRuns {
    private static final int MOST = 64;

    /** @param nanos of the end on the monotonic clock */
    record Run(SpeedReading reading, Instant endedAt, long nanos) {}

    private final Map<String, Run> runs = new LinkedHashMap<>();

    void ended(String key, SpeedReading reading, Instant endedAt, long nanos) {
        runs.remove(key);
        runs.put(key, new Run(reading, endedAt, nanos));
        if (runs.size() > MOST) {
            runs.remove(runs.keySet().iterator().next());
        }
    }

    /** Null if it has not run. */
    Run of(String key) {
        return runs.get(key);
    }

    void forget(String key) {
        runs.remove(key);
    }
}

package app.pitot.api;

import java.util.List;

/**
 * What the headers of one response said of limits.
 *
 * @param dialect the name of the dialect they were read in; {@code auto} where the names fit several and it was guessed
 * @param windows empty if they said nothing
 */
record DialectReading(String dialect, List<LimitReading> windows) {
    DialectReading {
        windows = List.copyOf(windows);
    }
}

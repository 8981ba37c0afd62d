package app.pitot.simulator;

import app.pitot.simulator.Window.Moment;
import java.util.List;
import java.util.Map;

/** What a provider's response headers tell of the limits. */
interface RateHeaders {
    /** Of a request that was admitted: the windows right after it. */
    Map<String, String> admitted(List<Window> windows, Moment now);

    /** Of a request that a limit refused. */
    default Map<String, String> refused(List<Window> windows, Over over, Moment now) {
        return admitted(windows, now);
    }
}

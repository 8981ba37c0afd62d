package app.pitot.quota;

import app.pitot.provider.Limit;
import java.time.Instant;
import java.util.List;

/**
 * Where the figures of one window come from, for whoever looks closer.
 *
 * @param state as the gauge shows it
 * @param planned the plan's row, or null if it has none
 * @param headers the lines of the last answer that told of limits; may be empty
 * @param headersAt when they came; null without any
 * @param lastHour oldest first; may be empty
 */
public record WindowDetails(WindowState state, Limit planned, List<RawHeader> headers, Instant headersAt,
        List<Sample> lastHour) {
    public WindowDetails {
        headers = List.copyOf(headers);
        lastHour = List.copyOf(lastHour);
    }

    /** How much was left at one moment. @param reported true if the provider said so */
    public record Sample(Instant at, long remaining, Long limit, boolean reported) {}
}

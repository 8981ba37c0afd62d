package app.pitot.quota;

import java.util.List;

/**
 * Everything the gauges show, at one instant.
 *
 * @param windows the binding one first, then minute, hour, day; empty if neither plan nor headers name one
 */
public record QuotaSnapshot(List<WindowState> windows, DayUse day) {
    public QuotaSnapshot {
        windows = List.copyOf(windows);
    }
}

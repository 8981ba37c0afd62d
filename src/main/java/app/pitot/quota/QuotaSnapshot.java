package app.pitot.quota;

import java.util.List;

/**
 * Everything the gauges show, at one instant.
 *
 * @param windows the binding one first, then minute, hour, day; empty if neither plan nor headers name one
 * @param corrections limits that the provider states otherwise than the plan; may be empty
 */
public record QuotaSnapshot(List<WindowState> windows, DayUse day, List<Correction> corrections) {
    public QuotaSnapshot {
        windows = List.copyOf(windows);
        corrections = List.copyOf(corrections);
    }

    /** With limits as planned. */
    public QuotaSnapshot(List<WindowState> windows, DayUse day) {
        this(windows, day, List.of());
    }
}

package app.pitot.quota;

import java.time.Instant;

/**
 * Where a window or a budget leads.
 *
 * @param burnPerMinute over the last five minutes, 0 if idle
 * @param pacePerMinute what the forecast goes by: over the hour before the last use, of which at least a quarter is counted; of a
 *     month over the week before, of which at least a day is counted; 0 if that use is longer ago
 * @param runsOutAt at that pace; null if it lasts until {@code resetsAt}, or if nothing is burning
 * @param resetsAt end of the present day or month
 * @param evenUsed what an even spend of the limit would have used by now
 */
public record Forecast(double burnPerMinute, double pacePerMinute, Instant runsOutAt, Instant resetsAt,
        double evenUsed) {
    /** Nothing burns. */
    public static Forecast idle(Instant resetsAt, double evenUsed) {
        return new Forecast(0, 0, null, resetsAt, evenUsed);
    }

    /**
     * How far {@code used} is ahead of an even spend, as a share of the whole {@code limit}: 0.12 is "12 % ahead"; negative if it
     * is behind. Null without a limit.
     */
    public Double ahead(long used, Long limit) {
        return limit == null || limit <= 0 ? null : (Double) ((used - evenUsed) / limit);
    }
}

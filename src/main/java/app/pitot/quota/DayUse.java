package app.pitot.quota;

import app.pitot.base.Provenance;
import app.pitot.provider.Metric;
import java.time.Instant;

/**
 * The daily budget: use so far and where it leads. Of several limits per day it is the one that runs out first.
 *
 * @param metric what is counted; all tokens if there is no limit per day
 * @param limit per day, money in millionths of a dollar; null if there is no such limit
 * @param used since the day began, by settled usage or by the provider's report
 * @param left what may still be taken; null if unknown or unlimited
 * @param requests answered or refused requests that we sent in this day
 * @param refused of these, refused for quota
 * @param dayStart beginning of the day window, never null
 * @param forecast never null
 * @param curve for the chart
 * @param source where {@code used} comes from
 * @param own true for a budget that the user has set, in the user's zone
 */
public record DayUse(Metric metric, Long limit, long used, Long left, int requests, int refused, Instant dayStart,
        Forecast forecast, Curve curve, Provenance source, boolean own) {
    DayUse with(Curve drawn) {
        return new DayUse(metric, limit, used, left, requests, refused, dayStart, forecast, drawn, source, own);
    }

    /** {@code metric} per minute over the last five minutes, 0 if idle. */
    public double burnPerMinute() {
        return forecast.burnPerMinute();
    }

    /** At the pace of the last hour; null if it lasts until the reset, or if nothing is burning. */
    public Instant runsOutAt() {
        return forecast.runsOutAt();
    }

    /** End of the day window, never null. */
    public Instant resetsAt() {
        return forecast.resetsAt();
    }

    /** True if nothing may be taken any more today. */
    public boolean usedUp() {
        return limit != null && left != null && left <= 0;
    }
}

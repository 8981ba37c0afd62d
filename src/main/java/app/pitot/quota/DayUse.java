package app.pitot.quota;

import app.pitot.base.Provenance;
import java.time.Instant;

/**
 * The daily budget: use so far and where it leads.
 *
 * @param limitTokens tokens per day, or null if there is no such limit
 * @param usedTokens since the day began, by settled usage or by the provider's report
 * @param requests answered or refused requests that we sent today
 * @param refused of these, refused for quota
 * @param burnPerMinute tokens per minute over the last five minutes, 0 if idle
 * @param runsOutAt at the pace of the last hour, of which at least a quarter is counted; null if it lasts until the reset at this pace, or if nothing is burning
 * @param resetsAt end of the day window, never null
 * @param dayStart beginning of the day window, never null
 * @param samples used tokens at {@code sampleMinutes} after the start, ascending; for the chart
 * @param source where {@code usedTokens} comes from
 */
public record DayUse(Long limitTokens, long usedTokens, int requests, int refused, double burnPerMinute,
        Instant runsOutAt, Instant dayStart, Instant resetsAt, int[] sampleMinutes, long[] samples,
        Provenance source) {}

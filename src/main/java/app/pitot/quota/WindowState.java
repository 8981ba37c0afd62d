package app.pitot.quota;

import app.pitot.base.Provenance;
import app.pitot.provider.Allowance;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;

/**
 * One window at one instant.
 *
 * @param limit null if unknown or unlimited: then no bar is drawn; 0 if the plan has no quota
 * @param remaining left for the next request after what is in flight, never negative; null if unknown
 * @param used {@code limit - remaining - reserved}, never negative; null if unknown
 * @param reserved taken by requests in flight
 * @param nextMs ms until something changes for the better: full again, one more request, or reset; null if full or unknown
 * @param next what {@code nextMs} means
 * @param limitSource where the limit comes from
 * @param source where the remaining figure comes from
 * @param ageMs since the provider last reported this window, or null if never
 * @param level normal, 75 % or 90 % used, or exhausted
 * @param binding true for the one window that would refuse first
 * @param reportedResetMs ms until this window resets by the provider's own word, counted down to now; null if it gave none
 *        or that time is over
 * @param allowance whether there is a limit, none, no quota at all, or nobody knows; never null
 */
public record WindowState(Metric metric, Period period, Refill refill, Long limit, Long remaining, Long used,
        long reserved, Double nextMs, Next next, Provenance limitSource, Provenance source, Long ageMs, Level level,
        boolean binding, Double reportedResetMs, Allowance allowance) {
    /** A window with a limit, or without a known one. */
    public WindowState(Metric metric, Period period, Refill refill, Long limit, Long remaining, Long used,
            long reserved, Double nextMs, Next next, Provenance limitSource, Provenance source, Long ageMs,
            Level level, boolean binding, Double reportedResetMs) {
        this(metric, period, refill, limit, remaining, used, reserved, nextMs, next, limitSource, source, ageMs, level,
                binding, reportedResetMs, limit == null ? Allowance.UNKNOWN : Allowance.LIMITED);
    }

    /** What the countdown of a window means. */
    public enum Next {
        FULL_AGAIN, ONE_MORE, RESET, NOTHING
    }

    /** How full a window is; each has a word beside its colour. */
    public enum Level {
        NORMAL, AMBER, RED, EXHAUSTED, UNKNOWN
    }
}

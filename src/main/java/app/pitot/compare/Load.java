package app.pitot.compare;

import java.math.BigDecimal;

/**
 * What one request of a lane takes.
 *
 * @param pool stands for the windows that it draws on
 * @param requests 1; 0 for one that has been counted already
 * @param reserved tokens that it sets aside
 * @param used tokens that it comes to, about
 * @param tookMs from admission to the last byte, about
 * @param cost USD, about; null if no price is known
 */
record Load(Object pool, int requests, long reserved, long used, double tookMs, BigDecimal cost) {
    /** The same by what was measured. */
    Load measured(long itsUse, double itsTime) {
        return new Load(pool, requests, Math.max(reserved, itsUse), itsUse, itsTime, cost);
    }

    /** What is left of one that is under way, whose windows are charged already. */
    Load underWay(double leftMs) {
        return new Load(pool, 0, 0, used - reserved, leftMs, cost);
    }
}

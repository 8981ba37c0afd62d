package app.pitot.api;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a provider says of a key: its use and its limits. Money is in USD; whatever was not said is null or {@link Cap#UNKNOWN}.
 *
 * @param label the key's name; of a key used as a name only the end is left
 * @param limit the most that the key may spend
 * @param limitRemaining what is left of it
 * @param limitReset how often the limit begins anew, in the provider's word, such as {@code daily}
 * @param usage spent in all
 * @param usageDaily spent this UTC day
 * @param usageMonthly spent this UTC month
 * @param freeTier true if the account never bought credit
 * @param freeDailyUsed requests to free models this UTC day
 * @param freeDailyLimit the most of them in a day
 * @param freeDailyRemaining how many are left of them
 * @param expiresAt when the key stops working; null also if never
 */
public record KeyStatus(String label, Cap limit, Cap limitRemaining, String limitReset, BigDecimal usage,
        BigDecimal usageDaily, BigDecimal usageMonthly, Boolean freeTier, Long freeDailyUsed, Long freeDailyLimit,
        Long freeDailyRemaining, Instant expiresAt) {
    /**
     * An amount that may have no bound.
     *
     * @param known false if the provider did not say
     * @param usd null if it is not known or has no bound
     */
    public record Cap(boolean known, BigDecimal usd) {
        /** The provider did not say. */
        public static final Cap UNKNOWN = new Cap(false, null);
        /** The provider said that there is none. */
        public static final Cap UNLIMITED = new Cap(true, null);

        public boolean unlimited() {
            return known && usd == null;
        }
    }
}

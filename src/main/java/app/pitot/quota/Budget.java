package app.pitot.quota;

import app.pitot.provider.Account;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What the user allows themselves, apart from any limit of a provider.
 *
 * @param id a random UUID; another one where the same amount would count something else
 * @param accountId null for all accounts together
 * @param metric requests, tokens or USD
 * @param amount 0 to {@link #MOST}, money in millionths of a dollar; 0 allows nothing
 * @param period day or month
 * @param zone in which a new day or month begins
 * @param hardStop true if a request beyond it needs a word of the user each time
 * @param tellDesktop true if a warning also goes to the desktop, for whoever works elsewhere
 */
public record Budget(String id, String accountId, Metric metric, long amount, Period period, ZoneId zone,
        boolean hardStop, boolean tellDesktop) {
    /** A thousand million dollars, or more tokens than anybody uses. */
    public static final long MOST = 1_000_000_000_000_000L;

    /** @throws IllegalArgumentException if one of the values cannot be one of a budget */
    public Budget {
        Objects.requireNonNull(id);
        Objects.requireNonNull(zone);
        if (amount < 0 || amount > MOST) {
            throw new IllegalArgumentException("an amount of " + amount);
        }
        if (metric != Metric.REQUESTS && metric != Metric.TOKENS && metric != Metric.USD) {
            throw new IllegalArgumentException("a budget of " + metric);
        }
        if (period != Period.DAY && period != Period.MONTH) {
            throw new IllegalArgumentException("a budget for a " + period);
        }
    }

    /** True if requests of this account count. A simulator costs nothing: it counts only where it is named. */
    public boolean concerns(Account account) {
        return concerns(account.id(), account.provider().simulated());
    }

    /** The same for an account of which no more is known. */
    public boolean concerns(String account, boolean simulated) {
        return accountId == null ? !simulated : accountId.equals(account);
    }
}

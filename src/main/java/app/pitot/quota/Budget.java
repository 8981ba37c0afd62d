package app.pitot.quota;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.time.ZoneId;

/**
 * What the user allows themselves, apart from any limit of a provider.
 *
 * @param id a random UUID
 * @param accountId null for all accounts together
 * @param metric requests, tokens or USD
 * @param amount 0 or more, money in millionths of a dollar; 0 allows nothing
 * @param period day or month
 * @param zone in which a new day or month begins
 * @param hardStop true if a request beyond it needs a word of the user each time
 * @param tellDesktop true if a warning also goes to the desktop, for whoever works elsewhere
 */
public record Budget(String id, String accountId, Metric metric, long amount, Period period, ZoneId zone,
        boolean hardStop, boolean tellDesktop) {}

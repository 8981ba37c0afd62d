package app.pitot.usage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/**
 * What is asked about past requests.
 *
 * @param from of requests by the time at which they began, inclusive
 * @param until exclusive
 * @param zone whose hours and days are meant
 * @param accounts only these; empty for all
 * @param models only these ids; empty for all
 * @param simulated true with the simulator's requests; they cost nothing and are nobody's usage
 */
public record UsageQuery(Instant from, Instant until, Step step, Grouping by, ZoneId zone, Set<String> accounts,
        Set<String> models, boolean simulated) {
    public UsageQuery {
        accounts = Set.copyOf(accounts);
        models = Set.copyOf(models);
    }
}

package app.pitot.usage.report;

import app.pitot.usage.Grouping;
import app.pitot.usage.UsageException;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import app.pitot.usage.Usages;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of time in every light, with the same one before.
 *
 * @param models by model, with its slots
 * @param accounts by account
 * @param before as long, by model; null if there was nothing then
 */
public record Stretch(UsageReport models, UsageReport accounts, UsageReport before) {
    /** Blocks on the disk. @param query of which stretch and whom; by what does not matter */
    public static Stretch read(Usages usages, UsageQuery query) throws UsageException {
        var models = usages.report(by(query, Grouping.MODEL));
        var before = before(query);
        boolean was = models.oldest() != null && models.oldest().isBefore(query.from());
        return new Stretch(models, usages.report(by(query, Grouping.ACCOUNT)),
                was ? usages.report(by(before, Grouping.MODEL)) : null);
    }

    /** As long and in whole days before: what lasts half a day of today is beside the same half of an earlier day. */
    static UsageQuery before(UsageQuery query) {
        var from = query.from().atZone(query.zone());
        var until = query.until().atZone(query.zone());
        long days = ChronoUnit.DAYS.between(from, until);
        if (from.plusDays(days).isBefore(until)) {
            days++;
        }
        // Longer than there are requests: nothing is before it.
        if (Duration.between(query.from(), query.until())
                .compareTo(Duration.between(Instant.EPOCH, query.from())) > 0) {
            return new UsageQuery(query.from(), query.from(), query.step(), query.by(), query.zone(),
                    query.accounts(), query.models(), query.simulated());
        }
        return new UsageQuery(from.minusDays(days).toInstant(), until.minusDays(days).toInstant(), query.step(),
                query.by(), query.zone(), query.accounts(), query.models(), query.simulated());
    }

    private static UsageQuery by(UsageQuery query, Grouping grouping) {
        return new UsageQuery(query.from(), query.until(), query.step(), grouping, query.zone(), query.accounts(),
                query.models(), query.simulated());
    }
}

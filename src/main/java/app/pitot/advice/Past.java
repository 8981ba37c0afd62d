package app.pitot.advice;

import app.pitot.usage.RequestRow;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageReport;
import java.time.Instant;
import java.util.List;

/**
 * What one account did.
 *
 * @param accountId also of one that is gone
 * @param from inclusive
 * @param until exclusive
 * @param days by model, in UTC days
 * @param hours by model; empty if {@code whole}
 * @param rows the requests one by one, oldest first
 * @param whole false if there were too many, so that {@code rows} are only the newest
 */
public record Past(String accountId, Instant from, Instant until, UsageReport days, UsageReport hours,
        List<RequestRow> rows, boolean whole) {
    public Past {
        rows = List.copyOf(rows);
    }

    public Totals total() {
        return days.total();
    }

    /** The model with the most tokens; null if nothing was asked. */
    public String mainModel() {
        return days.groups().isEmpty() ? null : days.groups().getFirst().key().model();
    }

    /** The usual request, as fast as allowed; null if no request of known size was taken. */
    public Load usual() {
        var total = total();
        long known = Math.max(0, total.taken() - total.unknown());
        if (known == 0 || total.tokens() == 0) {
            return null;
        }
        long input = Math.round((double) total.promptTokens() / known);
        long output = Math.round((double) total.completionTokens() / known);
        double cached = total.promptTokens() == 0 ? 0 : (double) total.cachedTokens() / total.promptTokens();
        return new Load(input, output, cap(output), Math.clamp(cached, 0, 1), null, Load.WHOLE_DAY);
    }

    /** What was set aside for the reply, on average. */
    private long cap(long output) {
        var aside = rows.stream().filter(row -> row.good() && row.promptTokens() != null && row.reservedTokens() > 0)
                .mapToLong(row -> Math.max(0, row.reservedTokens() - row.promptTokens())).average();
        return Math.max(1, Math.max(output, Math.round(aside.orElse(0))));
    }
}

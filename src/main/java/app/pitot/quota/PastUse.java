package app.pitot.quota;

import app.pitot.provider.Metric;
import java.time.Instant;

/**
 * One earlier request, or one of another run of the app, as the ledger remembers it.
 *
 * @param id its row; null if nobody will speak of it again
 * @param at when it was sent
 * @param endedAt null while no end is written down: it runs, or whoever made it died
 * @param reservedTokens set aside for it: charged until its end is known, and if the usage never is
 * @param settlement null without an end
 */
public record PastUse(String id, Instant at, Instant endedAt, long reservedTokens, Settlement settlement) {
    /** Ended at once. @param tokens prompt plus completion */
    public PastUse(Instant at, long tokens, long cachedTokens, boolean refused, long costMicros) {
        this(null, at, at, tokens, refused
                ? Settlement.of(Settlement.Kind.REFUSED)
                : Settlement.used(tokens, 0, cachedTokens).costing(costMicros));
    }

    /** The same, of unknown cost. */
    public PastUse(Instant at, long tokens, long cachedTokens, boolean refused) {
        this(at, tokens, cachedTokens, refused, 0);
    }

    /** True if a quota refused it. */
    public boolean refused() {
        return settlement != null && settlement.kind() == Settlement.Kind.REFUSED;
    }

    /** What it takes of windows that count {@code metric}. */
    public long charged(Metric metric) {
        return Charge.of(settlement == null ? Settlement.of(Settlement.Kind.UNKNOWN) : settlement, metric,
                metric == Metric.USD ? 0 : reservedTokens);
    }
}
